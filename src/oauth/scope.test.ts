import { describe, expect, it } from 'vitest';
import { aClient } from '../testing/records.ts';
import { formatScope, isWithin, parseScope, resolveRequestedScope } from './scope.ts';
import { strict } from './tolerances.ts';

const registry = { profile: 'See who you are', 'event:read': 'See events', 'event:write': 'Change events' };

describe('scope as text, RFC 6749 §3.3', () => {
  it('is a list of tokens in the order given, each once', () => {
    expect(parseScope('event:write profile event:write')).toEqual(['event:write', 'profile']);
  });

  it('keeps letter case', () => {
    expect(parseScope('Profile profile PROFILE')).toEqual(['Profile', 'profile', 'PROFILE']);
  });

  it('is written with one space between tokens', () => {
    expect(formatScope(['profile', 'event:read'])).toBe('profile event:read');
  });

  it.each([
    ['profile', 'profile event:read', true],
    ['event:read profile', 'profile event:read', true],
    ['', 'profile', true],
    ['profile', '', false],
    ['profile event:write', 'profile event:read', false],
    ['event', 'event:read', false],
    ['event:read', 'event', false],
    ['Profile', 'profile', false],
  ])('"%s" is within "%s": %s', (scope, wider, isInside) => {
    expect(isWithin(scope, wider)).toBe(isInside);
  });
});

describe('the requested scope, RFC 6749 §3.3', () => {
  const client = aClient({ scope: 'profile event:read' });
  const resolve = (requested: string | undefined, scope = client.scope) =>
    resolveRequestedScope(requested, { ...client, scope }, { scopes: registry, tolerances: strict });

  it('is what was asked for, in its order', () => {
    expect(resolve('event:read profile')).toEqual({ tokens: ['event:read', 'profile'] });
  });

  it('is profile where the request has none', () => {
    expect(resolve(undefined)).toEqual({ tokens: ['profile'] });
  });

  it('is missed where the request has none and the client may not ask for profile', () => {
    expect(resolve(undefined, 'event:read')).toEqual({ reason: 'scope_missing' });
  });

  it.each(['no:such', 'profile no:such', 'Profile', 'event', 'event:*', 'constructor', '__proto__'])(
    'is unknown for %s',
    (requested) => {
      expect(resolve(requested, `profile ${requested}`)).toEqual({ reason: 'scope_unknown' });
    },
  );

  it('is refused where the client is not registered for a token of it', () => {
    expect(resolve('profile event:write')).toEqual({ reason: 'scope_not_allowed' });
  });
});
