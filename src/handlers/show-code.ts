import { Refusal } from '../oauth/refusal.ts';
import { parseCode } from '../oauth/token-format.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** Shows the code that the decision put into a cookie for this path, once and while it lives. */
export async function showCode(input: Input<'showCode'>, { now }: Deps): Promise<Output<'showCode'>> {
  const [, expiresAt, code] = /^(\d+)\.(.+)$/.exec(input.code_cookie ?? '') ?? [];
  const expires_in = Number(expiresAt) - now();
  if (code === undefined || parseCode(code) === null || expires_in <= 0)
    throw new Refusal('code_not_at_hand');
  return {
    status: 200,
    page: { kind: 'code', code, expires_in },
    code_cookie: { value: '', max_age: 0 },
  };
}
