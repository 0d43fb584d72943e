import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { memoryClients } from '../testing/memory-grants.ts';
import { aClient, now } from '../testing/records.ts';
import { basic } from '../testing/token-client.ts';
import { authenticateClient, type ClientParameters } from './client-authentication.ts';

const secret = 'p+w %:é/🔑';
const encodedSecret = 'p%2Bw+%25%3A%C3%A9%2F%F0%9F%94%91';
const confidential = aClient({ client_id: 'shop:1', client_secret_hash: secrets.hash(secret) });
const publicClient = aClient({ client_id: 'app', client_secret_hash: null });
const world = { clients: memoryClients(confidential, publicClient), secrets, now };

const authenticate = (authorization: string | undefined, body: ClientParameters = {}) =>
  authenticateClient(authorization, body, world);

describe('HTTP Basic, RFC 6749 §2.3.1', () => {
  it.each([
    ['with both halves form-encoded', basic('shop%3A1', encodedSecret)],
    ['with an ordinary letter percent-encoded', basic('%73hop%3A1', encodedSecret.replace('w', '%77'))],
    ['with hexadecimal digits in lower case', basic('shop%3a1', encodedSecret.toLowerCase())],
    ['with a space as %20', basic('shop%3A1', encodedSecret.replace('+', '%20'))],
    ['with the scheme in lower case', basic('shop%3A1', encodedSecret).replace('Basic', 'basic')],
    ['with the scheme in upper case', basic('shop%3A1', encodedSecret).replace('Basic', 'BASIC')],
    ['with base64 without padding', basic('shop%3A1', encodedSecret).replaceAll('=', '')],
  ])('authenticates a confidential client %s', async (_case, authorization) => {
    expect(await authenticate(authorization)).toEqual(confidential);
  });

  it('reads a plus sign as a space, so a secret with a bare plus is another secret', async () => {
    const authorization = basic('shop%3A1', encodedSecret.replace('%2B', '+'));
    await expect(authenticate(authorization)).rejects.toMatchObject({ reason: 'client_secret_wrong' });
  });

  it.each([
    ['no credentials', 'Basic'],
    ['an empty credential', 'Basic '],
    ['characters outside base64', 'Basic §§§'],
    ['two words', `${basic('shop%3A1', encodedSecret)} again`],
    ['no colon', `Basic ${Buffer.from('shop').toString('base64')}`],
    ['a percent sign without digits', basic('shop%3A1', '100%')],
    ['percent-encoded bytes that are not UTF-8', basic('shop%3A1', '%ff')],
    ['NUL in the identifier', basic('shop%00', encodedSecret)],
    ['NUL in the secret', basic('shop%3A1', '%00')],
    ['another scheme', 'Bearer abc'],
    ['nothing at all', ''],
  ])('refuses a header with %s', async (_case, authorization) => {
    const refused = authenticate(authorization, { client_id: 'app' });
    await expect(refused).rejects.toMatchObject({
      reason: 'authentication_malformed',
      wire: { error: 'invalid_client', status: 401 },
    });
  });

  it.each([
    ['an unknown client', basic('nobody', encodedSecret), 'client_unknown'],
    ['a wrong secret', basic('shop%3A1', 'guess'), 'client_secret_wrong'],
    ['a secret that differs in letter case', basic('shop%3A1', 'P%2Bw+%25%3A%C3%A9'), 'client_secret_wrong'],
    ['an empty secret', basic('shop%3A1', ''), 'client_secret_missing'],
    ['a secret of a client that has none', basic('app', 'anything'), 'client_is_public'],
  ])('refuses %s as invalid_client', async (_case, authorization, reason) => {
    await expect(authenticate(authorization)).rejects.toMatchObject({
      reason,
      wire: { error: 'invalid_client', status: 401, challenge: 'Basic' },
    });
  });

  it('identifies a public client that sends an empty secret', async () => {
    expect(await authenticate(basic('app', ''))).toEqual(publicClient);
  });
});

describe('credentials in the body, RFC 6749 §2.3.1', () => {
  it('authenticate a confidential client to the letter', async () => {
    expect(await authenticate(undefined, { client_id: 'shop:1', client_secret: secret })).toEqual(
      confidential,
    );
  });

  it('identify a public client by its client_id alone', async () => {
    expect(await authenticate(undefined, { client_id: 'app' })).toEqual(publicClient);
  });

  it.each<[string, ClientParameters, string]>([
    ['nothing', {}, 'authentication_missing'],
    ['a secret without client_id', { client_secret: secret }, 'authentication_missing'],
    ['an unknown client', { client_id: 'nobody', client_secret: secret }, 'client_unknown'],
    ['a confidential client without its secret', { client_id: 'shop:1' }, 'client_secret_missing'],
    ['a wrong secret', { client_id: 'shop:1', client_secret: encodedSecret }, 'client_secret_wrong'],
    ['a secret of a public client', { client_id: 'app', client_secret: secret }, 'client_is_public'],
  ])('are refused as invalid_client with %s', async (_case, body, reason) => {
    await expect(authenticate(undefined, body)).rejects.toMatchObject({
      reason,
      wire: { error: 'invalid_client' },
    });
  });
});

describe('a secret that was rotated', () => {
  const rotated = aClient({
    client_id: 'rotated',
    client_secret_hash: secrets.hash('new'),
    previous_client_secret: { hash: secrets.hash('old'), expires_at: now + 60 },
  });
  const withSecret = (client_secret: string, at: number, client = rotated) =>
    authenticateClient(
      undefined,
      { client_id: 'rotated', client_secret },
      { clients: memoryClients(client), secrets, now: at },
    );

  it('is accepted beside the new one to its last second, and the new one for good', async () => {
    for (const [secret, at] of [
      ['old', now],
      ['new', now],
      ['old', now + 59],
      ['new', now + 60],
    ] as const)
      expect(await withSecret(secret, at)).toBe(rotated);
  });

  it.each([
    ['the old one after its time', 'old', now + 60, rotated],
    ['neither of the two', 'other', now, rotated],
    ['the old one of a rotation without overlap', 'old', now, { ...rotated, previous_client_secret: null }],
  ])('is refused as %s', async (_case, secret, at, client) => {
    await expect(withSecret(secret, at, client)).rejects.toMatchObject({ reason: 'client_secret_wrong' });
  });
});

describe('the header and the body together, RFC 6749 §2.3', () => {
  const header = basic('shop%3A1', encodedSecret);

  it('agree on the client where the body repeats client_id', async () => {
    expect(await authenticate(header, { client_id: 'shop:1' })).toEqual(confidential);
  });

  it('are two methods where the body has the secret too, even the same', async () => {
    const refused = authenticate(header, { client_id: 'shop:1', client_secret: secret });
    await expect(refused).rejects.toMatchObject({
      reason: 'authentication_repeated',
      wire: { error: 'invalid_request', status: 400 },
    });
  });

  it('are refused where they name two clients', async () => {
    const refused = authenticate(header, { client_id: 'app' });
    await expect(refused).rejects.toMatchObject({
      reason: 'client_id_contradicts',
      wire: { error: 'invalid_request' },
    });
  });
});
