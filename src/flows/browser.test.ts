import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { listenForCallback, type Arrival } from '../testing/callback-listener.ts';
import { chromiumAndCallback } from '../testing/chromium-client.ts';
import { runsBrowserTests } from '../testing/chromium.ts';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { account, deployment, type RegisteredClient } from '../testing/deployment.ts';
import { challenge, verifier } from '../testing/owner.ts';
import { inTab } from '../testing/watched-tab.ts';

const [sqlite] = databases as [DatabaseKind];
const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

describe.runIf(runsBrowserTests)('the flow in Chromium', () => {
  const site = deployment(sqlite);
  const peer = chromiumAndCallback();

  function authorizationUrl(client: RegisteredClient, changes: Record<string, string> = {}): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: peer.callback.uri,
      scope: 'profile event:write',
      state: 'a state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    });
    return `${site.origin}/oauth/authorize?${query.toString()}`;
  }

  const tabTo = (url: string, use: (tab: Tab) => Promise<void>, options: BrowserContextOptions = {}) =>
    inTab(peer.browser, options, async (tab) => {
      await tab.goto(url);
      await use(tab);
    });

  async function signIn(tab: Tab): Promise<void> {
    await tab.getByLabel('User name').fill(account.username);
    await tab.getByLabel('Password').fill(account.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
  }

  async function press(tab: Tab, name: 'Allow' | 'Deny'): Promise<Arrival> {
    const arrival = peer.callback.next();
    await tab.getByRole('button', { name }).click();
    return await arrival;
  }

  async function exchange(client: RegisteredClient, code: string, redirect_uri = peer.callback.uri) {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri,
      code_verifier: verifier,
      ...client,
    });
    const answer = await fetch(`${site.origin}/oauth/token`, { method: 'POST', body });
    return (await answer.json()) as { scope?: string; error?: string };
  }

  test('sign-in, consent to a part of the scope, and a code for exactly that part', async () => {
    const client = site.clients.confidential;
    await tabTo(authorizationUrl(client), async (tab) => {
      expect(await tab.locator('main').innerText()).toContain('to continue to Calendar');
      await signIn(tab);
      const words = await tab.locator('main').innerText();
      expect(words).toContain('Calendar\nasks for access to your account');
      expect(words).toContain('calendar.example');
      expect(words).toContain('a program on this machine (127.0.0.1)');
      expect(await tab.getByRole('checkbox').count()).toBe(2);
      await tab.getByLabel('See your user name and your name').uncheck();
      const { method, url } = await press(tab, 'Allow');
      await tab.waitForURL((shown) => shown.href === url.href);
      expect([method, url.searchParams.get('state'), url.searchParams.get('iss')]).toEqual([
        'GET',
        'a state',
        site.origin,
      ]);
      const tokens = await exchange(client, url.searchParams.get('code') ?? '');
      expect(tokens.scope).toBe('event:write');
    });
  });

  test('a denial arrives as access_denied and without a code', async () => {
    await tabTo(authorizationUrl(site.clients.public), async (tab) => {
      await signIn(tab);
      const { url } = await press(tab, 'Deny');
      expect(url.searchParams.get('error')).toBe('access_denied');
      expect(url.searchParams.get('state')).toBe('a state');
      expect(url.searchParams.has('code')).toBe(false);
    });
  });

  test('consent with nothing ticked is a denial', async () => {
    await tabTo(authorizationUrl(site.clients.public), async (tab) => {
      await signIn(tab);
      for (const box of await tab.getByRole('checkbox').all()) await box.uncheck();
      const { url } = await press(tab, 'Allow');
      expect(url.searchParams.get('error')).toBe('access_denied');
    });
  });

  test.each([
    ['submits itself where script is on', true],
    ['waits for its button where script is off', false],
  ])('form_post %s', async (_, javaScriptEnabled) => {
    const url = authorizationUrl(site.clients.public, { response_mode: 'form_post' });
    const look = async (tab: Tab): Promise<void> => {
      await signIn(tab);
      const arrival = peer.callback.next();
      await tab.getByRole('button', { name: 'Allow' }).click();
      if (!javaScriptEnabled) await tab.getByRole('button', { name: 'Continue' }).click();
      const { method, url: arrived, body } = await arrival;
      await tab.waitForURL((shown) => shown.href === peer.callback.uri);
      expect([method, arrived.search]).toEqual(['POST', '']);
      expect([...body.keys()]).toEqual(['code', 'state', 'iss']);
      const tokens = await exchange(site.clients.public, body.get('code') ?? '');
      expect(tokens.scope).toBe('profile event:write');
    };
    await tabTo(url, look, { javaScriptEnabled });
  });

  test('fragment keeps the code from the wire between browser and client', async () => {
    const url = authorizationUrl(site.clients.public, { response_mode: 'fragment' });
    await tabTo(url, async (tab) => {
      await signIn(tab);
      expect((await press(tab, 'Allow')).url.search).toBe('');
      await tab.waitForURL((shown) => shown.hash !== '');
      const answer = new URLSearchParams(new URL(tab.url()).hash.slice(1));
      expect([...answer.keys()]).toEqual(['code', 'state', 'iss']);
      expect(await exchange(site.clients.public, answer.get('code') ?? '')).toHaveProperty('access_token');
    });
  });

  test('the out-of-band page shows the code, which is in no address', async () => {
    const client = site.clients.outOfBand;
    await tabTo(authorizationUrl(client, { redirect_uri: outOfBand }), async (tab) => {
      await signIn(tab);
      await tab.getByRole('button', { name: 'Allow' }).click();
      const code = await tab.getByRole('textbox', { name: 'Your authorization code' }).innerText();
      expect(tab.url()).toBe(`${site.origin}/oauth/code`);
      expect(await exchange(client, code, outOfBand)).toHaveProperty('access_token');
    });
  });

  test('consent leads to an IPv6 loopback address, which no policy can name', async () => {
    const there = await listenForCallback('::1');
    try {
      await tabTo(authorizationUrl(site.clients.public, { redirect_uri: there.uri }), async (tab) => {
        await signIn(tab);
        await tab.getByRole('button', { name: 'Allow' }).click();
        const code = (await there.next()).url.searchParams.get('code') ?? '';
        expect(await exchange(site.clients.public, code, there.uri)).toHaveProperty('access_token');
      });
    } finally {
      await there.close();
    }
  });

  test('a wrong password is told, and typing goes on where it was wrong', async () => {
    await tabTo(authorizationUrl(site.clients.public), async (tab) => {
      await tab.getByLabel('User name').fill(account.username);
      await tab.getByLabel('Password').fill('a guess');
      await tab.keyboard.press('Enter');
      expect(await tab.getByRole('alert').innerText()).toBe('User name or password is wrong.');
      await tab.keyboard.type(account.password);
      await tab.keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Allow' }).waitFor();
      expect((await press(tab, 'Deny')).url.searchParams.get('state')).toBe('a state');
    });
  });

  test('sign-in and consent need no pointer', async () => {
    await tabTo(authorizationUrl(site.clients.public), async (tab) => {
      const { keyboard } = tab;
      await keyboard.type(account.username);
      await keyboard.press('Tab');
      await keyboard.type(account.password);
      await keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Allow' }).waitFor();
      const presses = ['Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Enter'];
      const arrival = peer.callback.next();
      for (const key of presses) await keyboard.press(key);
      const code = (await arrival).url.searchParams.get('code') ?? '';
      expect((await exchange(site.clients.public, code)).scope).toBe('event:write');
    });
  });

  test('whoever is signed in sees the consent page at once', async () => {
    await tabTo(authorizationUrl(site.clients.public), async (tab) => {
      await signIn(tab);
      await press(tab, 'Allow');
      await tab.goto(authorizationUrl(site.clients.confidential));
      expect(new URL(tab.url()).pathname).toBe('/oauth/authorize');
      expect((await press(tab, 'Allow')).url.searchParams.has('code')).toBe(true);
    });
  });
});
