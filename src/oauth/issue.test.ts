import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { lifetimes } from '../testing/memory-grants.ts';
import { aClient, aGrant, aUser, now } from '../testing/records.ts';
import { deriveSuccessors, issueForCode, issueForRefresh } from './issue.ts';
import type { Grant, StoredRefreshToken } from './ports.ts';
import { parseAccessToken, parseRefreshToken } from './token-format.ts';

const minting = { secrets, lifetimes, now };
const client = aClient();
const grant: Grant = {
  ...aGrant(client, aUser()),
  scope: 'profile event:write',
  redeemed_at: null,
  revoked_at: null,
  access_token: null,
  previous_access_token: null,
  refresh_token: null,
  last_used_at: null,
  client_scope: 'profile event:write',
  owner: { username: 'ada', name: 'Ada' },
};

/** The first refresh token of the grant, as the client holds it and as the store does. */
function first() {
  const { issue, response } = issueForCode(grant, client, grant.scope, minting);
  const token = response.refresh_token as string;
  const family = parseRefreshToken(token)?.family as string;
  return { token, family, stored: issue.refresh_token as StoredRefreshToken };
}

describe('the first tokens of a grant', () => {
  const { issue, response } = issueForCode(grant, client, grant.scope, minting);

  it('are answered with type, lifetime and granted scope, RFC 6749 §5.1', () => {
    expect(response).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: expect.any(String),
      scope: 'profile event:write',
    });
    expect(parseAccessToken(response.access_token)).toBe(grant.id);
    expect(parseRefreshToken(response.refresh_token as string)).toMatchObject({
      grant_id: grant.id,
      generation: 0,
    });
  });

  it('are stored as hashes only', () => {
    const { access_token, refresh_token = '' } = response;
    expect(issue.access_token.hash).toBe(secrets.hash(access_token));
    expect(issue.refresh_token?.hash).toBe(secrets.hash(refresh_token));
    const stored = JSON.stringify(issue);
    for (const part of [access_token, refresh_token].flatMap((token) => token.split('.').slice(1)))
      if (part.length > 1) expect(stored).not.toContain(part);
  });

  it('live as long as was configured, and the grant as long as the last of them', () => {
    expect(issue.access_token).toMatchObject({ issued_at: now, expires_at: now + 600 });
    expect(issue.refresh_token).toMatchObject({ expires_at: now + 5000, ends_at: now + 9000 });
    expect(issue.expires_at).toBe(now + 5000);
  });

  it('hold no refresh token for a client without the grant type refresh_token', () => {
    const plain = aClient({ grant_types: ['authorization_code'] });
    const issued = issueForCode(grant, plain, grant.scope, minting);
    expect(issued.response).not.toHaveProperty('refresh_token');
    expect(issued.issue).toMatchObject({ refresh_token: null, expires_at: now + 600 });
  });

  it('never have an idle limit after the absolute one', () => {
    const short = { ...minting, lifetimes: { ...lifetimes, refresh_absolute: 3000 } };
    expect(issueForCode(grant, client, grant.scope, short).issue.refresh_token).toMatchObject({
      expires_at: now + 3000,
      ends_at: now + 3000,
    });
  });

  it('let the grant live as long as an access token that outlives the refresh token', () => {
    const long = { ...minting, lifetimes: { ...lifetimes, access_token: 9000 } };
    expect(issueForCode(grant, client, grant.scope, long).issue.expires_at).toBe(now + 9000);
  });

  it('differ from one grant to the next', () => {
    const again = issueForCode(grant, client, grant.scope, minting).response;
    expect(again.access_token).not.toBe(response.access_token);
    expect(again.refresh_token).not.toBe(response.refresh_token);
  });
});

describe('the successors of a refresh token', () => {
  it('are of the next generation in the same family, with the hash of the token that they replace', () => {
    const presented = first();
    const later = { ...minting, now: now + 100 };
    const { issue, response } = issueForRefresh(presented, grant, 'profile', later);
    expect(parseRefreshToken(response.refresh_token as string)).toMatchObject({
      generation: 1,
      family: presented.family,
    });
    expect(issue.refresh_token).toMatchObject({
      generation: 1,
      family_hash: presented.stored.family_hash,
      hash: secrets.hash(response.refresh_token as string),
      replaced: { hash: presented.stored.hash, at: now + 100 },
    });
    expect(issue.access_token).toMatchObject({
      hash: secrets.hash(response.access_token),
      scope: 'profile',
      expires_at: now + 700,
    });
  });

  it('begin a new idle time and keep the absolute end', () => {
    const presented = first();
    const later = { ...minting, now: now + 100 };
    expect(issueForRefresh(presented, grant, 'profile', later).issue.refresh_token).toMatchObject({
      expires_at: now + 5100,
      ends_at: now + 9000,
    });
    const late = { ...minting, now: now + 8900 };
    expect(issueForRefresh(presented, grant, 'profile', late).issue.refresh_token).toMatchObject({
      expires_at: now + 9000,
      ends_at: now + 9000,
    });
  });

  it('come again from the old token and the stored salt, and from nothing less', () => {
    const presented = first();
    const { issue, response } = issueForRefresh(presented, grant, 'profile', minting);
    const salt = issue.refresh_token?.replaced?.salt as string;
    const { access_token, refresh_token } = response;
    const same = { access_token, refresh_token };
    expect(deriveSuccessors(presented, grant.id, salt, secrets)).toEqual(same);
    expect(deriveSuccessors(presented, grant.id, secrets.newSecret(), secrets)).not.toEqual(same);
    const other = { ...presented, token: first().token };
    expect(deriveSuccessors(other, grant.id, salt, secrets)).not.toEqual(same);
  });

  it('differ each time that the same token is exchanged', () => {
    const presented = first();
    const tokens = [1, 2].map(
      () => issueForRefresh(presented, grant, 'profile', minting).response.access_token,
    );
    expect(new Set(tokens).size).toBe(2);
  });

  it('do not share their random part, so that the access token tells nothing of the refresh token', () => {
    const { response } = issueForRefresh(first(), grant, 'profile', minting);
    expect(response.access_token.split('.').at(-1)).not.toBe(response.refresh_token?.split('.').at(-1));
  });
});
