import { describe, expect, it } from 'vitest';
import { secrets } from '../../secrets/secrets.ts';
import { lifetimes, memoryGrants } from '../../testing/memory-grants.ts';
import { challenge, verifier } from '../../testing/owner.ts';
import { aClient, aGrant, aUser, now } from '../../testing/records.ts';
import { findTokenState } from '../access-token.ts';
import type { Grant, Grants } from '../ports.ts';
import { composeCode } from '../token-format.ts';
import { strict } from '../tolerances.ts';
import { redeemCode } from './authorization-code.ts';

const client = aClient({ grant_types: ['authorization_code', 'refresh_token'] });
const redirect_uri = 'https://client.example/cb';

/** A code in a store of its own, with changes to the grant. */
function issued(changes: Partial<Grant> = {}) {
  const planted = aGrant(client, aUser(), { scope: 'profile event:write', code_challenge: null, ...changes });
  const code = composeCode(planted.id, secrets.newSecret());
  const grants = memoryGrants({ ...planted, code_hash: secrets.hash(code) });
  return { id: planted.id, code, grants, world: { grants, secrets, lifetimes, now, tolerances: strict } };
}

const invalidGrant = (reason: string) => ({ reason, wire: { error: 'invalid_grant', status: 400 } });

describe('a code', () => {
  it('is exchanged for tokens of the granted scope, once', async () => {
    const { code, world } = issued();
    const answer = await redeemCode({ code, redirect_uri }, client, world);
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'profile event:write' });
    expect(await findTokenState(answer.access_token, world)).toMatchObject({ scope: 'profile event:write' });
    const again = redeemCode({ code, redirect_uri }, client, world);
    await expect(again).rejects.toMatchObject(invalidGrant('code_already_redeemed'));
  });

  it('has to be sent', async () => {
    const { world } = issued();
    await expect(redeemCode({ redirect_uri }, client, world)).rejects.toMatchObject({
      reason: 'code_missing',
      wire: { error: 'invalid_request' },
    });
  });

  it.each([
    ['is no code at all', () => 'abc'],
    ['is of an unknown grant', () => composeCode('0'.repeat(32), secrets.newSecret())],
    ['has another secret', ({ id }: { id: string }) => composeCode(id, secrets.newSecret())],
    ['is cut', ({ code }: { code: string }) => code.slice(0, -1)],
    [
      'ends in another character',
      ({ code }: { code: string }) => code.slice(0, -1) + (code.endsWith('A') ? 'E' : 'A'),
    ],
  ])('is refused where it %s', async (_case, text) => {
    const given = issued();
    const refused = redeemCode({ code: text(given), redirect_uri }, client, given.world);
    await expect(refused).rejects.toMatchObject(invalidGrant('code_unknown'));
  });

  it('is valid in its last second and expired in the next', async () => {
    const { code, world } = issued();
    const late = redeemCode({ code, redirect_uri }, client, { ...world, now: now + 60 });
    await expect(late).rejects.toMatchObject(invalidGrant('code_expired'));
    const last = redeemCode({ code, redirect_uri }, client, { ...world, now: now + 59 });
    await expect(last).resolves.toBeDefined();
  });

  it.each([
    ['confidential', aClient()],
    ['public', aClient({ client_secret_hash: null })],
  ])('of another client is refused to a %s one and stays usable for its own', async (_kind, thief) => {
    const { code, world } = issued();
    const stolen = redeemCode({ code, redirect_uri }, thief, world);
    await expect(stolen).rejects.toMatchObject(invalidGrant('code_of_another_client'));
    await expect(redeemCode({ code, redirect_uri }, client, world)).resolves.toBeDefined();
  });

  it('that was redeemed and is sent by another client ends nothing', async () => {
    const { code, world } = issued();
    const { access_token } = await redeemCode({ code, redirect_uri }, client, world);
    await expect(redeemCode({ code, redirect_uri }, aClient(), world)).rejects.toThrow();
    expect(await findTokenState(access_token, world)).not.toBeNull();
  });

  it('of a grant that was taken back is refused', async () => {
    const { code, world, id } = issued();
    await world.grants.revoke(id, now);
    const refused = redeemCode({ code, redirect_uri }, client, world);
    await expect(refused).rejects.toMatchObject(invalidGrant('code_revoked'));
  });
});

