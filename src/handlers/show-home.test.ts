import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { formTargets, textOf } from '../testing/authorization-answer.ts';
import { signedIn } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';

describe('the home page', () => {
  const server = testServer({ issuer: 'http://auth.example' });

  it('names the issuer and offers to sign in', async () => {
    const { text } = await supertest(server.url).get('/').expect(200);
    expect(textOf(text)).toContain('The issuer is http://auth.example');
    expect(text).toContain('href="/login"');
    expect(formTargets(text)).toEqual([]);
  });

  it('says who is signed in and offers to sign out', async () => {
    const { text } = await (await signedIn(server)).get('/').expect(200);
    expect(textOf(text)).toContain('Signed in as ada');
    expect(formTargets(text)).toEqual(['/logout']);
  });

  it('says of no user that was removed that they are signed in', async () => {
    const browser = await signedIn(server);
    await server.store.users.remove('ada');
    expect(textOf((await browser.get('/')).text)).not.toContain('Signed in');
  });

  it.each(['/docs', '/openapi.yaml', '/.well-known/oauth-authorization-server'])(
    'leads to %s, which is there',
    async (path) => {
      const { text } = await supertest(server.url).get('/');
      expect(text).toContain(`href="${path}"`);
      await supertest(server.url).get(path).expect(200);
    },
  );
});
