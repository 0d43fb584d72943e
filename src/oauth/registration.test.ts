import { describe, expect, it } from 'vitest';
import { verifyClientMetadata } from './registration.ts';

const scopes = { profile: 'See your name', 'event:read': 'See your events' };
const redirect_uris = ['https://app.example/callback'];
const verify = (metadata: object) => verifyClientMetadata({ redirect_uris, ...metadata }, scopes);

describe('client metadata', () => {
  it('falls back to the defaults of RFC 7591 §2', () => {
    expect(verify({})).toEqual({
      client_name: 'Unnamed application',
      client_uri: null,
      redirect_uris,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code'],
      scope: 'profile event:read',
    });
  });

  it('is registered as it was sent', () => {
    const metadata = {
      client_name: 'Küche & Co.',
      client_uri: 'https://app.example/',
      redirect_uris: ['https://app.example/b?x=1', 'https://app.example/a'],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      scope: 'event:read',
    };
    expect(verify({ ...metadata, response_types: ['code'] })).toEqual(metadata);
  });

  it('holds each grant type and each scope token once', () => {
    expect(
      verify({ grant_types: ['authorization_code', 'authorization_code'], scope: 'profile profile' }),
    ).toMatchObject({ grant_types: ['authorization_code'], scope: 'profile' });
  });

  it('drops members that this server does not know, RFC 7591 §2', () => {
    expect(verify({ logo_uri: 'https://app.example/logo.png', client_id: 'chosen' })).toEqual(verify({}));
  });

  it.each([
    ['a scope that this server does not have', { scope: 'profile admin' }],
    ['a scope named as a member that every object has', { scope: 'constructor' }],
    ['a scope in another letter case', { scope: 'Profile' }],
    ['a client_uri that runs script', { client_uri: 'javascript:alert(1)' }],
    ['a client_uri that is no web address', { client_uri: 'data:text/html,x' }],
    [
      'the response type code without its grant type',
      { grant_types: ['refresh_token'], response_types: ['code'] },
    ],
    [
      'the grant type authorization_code without its response type',
      { grant_types: ['authorization_code'], response_types: [] },
    ],
  ])('is refused as invalid_client_metadata with %s', (_case, metadata) => {
    expect(() => verify(metadata)).toThrow(
      expect.objectContaining({
        reason: 'metadata_malformed',
        wire: expect.objectContaining({ error: 'invalid_client_metadata', status: 400 }),
      }),
    );
  });
});

describe('a redirect URI', () => {
  it.each([
    ['https', 'https://app.example/callback'],
    ['https with port, query and percent-encoding', 'https://app.example:8443/a%20b?tenant=1&x='],
    ['https without a path', 'https://app.example'],
    ['plain http on the loopback address', 'http://127.0.0.1/callback'],
    ['plain http on the loopback address with a port', 'http://127.0.0.1:8080/callback'],
    ['plain http on the loopback address of IPv6', 'http://[::1]:8080/callback'],
    ['plain http on localhost', 'http://localhost:8080/callback'],
    ['a reversed domain name as scheme', 'com.example.app:/callback'],
    ['the out-of-band URI', 'urn:ietf:wg:oauth:2.0:oob'],
  ])('may be registered: %s', (_case, uri) => {
    expect(verify({ redirect_uris: [uri] }).redirect_uris).toEqual([uri]);
  });

  it.each([
    ['nothing', ''],
    ['a path', '/callback'],
    ['a host without scheme', '//app.example/callback'],
    ['plain http on the net', 'http://app.example/callback'],
    ['plain http on a host that begins like loopback', 'http://127.0.0.1.evil.example/callback'],
    ['plain http on a host that begins like localhost', 'http://localhost.evil.example/'],
    ['a fragment', 'https://app.example/callback#top'],
    ['an empty fragment', 'https://app.example/callback#'],
    ['a user name', 'https://user@app.example/callback'],
    ['a user name and a password', 'https://app.example:secret@evil.example/callback'],
    ['a space', 'https://app.example/a b'],
    ['a line break', 'https://app.example/a\r\nSet-Cookie: x=y'],
    ['a letter outside ASCII', 'https://äpp.example/callback'],
    ['a backslash', 'https://app.example\\@evil.example/'],
    ['a quote', 'https://app.example/"onload="x'],
    ['an angle bracket', 'https://app.example/<script>'],
    ['script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a file', 'file:///etc/passwd'],
    ['a scheme without a dot', 'myapp:/callback'],
    ['https without a host', 'https:callback'],
    ['https with one slash', 'https:/app.example/callback'],
    ['https with three slashes', 'https:///app.example/callback'],
    ['another out-of-band URI', 'urn:ietf:wg:oauth:2.0:oob:auto'],
  ])('is refused as invalid_redirect_uri: %s', (_case, uri) => {
    expect(() => verify({ redirect_uris: ['https://app.example/first', uri] })).toThrow(
      expect.objectContaining({
        reason: 'metadata_redirect_uri_refused',
        wire: expect.objectContaining({ error: 'invalid_redirect_uri', status: 400 }),
        description: expect.stringContaining('redirect_uris[1]'),
      }),
    );
  });

  it('is not quoted in the refusal', () => {
    expect(() => verify({ redirect_uris: ['http://evil.example/"x'] })).toThrow(
      expect.objectContaining({ description: expect.not.stringContaining('evil') }),
    );
  });
});
