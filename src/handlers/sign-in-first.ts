import { findSignedIn } from '../oauth/resource-owner.ts';
import type { User } from '../oauth/ports.ts';
import type { Deps } from './deps.ts';
import type { LoginPage } from './page.ts';

/** The user of the browser; null where nobody is signed in. */
export async function findUser(browser_id: string | null, deps: Deps): Promise<User | null> {
  return await findSignedIn(browser_id, { ...deps, now: deps.now() });
}

/** To the sign-in page, and from there to the page that was asked for. */
export function signInFirst(return_to: string): { status: 303; location: string } {
  return { status: 303, location: `/login?${new URLSearchParams({ return_to }).toString()}` };
}

/** The sign-in form for a form that came from nobody any more: what it said cannot be sent on, and is not done. */
export function signInAgain(return_to: string): { status: 200; page: LoginPage } {
  const problem = 'You are not signed in any more. Nothing was changed.';
  return { status: 200, page: { kind: 'login', return_to, username: '', problem, client_name: null } };
}
