import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { challenge, verifier } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { resolveCodeChallenge, verifierProblem } from './pkce.ts';

const confidential = aClient();
const isPublic = aClient({ client_secret_hash: null, token_endpoint_auth_method: 'none' });

describe('the challenge of an authorization request, RFC 7636 §4.3', () => {
  it.each([confidential, isPublic])('is taken over with S256', (client) => {
    expect(resolveCodeChallenge(challenge, 'S256', client)).toEqual({ code_challenge: challenge });
  });

  it.each(['plain', 's256', 'S512', 'S256 ', undefined])('is refused with the method %j', (method) => {
    expect(resolveCodeChallenge(challenge, method, confidential)).toEqual({
      reason: 'code_challenge_method_unknown',
    });
  });

  it('may be left out by a confidential client', () => {
    expect(resolveCodeChallenge(undefined, undefined, confidential)).toEqual({ code_challenge: null });
  });

  it('is compulsory for a public client, RFC 7636 §4.4.1', () => {
    expect(resolveCodeChallenge(undefined, undefined, isPublic)).toEqual({
      reason: 'code_challenge_missing',
    });
  });

  it.each([confidential, isPublic])('is missed where there is a method without it', (client) => {
    expect(resolveCodeChallenge(undefined, 'S256', client)).toEqual({
      reason: 'code_challenge_method_alone',
    });
  });
});

describe('the verifier of a code, RFC 7636 §4.6', () => {
  it('opens it where its SHA-256 is the challenge, as in RFC 7636 §B', () => {
    expect(verifierProblem(verifier, challenge, secrets)).toBeNull();
  });

  it.each([challenge, `${verifier}x`, verifier.toLowerCase(), ''])('does not open it as %j', (other) => {
    expect(verifierProblem(other, challenge, secrets)).toBe('code_verifier_wrong');
  });

  it('is missed where there was a challenge', () => {
    expect(verifierProblem(undefined, challenge, secrets)).toBe('code_verifier_missing');
  });

  it('is refused where there was no challenge, RFC 9700 §4.8.2', () => {
    expect(verifierProblem(verifier, null, secrets)).toBe('code_verifier_unexpected');
  });

  it('is not needed where there was no challenge', () => {
    expect(verifierProblem(undefined, null, secrets)).toBeNull();
  });
});
