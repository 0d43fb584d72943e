import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { requireToken } from './resource.ts';

/** Who the access token stands for, RFC 6749 §7. */
export async function getMe(input: Input<'getMe'>, deps: Deps): Promise<Output<'getMe'>> {
  const { grant } = await requireToken('getMe', input, deps);
  return { status: 200, json: { sub: grant.user_id, ...grant.owner } };
}
