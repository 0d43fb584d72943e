import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { findUser } from './sign-in-first.ts';

/** Asks before signing out: a link of somebody else signs nobody out. */
export async function showLogout(input: Input<'showLogout'>, deps: Deps): Promise<Output<'showLogout'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return { status: 303, location: '/' };
  return { status: 200, page: { kind: 'logout', username: user.username } };
}

/** Ends the session; tokens that applications hold live on. */
export async function logout(input: Input<'logout'>, deps: Deps): Promise<Output<'logout'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null || input.browser_id === null) {
    return { status: 200, page: { kind: 'home', issuer: deps.issuer, username: null } };
  }
  await deps.sessions.remove(deps.secrets.hash(input.browser_id));
  return { status: 303, location: '/', browser_id: null };
}
