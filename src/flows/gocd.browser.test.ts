import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listenForCallback, type CallbackListener } from '../testing/callback-listener.ts';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import { sandboxSite } from '../testing/sandbox-site.ts';
import { signInTo } from '../testing/sandbox-tab.ts';
import { inTab } from '../testing/watched-tab.ts';

describe.runIf(runsBrowserTests)('a client of GoCD in Chromium', () => {
  const site = sandboxSite('gocd');
  let browser: Browser;
  let callback: CallbackListener;
  beforeAll(async () => {
    [browser, callback] = await Promise.all([launchChromium(), listenForCallback()]);
  });
  afterAll(async () => {
    await browser?.close();
    await callback?.close();
  });

  const onConsentPage = (use: (tab: Tab) => Promise<void>) =>
    inTab(browser, {}, async (tab) => {
      const query = new URLSearchParams({
        redirect_uri: callback.uri,
        client_id: 'gocd-demo',
        response_type: 'code',
      });
      await tab.goto(`${site.origin}/oauth/authorize?${query.toString()}`);
      await signInTo(tab, 'demo');
      await use(tab);
    });
  const agreement = (tab: Tab) => tab.getByLabel('I authorize this application to act for me');
  const submit = (tab: Tab) => tab.getByRole('button', { name: 'Submit' });

  async function exchange(code: string) {
    const body = new URLSearchParams({
      code,
      grant_type: 'authorization-code',
      client_id: 'gocd-demo',
      client_secret: 'gocd-secret',
      redirect_uri: callback.uri,
    });
    const answer = await fetch(`${site.origin}/go/oauth/token`, { method: 'POST', body });
    return (await answer.json()) as { access_token: string };
  }

  test('the ticked box and Submit lead to a code, and that to the gadgets', async () => {
    await onConsentPage(async (tab) => {
      await agreement(tab).check();
      const arrival = callback.next();
      await submit(tab).click();
      const { access_token } = await exchange((await arrival).url.searchParams.get('code') ?? '');
      const headers = { authorization: `Token token="${access_token}"` };
      const gadgets = await fetch(`${site.origin}/go/gadgets`, { headers });
      expect(await gadgets.json()).toEqual({
        gadgets: [{ title: 'Read who the token stands for', url: `${site.origin}/api/me` }],
      });
    });
  });

  test('Submit without the tick leads nowhere', async () => {
    await onConsentPage(async (tab) => {
      await submit(tab).click();
      expect(await tab.locator('input[name=agreed]:invalid').count()).toBe(1);
      expect(new URL(tab.url()).pathname).toBe('/oauth/authorize');
      expect(callback.waiting).toEqual([]);
      await agreement(tab).check();
      const arrival = callback.next();
      await submit(tab).click();
      expect((await arrival).url.searchParams.has('code')).toBe(true);
    });
  });

  test('a denial needs no tick and reaches the client', async () => {
    await onConsentPage(async (tab) => {
      const arrival = callback.next();
      await tab.getByRole('button', { name: 'Deny' }).click();
      expect((await arrival).url.searchParams.get('error')).toBe('access_denied');
    });
  });
});
