import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { testServer } from '../testing/server.ts';

describe('the check of a redirect URI', () => {
  const server = testServer();
  const check = (redirect_uri: string) =>
    supertest(server.url).get('/api/redirect_uri_check').query({ redirect_uri });

  it.each([
    ['https://app.example/callback?a=b&c', null],
    ['com.example.app:/cb', null],
    ['urn:ietf:wg:oauth:2.0:oob', null],
    ['https://app.example/#', 'This URI has a fragment.'],
    ['http://app.example/', 'This URI is plain http on a host other than loopback; use https.'],
    ['https://app.example/ö', 'This URI has a space, a control character or a character outside ASCII.'],
    ['javascript:alert(1)', 'This URI has a scheme that is neither https nor a reversed domain name.'],
    [' ', 'This URI has a space, a control character or a character outside ASCII.'],
    [`https://app.example/${'a'.repeat(2100)}`, 'This URI is longer than 2048 characters.'],
  ])('of %s says %s', async (uri, problem) => {
    const { status, body } = await check(uri);
    expect([status, body]).toEqual([200, { problem }]);
  });

  it.each(['', '?redirect_uri=', '?redirect_uri=a&redirect_uri=b', '?redirect_uri=%00', '?redirect_uri=%ff'])(
    'needs one URI: "%s" is 400',
    async (query) => {
      const { status, body } = await supertest(server.url).get(`/api/redirect_uri_check${query}`);
      expect([status, body.error]).toEqual([400, 'invalid_request']);
    },
  );
});
