import { redirectUriSentence } from '../oauth/application.ts';
import type { Input, Output } from './operation.ts';

/** What registration would say of a redirect URI, RFC 6749 §3.1.2; nothing is looked up or kept. */
export async function checkRedirectUri(
  input: Input<'checkRedirectUri'>,
): Promise<Output<'checkRedirectUri'>> {
  return {
    status: 200,
    json: { problem: redirectUriSentence(input.query.redirect_uri, input.rules.tolerances) },
  };
}
