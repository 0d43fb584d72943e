import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { findUser } from './sign-in-first.ts';

/** What this server is, and who is signed in. */
export async function showHome(input: Input<'showHome'>, deps: Deps): Promise<Output<'showHome'>> {
  const user = await findUser(input.browser_id, deps);
  return { status: 200, page: { kind: 'home', issuer: deps.issuer, username: user?.username ?? null } };
}