describe('redirect_uri in the exchange, RFC 6749 §4.1.3', () => {
  it.each([
    ['another path', 'https://client.example/other'],
    ['a slash more', 'https://client.example/cb/'],
    ['the host in upper case', 'https://CLIENT.example/cb'],
    ['the default port', 'https://client.example:443/cb'],
    ['a query more', 'https://client.example/cb?x=1'],
    ['the path encoded', 'https://client.example/%63b'],
  ])('is compared to the letter: %s', async (_case, other) => {
    const { code, world } = issued();
    const refused = redeemCode({ code, redirect_uri: other }, client, world);
    await expect(refused).rejects.toMatchObject(invalidGrant('redirect_uri_mismatch'));
    await expect(redeemCode({ code, redirect_uri }, client, world)).resolves.toBeDefined();
  });

  it('has to be repeated where the authorization request had one', async () => {
    const { code, world } = issued();
    await expect(redeemCode({ code }, client, world)).rejects.toMatchObject({
      reason: 'redirect_uri_not_repeated',
      wire: { status: 400 },
    });
    await expect(redeemCode({ code, redirect_uri }, client, world)).resolves.toBeDefined();
  });

  it('may be left out, or be the registered one, where the authorization request had none', async () => {
    for (const sent of [undefined, redirect_uri]) {
      const { code, world } = issued({ redirect_uri_sent: false });
      await expect(redeemCode({ code, redirect_uri: sent }, client, world)).resolves.toBeDefined();
    }
  });

  it('may not be another one where the authorization request had none', async () => {
    const { code, world } = issued({ redirect_uri_sent: false });
    const refused = redeemCode({ code, redirect_uri: 'https://evil.example/' }, client, world);
    await expect(refused).rejects.toMatchObject(invalidGrant('redirect_uri_mismatch'));
  });
});

describe('the verifier, RFC 7636 §4.6', () => {
  it('opens the code whose challenge is its digest', async () => {
    const { code, world } = issued({ code_challenge: challenge });
    const answer = redeemCode({ code, redirect_uri, code_verifier: verifier }, client, world);
    await expect(answer).resolves.toBeDefined();
  });

  it.each([
    ['missing', undefined, 'code_verifier_missing'],
    ['another one', `${verifier.slice(0, -1)}x`, 'code_verifier_wrong'],
    ['the challenge itself, as with the method plain', challenge, 'code_verifier_wrong'],
    ['in another letter case', verifier.toUpperCase(), 'code_verifier_wrong'],
  ])('does not where it is %s, and the code stays usable', async (_case, code_verifier, reason) => {
    const { code, world } = issued({ code_challenge: challenge });
    const refused = redeemCode({ code, redirect_uri, code_verifier }, client, world);
    await expect(refused).rejects.toMatchObject(invalidGrant(reason));
    const right = redeemCode({ code, redirect_uri, code_verifier: verifier }, client, world);
    await expect(right).resolves.toBeDefined();
  });

  it('is refused where the authorization request had no challenge, RFC 9700 §4.8.2', async () => {
    const { code, world } = issued({ code_challenge: null });
    const refused = redeemCode({ code, redirect_uri, code_verifier: verifier }, client, world);
    await expect(refused).rejects.toMatchObject(invalidGrant('code_verifier_unexpected'));
  });
});

describe('a second use, RFC 6749 §4.1.2', () => {
  it('has ended every token of the first when its refusal is answered', async () => {
    const { code, world } = issued();
    const { access_token, refresh_token = '' } = await redeemCode({ code, redirect_uri }, client, world);
    await expect(redeemCode({ code, redirect_uri }, client, world)).rejects.toThrow();
    expect(await findTokenState(access_token, world)).toBeNull();
    expect(await findTokenState(refresh_token, world)).toBeNull();
  });

  it.each([
    ['after the code has expired', {}, now + 61],
    ['with another redirect_uri', { redirect_uri: 'https://evil.example/' }, now],
    ['with a wrong verifier', { code_verifier: 'x'.repeat(43) }, now],
  ])('counts %s as well', async (_case, changes, at) => {
    const { code, world } = issued();
    const { access_token } = await redeemCode({ code, redirect_uri }, client, world);
    const replay = redeemCode({ code, redirect_uri, ...changes }, client, { ...world, now: at });
    await expect(replay).rejects.toMatchObject(invalidGrant('code_already_redeemed'));
    expect(await findTokenState(access_token, world)).toBeNull();
  });

  it('that slips in between check and write gets nothing and ends what the first got', async () => {
    const { code, world } = issued();
    const first: { answer?: Promise<{ access_token: string }> } = {};
    const overtaken: Grants = {
      ...world.grants,
      redeem: async (...write) => {
        first.answer = redeemCode({ code, redirect_uri }, client, world);
        await first.answer;
        return world.grants.redeem(...write);
      },
    };
    const second = redeemCode({ code, redirect_uri }, client, { ...world, grants: overtaken });
    await expect(second).rejects.toMatchObject(invalidGrant('code_already_redeemed'));
    const { access_token } = await (first.answer as Promise<{ access_token: string }>);
    expect(await findTokenState(access_token, world)).toBeNull();
  });

  it('of fifty at once is refused: one gets tokens', async () => {
    const { code, world } = issued();
    const attempts = Array.from({ length: 50 }, () => redeemCode({ code, redirect_uri }, client, world));
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is answered only after the revocation is committed', async () => {
    const { code, world, id } = issued();
    await redeemCode({ code, redirect_uri }, client, world);
    const committed: string[] = [];
    const slow: Grants = {
      ...world.grants,
      revoke: async (...write) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await world.grants.revoke(...write);
        committed.push(write[0]);
      },
    };
    await expect(
      redeemCode({ code, redirect_uri }, client, { ...world, grants: slow }),
    ).rejects.toMatchObject(invalidGrant('code_already_redeemed'));
    expect(committed).toEqual([id]);
  });
});
