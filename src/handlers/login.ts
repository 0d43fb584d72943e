import { signIn } from '../oauth/resource-owner.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { findUser } from './sign-in-first.ts';
import type { LoginPage } from './page.ts';

/** The sign-in form; whoever is signed in already goes on at once. */
export async function showLogin(input: Input<'showLogin'>, deps: Deps): Promise<Output<'showLogin'>> {
  const return_to = localPath(input.query.return_to);
  const user = await findUser(input.browser_id, deps);
  if (user !== null) return { status: 303, location: return_to };
  return { status: 200, page: await form(return_to, deps) };
}

/** Authenticates the resource owner, RFC 6749 §3.1, and starts a session under a new cookie. */
export async function login(input: Input<'login'>, deps: Deps): Promise<Output<'login'>> {
  const { username, password } = input.body;
  const return_to = localPath(input.body.return_to);
  const { browser_id, address } = input;
  const started = await signIn({ username, password, address, browser_id }, { ...deps, now: deps.now() });
  if (started !== null) return { status: 303, location: return_to, browser_id: started };
  const problem = 'User name or password is wrong.';
  return { status: 200, page: { ...(await form(return_to, deps)), username, problem } };
}

async function form(return_to: string, deps: Deps): Promise<LoginPage> {
  const client_id = new URL(return_to, deps.issuer).searchParams.get('client_id');
  const client = client_id === null ? undefined : await deps.clients.find(client_id.replaceAll('\0', ''));
  return { kind: 'login', return_to, username: '', problem: null, client_name: client?.client_name ?? null };
}

/** A path of this server; anything that a browser could read as another host becomes the home page. */
function localPath(return_to: string | undefined): string {
  const here = 'http://localhost';
  if (return_to === undefined || !/^\/(?![/\\])[!-~]*$/.test(return_to)) return '/';
  return URL.canParse(return_to, here) && new URL(return_to, here).origin === here ? return_to : '/';
}
