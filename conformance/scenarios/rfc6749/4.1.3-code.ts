import { refusesToken } from '../../expect/http.ts';
import { blank, omit, set } from '../../model/change.ts';
import { alterLast, truncate } from '../../model/altered.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §4.1.3: the code itself. Whatever stands in its place is refused, and never breaks the server. */
export const presentedCode: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/code-missing',
    title: 'refuses a token request without code',
    requires: ['RFC6749-4.1.3-b', 'RFC6749-5.2-c'],
    from: 'access token request',
    change: omit('code'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-blank',
    title: 'refuses a token request with a code without a value',
    requires: ['RFC6749-3.2-e', 'RFC6749-4.1.3-k'],
    from: 'access token request',
    change: blank('code'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-unknown',
    title: 'refuses a code that was never issued',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', 'conformance-unknown-code'),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-like-an-identifier',
    title: 'refuses a code that looks like that of another server',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', '4/0AX4XfWh-6d1f0a52-9c1e-4a7b-b7a3-0e5f3c9d2b11.e30.c2ln'),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-truncated',
    title: 'refuses a code that lacks its end',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', truncate),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-extended',
    title: 'refuses a code with another character at its end',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', (code) => `${code}0`),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-altered',
    title: 'refuses a code whose last character is another',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', alterLast),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/code-long',
    title: 'refuses a code of ten thousand characters',
    requires: ['RFC6749-4.1.3-k'],
    from: 'access token request',
    change: set('code', 'a'.repeat(10_000)),
    expect: [refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] })],
  },
  {
    id: 'rfc6749/4.1.3/code-with-null-character',
    title: 'refuses a code that holds a null character',
    requires: ['RFC6749-4.1.3-k'],
    from: 'access token request',
    change: set('code', (code) => `${code}\u0000`),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.3/code-of-other-characters',
    title: 'refuses a code that holds quotes and a statement of SQL',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-v'],
    from: 'access token request',
    change: set('code', `' OR '1'='1' -- "\\`),
    expect: [refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] })],
  },
  {
    id: 'rfc6749/4.1.3/refresh-token-as-code',
    title: 'refuses a refresh token in place of the code',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      const code = await stage.obtainCode();
      stage.expect(await stage.exchange({ ...code, code: refresh_token }), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.3/access-token-as-code',
    title: 'refuses an access token in place of the code',
    requires: ['RFC6749-4.1.3-k', 'RFC6749-5.2-o'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const { access_token } = await stage.obtainTokens();
      const code = await stage.obtainCode();
      stage.expect(await stage.exchange({ ...code, code: access_token }), refusesToken(['invalid_grant']));
    },
  },
];
