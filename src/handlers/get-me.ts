import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { requireToken } from './resource.ts';

/** Who the access token stands for, RFC 6749 §7. */
export async function getMe(input: Input<'getMe'>, deps: Deps): Promise<Output<'getMe'>> {
  const { grant } = await requireToken('getMe', input, deps);
  const user = await deps.users.find(grant.user_id);
  if (user === undefined) throw new Refusal('access_token_unusable');
  return { status: 200, json: { sub: user.id, username: user.username, name: user.name } };
}
