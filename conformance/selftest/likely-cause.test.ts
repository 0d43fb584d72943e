import { describe, expect, test } from 'vitest';
import { listen, smallServer } from '../doctor/small-server.fixture.ts';
import type { Result } from '../model/finding.ts';
import { clueFor, clues } from '../report/likely-cause.ts';
import { performRun } from '../run/perform-run.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { faults, type Fault, type FaultName } from './faults.ts';
import { play } from './play.ts';

/** Table of data: a fault and a scenario for each hint, in the order of the hints. */
const reached: readonly (readonly [fault: FaultName | 'breaks the connection', scenario: string])[] = [
  ['hangs-on-barred-client', 'rfc6749/4.1.2.1/code-grant-not-allowed'],
  ['breaks the connection', 'rfc6749/4.1.3/code-unknown'],
  ['breaks-on-untrusted-request', 'rfc6749/3.1.2/without-scheme'],
  ['forgets-state-on-denial', 'rfc6749/4.1.2.1/owner-denies'],
  ['forgets-state-on-error', 'rfc6749/4.1.2.1/state-one-character-response-type'],
  ['forgets-state', 'rfc6749/3.3/repeated-token'],
  ['invents-state', 'rfc6749/3.1/repeated-state-same'],
  ['blank-state-is-a-value', 'rfc6749/3.1/empty-state'],
  ['client-id-may-be-missing', 'rfc6749/1.9/client-id-name-in-capitals'],
  ['ignores-body-of-authorization-post', 'rfc6749/3.1/post-response-type-unknown'],
  ['response-type-may-be-missing', 'rfc6749/1.9/parameter-name-in-capitals'],
  ['takes-first-of-repeated-at-token', 'rfc6749/3.2/redirect-uri-repeated'],
  ['skips-redirect-uri-of-exchange', 'rfc6749/4.1.3/redirect-uri-mismatch'],
  ['takes-code-twice', 'rfc6749/4.1.2/replay'],
  ['pkce-for-public-clients-only', 'rfc7636/4.6/verifier-wrong'],
  ['takes-wrong-secret-of-body', 'rfc6749/3.2.1/wrong-secret-in-body'],
  ['takes-code-for-refresh-token', 'rfc6749/6/code-as-refresh-token'],
  ['takes-token-request-by-get', 'rfc6749/3.2/get'],
  ['omits-no-store', 'rfc6749/5.1/no-store'],
  ['breaks-on-token-error', 'rfc6749/3.2.1/wrong-secret-challenged'],
  ['ignores-authorization-header', 'rfc7636/4.2/s256'],
  ['answers-tokens-with-201', 'rfc6749/4.1.3/charset-parameter'],
  ['answers-errors-in-html', 'rfc6749/4.1.3/parameter-name-letter-case'],
  ['unknown-response-type-is-invalid-client', 'rfc6749/1.9/response-type-in-capitals'],
  ['mislabels-tokens', 'rfc6749/4.1.4/confidential-client'],
  ['client-identifiers-beyond-ascii', 'rfc6749/A/client-identifiers'],
  ['authorization-endpoint-has-a-fragment', 'rfc6749/3.1/code-after-sign-in'],
  ['sends-token-beside-code', 'rfc6749/4.1.2/no-access-token'],
];

/** A server that drops the connection when a code is not known to it. */
async function breaksTheConnection(id: string): Promise<readonly Result[]> {
  const small = smallServer();
  const { origin, close } = await listen((request, response) => {
    const end = response.end.bind(response);
    response.end = ((text = '') =>
      String(text).includes('invalid_grant') ? request.socket.destroy() : end(text)) as typeof response.end;
    small(request, response);
  });
  const settings = {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    clients: { confidential: { client_id: 'one', client_secret: 'secret-one' } },
    client_authentication: ['basic' as const],
    pkce: { supported: false },
    owner: { username: 'alice', password: 'wonderland' },
  };
  const { results } = await performRun(settings, catalogue, { selection: [id] });
  close();
  return results;
}

describe('every hint is given for what somebody has found', { timeout: 60_000 }, () => {
  test('each has a fault of its own, and a scenario that exists', () => {
    expect(reached).toHaveLength(clues.length);
    const ids = new Set(catalogue.map(({ id }) => id));
    expect(reached.map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('each that is for some scenarios is for some that exist', () => {
    const patterns = clues.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(patterns.filter((pattern) => !catalogue.some(({ id }) => pattern.test(id)))).toEqual([]);
  });

  test.each(reached.map((row, index) => [index, ...row] as const))(
    'hint %i: %s at %s',
    async (index, name, id) => {
      const results =
        name === 'breaks the connection'
          ? await breaksTheConnection(id)
          : await play(
              catalogue.filter((scenario) => scenario.id === id),
              { fault: name, variant: (faults[name] as Fault).on },
            );
      const hints = results.flatMap(({ findings }) => findings.map((finding) => clueFor(id, finding)));
      expect(hints.map((hint) => (hint === undefined ? -1 : clues.indexOf(hint)))).toContain(index);
    },
  );
});
