import { operations } from '../../generated/operations.ts';
import { describeScope } from './application-page.ts';
import type { Deps } from './deps.ts';
import { requireOwnGrant } from './my-tokens.ts';
import type { Input, Output } from './operation.ts';
import { findUser, signInAgain, signInFirst } from './sign-in-first.ts';

const path = operations.listAuthorizedApplications.path;

const notices = new Map([
  ['revoked', 'The application has no access any more.'],
  ['all_revoked', 'No application has access any more.'],
]);

/** What the user has allowed and has not ended, the newest first. */
export async function listAuthorizedApplications(
  input: Input<'listAuthorizedApplications'>,
  deps: Deps,
): Promise<Output<'listAuthorizedApplications'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(path);
  const active = await deps.grants.listActive(user.id, deps.now());
  const grants = active.map(({ id, client_name, client_uri, scope, created_at, last_used_at }) => ({
    id,
    client_name,
    client_uri,
    scopes: describeScope(scope, deps.scopes),
    authorized_at: created_at,
    last_used_at,
  }));
  const notice = notices.get(input.query.done ?? '') ?? null;
  return {
    status: 200,
    page: { kind: 'authorized_applications', username: user.username, notice, grants },
  };
}

/** Ends one authorization of the user; a second click finds it ended already, and that is no error. */
export async function revokeAuthorizedApplication(
  input: Input<'revokeAuthorizedApplication'>,
  deps: Deps,
): Promise<Output<'revokeAuthorizedApplication'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(path);
  const grant = await requireOwnGrant(input.path.id, user.id, deps);
  await deps.grants.revoke(grant.id, deps.now());
  return { status: 303, location: `${path}?done=revoked` };
}

export async function revokeAllAuthorizedApplications(
  input: Input<'revokeAllAuthorizedApplications'>,
  deps: Deps,
): Promise<Output<'revokeAllAuthorizedApplications'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(path);
  await deps.grants.revokeAll(user.id, deps.now());
  return { status: 303, location: `${path}?done=all_revoked` };
}
