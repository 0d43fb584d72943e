import type { Page as Tab } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumAndCallback } from '../testing/chromium-client.ts';
import { runsBrowserTests } from '../testing/chromium.ts';
import { sandboxSite } from '../testing/sandbox-site.ts';
import { signInTo } from '../testing/sandbox-tab.ts';
import { inTab } from '../testing/watched-tab.ts';

describe.runIf(runsBrowserTests)('a client of GoCD in Chromium', () => {
  const site = sandboxSite('gocd');
  const peer = chromiumAndCallback();

  const demo = { client_id: 'gocd-demo', client_secret: 'gocd-secret' };

  const onConsentPage = (use: (tab: Tab) => Promise<void>, { client_id } = demo) =>
    inTab(peer.browser, {}, async (tab) => {
      const query = new URLSearchParams({
        redirect_uri: peer.callback.uri,
        client_id,
        response_type: 'code',
      });
      await tab.goto(`${site.origin}/oauth/authorize?${query.toString()}`);
      await signInTo(tab, 'demo');
      await use(tab);
    });
  const agreement = (tab: Tab) => tab.getByLabel('I authorize this application to act for me');
  const submit = (tab: Tab) => tab.getByRole('button', { name: 'Submit' });

  async function exchange(code: string, client = demo) {
    const grant_type = 'authorization-code';
    const body = new URLSearchParams({ code, grant_type, ...client, redirect_uri: peer.callback.uri });
    const answer = await fetch(`${site.origin}/go/oauth/token`, { method: 'POST', body });
    return (await answer.json()) as { access_token: string };
  }

  const gadgets = (access_token: string) =>
    fetch(`${site.origin}/go/gadgets`, { headers: { authorization: `Token token="${access_token}"` } });

  test('the ticked box and Submit lead to a code, and that to the gadgets', async () => {
    await onConsentPage(async (tab) => {
      await agreement(tab).check();
      const arrival = peer.callback.next();
      await submit(tab).click();
      const { access_token } = await exchange((await arrival).url.searchParams.get('code') ?? '');
      expect(await (await gadgets(access_token)).json()).toEqual({
        gadgets: [{ title: 'Read who the token stands for', url: `${site.origin}/api/me` }],
      });
    });
  });

  test('Submit without the tick leads nowhere', async () => {
    await onConsentPage(async (tab) => {
      await submit(tab).click();
      expect(await tab.locator('input[name=agreed]:invalid').count()).toBe(1);
      expect(new URL(tab.url()).pathname).toBe('/oauth/authorize');
      expect(peer.callback.waiting).toEqual([]);
      await agreement(tab).check();
      const arrival = peer.callback.next();
      await submit(tab).click();
      expect((await arrival).url.searchParams.has('code')).toBe(true);
    });
  });

  test('a denial needs no tick and reaches the client', async () => {
    await onConsentPage(async (tab) => {
      const arrival = peer.callback.next();
      await tab.getByRole('button', { name: 'Deny' }).click();
      expect((await arrival).url.searchParams.get('error')).toBe('access_denied');
    });
  });

  test('an administrator creates a client, edits it, and destroys it in a pop-up, which ends its tokens', async () => {
    await inTab(peer.browser, {}, async (admin) => {
      await admin.goto(`${site.origin}/oauth/applications`);
      await signInTo(admin, 'admin');
      await admin.getByRole('link', { name: 'New application' }).click();
      await admin.getByLabel('Name', { exact: true }).fill('Pipeline radiator');
      await admin.getByLabel('Redirect URI 1').fill('http://www.my_redirect_uri.com');
      await admin.getByLabel('See your user name and your name').check();
      await admin.getByRole('button', { name: 'Register' }).click();
      const client = await summaryOf(admin);

      await admin.getByRole('link', { name: 'Edit' }).click();
      await admin.getByLabel('Name', { exact: true }).fill('Wall display');
      await admin.getByLabel('Redirect URI 1').fill(peer.callback.uri);
      await admin.getByRole('button', { name: 'Save' }).click();
      await admin.getByRole('heading', { name: 'Wall display' }).waitFor();
      const { access_token } = await authorized(client);
      expect((await gadgets(access_token)).status).toBe(200);

      await admin.getByRole('link', { name: 'Delete' }).click();
      await admin.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await admin.waitForURL((url) => url.pathname === '/oauth/applications');
      expect(await admin.locator(`a[href$="${client.client_id}"]`).count()).toBe(0);
      expect((await gadgets(access_token)).status).toBe(401);
    });
  });

  async function summaryOf(tab: Tab): Promise<typeof demo> {
    const client_id = await tab.locator('dt:has-text("Client ID") + dd').innerText();
    return {
      client_id,
      client_secret: await tab.getByRole('textbox', { name: 'Client secret' }).innerText(),
    };
  }

  async function authorized(client: typeof demo): Promise<{ access_token: string }> {
    const arrival = peer.callback.next();
    await onConsentPage(async (tab) => {
      expect(await tab.locator('main').innerText()).toContain('Wall display');
      await agreement(tab).check();
      await submit(tab).click();
      await arrival;
    }, client);
    return await exchange((await arrival).url.searchParams.get('code') ?? '', client);
  }
});
