import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, type Answer, type Mode } from '../testing/authorization-answer.ts';
import { addRefusedClients, refusedRequests } from '../testing/authorization-errors.ts';
import { authorizationRequest, decide, signedIn, type Parameters } from '../testing/owner.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/** Everything that %x20-7E allows may be a state, RFC 6749 §A.5. */
const states: [string, string][] = [
  ['one character', 'x'],
  ['zero', '0'],
  ['null', 'null'],
  ['a plus sign', 'a+b'],
  ['an encoded plus sign', 'a%2Bb'],
  ['twice encoded', 'a%252Bb'],
  ['a lone per cent sign', '100%'],
  ['an ampersand', 'a&code=evil'],
  ['an equals sign', 'a=b=='],
  ['a number sign', 'a#code=evil'],
  ['a question mark', 'a?b'],
  ['quotes', `a"b'c\``],
  ['a script', '"><script>alert(1)</script>'],
  ['an entity', '&amp;&lt;&#39;&quot;'],
  ['a template', '${1+1}{{1+1}}$&$1'],
  ['JSON', '{"a":["b",null]}'],
  ['a backslash', 'a\\nb\\'],
  ['spaces around', '  a  '],
  ['a URL', 'https://evil.example/?a=b&c=d#e'],
  ['encoded CRLF', 'a%0D%0ASet-Cookie:%20evil=1'],
  ['a semicolon and a comma', 'a;b,c'],
  ['brackets', 'state[0]=a'],
  ['__proto__', '__proto__'],
  ['every printable character', printable],
  ['512 characters', printable.repeat(6).slice(0, 512)],
  ['2048 characters', printable.repeat(22).slice(0, 2048)],
  ['2048 of the longest to encode', '%'.repeat(2048)],
];

const modes: Mode[] = ['query', 'fragment', 'form_post'];
const cases = modes.flatMap((mode) => states.map(([what, state]) => [mode, what, state] as const));

describe('state, RFC 6749 §4.1.2', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    await addRefusedClients(server);
    browser = await signedIn(server);
  });
  const ask = async (changes: Parameters, mode?: Mode): Promise<Answer> => {
    const query = new URLSearchParams(authorizationRequest({ response_mode: mode, ...changes })).toString();
    return answerAt(registered, await supertest(server.url).get(`/oauth/authorize?${query}`), mode);
  };

  it.each(cases)('comes back with a code in the response mode %s: %s', async (response_mode, _, state) => {
    const answer = await decide(browser, authorizationRequest({ response_mode, state }), 'approve');
    const { code, ...others } = answerAt(registered, answer, response_mode);
    expect(code).toMatch(/^cgc_/);
    expect(others).toEqual({ state, iss: server.issuer });
  });

  it.each(cases)('comes back with an error in the response mode %s: %s', async (mode, _, state) => {
    const { error, state: returned } = await ask({ state, scope: 'no:such' }, mode);
    expect([error, returned]).toEqual(['invalid_scope', state]);
  });

  it.each(refusedRequests)('comes back with %s where %s', async (error, _, changes) => {
    const answer = await ask({ state: printable, ...changes });
    expect([answer.error, answer.state]).toEqual([error, printable]);
  });

  it.each(modes)('comes back with access_denied in the response mode %s', async (response_mode) => {
    const answer = await decide(browser, authorizationRequest({ response_mode, state: printable }), 'deny');
    const { error, state } = answerAt(registered, answer, response_mode);
    expect([error, state]).toEqual(['access_denied', printable]);
  });

  it('survives the sign-in in between', async () => {
    const query = new URLSearchParams(authorizationRequest({ state: printable })).toString();
    const { headers } = await supertest(server.url).get(`/oauth/authorize?${query}`);
    const { text } = await supertest(server.url).get(headers.location as string);
    const return_to = new URL(headers.location as string, server.url).searchParams.get('return_to');
    expect(new URL(return_to as string, server.url).searchParams.get('state')).toBe(printable);
    expect(text).not.toContain('alert(');
  });

  it.each(modes)('is absent where the request has none or an empty one, in the mode %s', async (mode) => {
    for (const state of [undefined, '']) {
      const answer = await decide(browser, authorizationRequest({ response_mode: mode, state }), 'approve');
      expect(answerAt(registered, answer, mode)).not.toHaveProperty('state');
      expect(await ask({ state, scope: 'no:such' }, mode)).not.toHaveProperty('state');
    }
  });

  it.each(['\n', '\r\n', '\t', '\u0007', '\u001B[31m', '\u007F', 'ü', '\u00A0', '\u2028', '🦊', '\uFEFF'])(
    'outside printable ASCII is refused: %j',
    async (character) => {
      const { error, error_description, code } = await ask({ state: `a${character}b` });
      expect([error, code]).toEqual(['invalid_request', undefined]);
      expect(error_description).toContain('state');
    },
  );
});
