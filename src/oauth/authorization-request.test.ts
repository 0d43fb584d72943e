import { describe, expect, it } from 'vitest';
import { aClient } from '../testing/records.ts';
import type { AuthorizationParameters, Complaint } from './authorization-request.ts';
import { verifyAuthorizationRequest } from './authorization-request.ts';
import { Refusal } from './refusal.ts';
import type { Reason } from './refusals.ts';
import { strict } from './tolerances.ts';

const client = aClient({
  client_id: 'app',
  redirect_uris: ['https://app.example/cb'],
  scope: 'profile event:read',
});
const bare = aClient({ ...client, client_id: 'bare', grant_types: ['refresh_token'] });
const open = aClient({ ...client, client_id: 'open', client_secret_hash: null });

const world = {
  clients: {
    find: async (id: string) => [client, bare, open].find(({ client_id }) => client_id === id),
  } as Parameters<typeof verifyAuthorizationRequest>[2]['clients'],
  scopes: { profile: 'See who you are', 'event:read': 'See your events' },
  issuer: 'https://auth.example',
  tolerances: strict,
};

const valid: AuthorizationParameters = {
  response_type: 'code',
  client_id: 'app',
  redirect_uri: 'https://app.example/cb',
  scope: 'profile',
  state: 'xyz',
};
const verify = (changes: AuthorizationParameters = {}, complaints: Complaint[] = []) =>
  verifyAuthorizationRequest({ ...valid, ...changes }, complaints, world);

async function refusalOf(changes: AuthorizationParameters, complaints: Complaint[] = []): Promise<Refusal> {
  const thrown: unknown = await verify(changes, complaints).catch((error: unknown) => error);
  if (thrown instanceof Refusal) return thrown;
  throw new Error('The request is not refused');
}

const twice = (parameter: string) => ({ parameter, problem: 'is to be sent once' });

/** From the first check to the last: what each is about, and a request that fails it. */
const checks: [Reason, AuthorizationParameters, Complaint[]?][] = [
  ['client_id_malformed', { client_id: undefined }, [twice('client_id')]],
  ['client_id_missing', { client_id: undefined }],
  ['client_not_found', { client_id: 'nobody' }],
  ['redirect_uri_malformed', { redirect_uri: undefined }, [twice('redirect_uri')]],
  ['redirect_uri_not_registered', { redirect_uri: 'https://evil.example/' }],
  ['parameter_malformed', { state: undefined }, [twice('state')]],
  ['response_mode_unknown', { response_mode: 'web_message' }],
  ['response_type_missing', { response_type: undefined }],
  ['response_type_unknown', { response_type: 'token' }],
  ['code_grant_not_allowed', { client_id: 'bare' }],
  ['scope_unknown', { scope: 'no:such' }],
  ['code_challenge_missing', { client_id: 'open' }],
];
const onPage = 5;

describe('an authorization request', () => {
  it('that is valid names the client, the requested scope and the way back', async () => {
    const { client: found, redirect, requested_scope, code_challenge, channel } = await verify();
    expect([found, redirect.uri, requested_scope, code_challenge]).toEqual([
      client,
      'https://app.example/cb',
      ['profile'],
      null,
    ]);
    expect(channel.answer('c')).toEqual({
      kind: 'redirect',
      location: 'https://app.example/cb?code=c&state=xyz&iss=https%3A%2F%2Fauth.example',
    });
  });

  it.each(checks)('is refused for %s', async (reason, changes, complaints) => {
    expect((await refusalOf(changes, complaints)).reason).toBe(reason);
  });

  it.each(checks.slice(0, onPage))(
    'is refused for %s on a page, whatever else is wrong (RFC 6749 §4.1.2.1)',
    async (reason, changes, complaints = []) => {
      const worst = { response_type: undefined, response_mode: 'none', scope: 'no:such', ...changes };
      const refusal = await refusalOf(worst, [...complaints, twice('state')]);
      expect([refusal.reason, refusal.delivery]).toEqual([reason, null]);
    },
  );

  it.each(checks.slice(onPage))('is refused for %s through the redirect URI', async (_, ...request) => {
    const { delivery } = await refusalOf(...request);
    expect(delivery?.kind === 'redirect' && delivery.location).toMatch(/^https:\/\/app\.example\/cb\?error=/);
  });

  it.each(checks.slice(onPage))('that is refused for %s carries iss, and state as sent', async (...check) => {
    const [, changes, complaints] = check;
    const { delivery } = await refusalOf(changes, complaints);
    const location = delivery?.kind === 'redirect' ? delivery.location : '';
    const { searchParams } = new URL(location);
    expect(searchParams.get('iss')).toBe('https://auth.example');
    expect(searchParams.get('state')).toBe('state' in changes ? null : 'xyz');
  });

  it('with a malformed scope is refused with invalid_scope, RFC 6749 §4.1.2.1', async () => {
    const refusal = await refusalOf({ scope: '"' }, [{ parameter: 'scope', problem: 'has a character' }]);
    expect([refusal.reason, refusal.wire.error]).toEqual(['scope_malformed', 'invalid_scope']);
  });

  it('with scope sent twice is refused with invalid_request, RFC 6749 §4.1.2.1', async () => {
    const refusal = await refusalOf({ scope: undefined }, [twice('scope')]);
    expect(refusal.wire.error).toBe('invalid_request');
  });

  it('says which parameter is malformed and never what it holds', async () => {
    const complaint = { parameter: 'state', problem: 'has a character that it may not have' };
    const { description } = await refusalOf({ state: 'secret\n' }, [complaint]);
    expect(description).toContain('state has a character that it may not have.');
    expect(description).not.toContain('secret');
  });
});
