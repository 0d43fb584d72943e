import type { Tokens } from '../model/stage.ts';

/** Whether a text that is no place for tokens holds one. */
export function holdsToken(text: string, { access_token, refresh_token = access_token }: Tokens): boolean {
  return text.includes(access_token) || text.includes(refresh_token);
}
