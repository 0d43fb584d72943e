import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import { startFragmentClient, type FragmentClient } from '../testing/fragment-client.ts';
import { sandboxSite } from '../testing/sandbox-site.ts';
import { signInTo } from '../testing/sandbox-tab.ts';
import { inTab } from '../testing/watched-tab.ts';

describe.runIf(runsBrowserTests)('a client of Ghost in Chromium', () => {
  const site = sandboxSite('ghost');
  let browser: Browser;
  let client: FragmentClient;
  beforeAll(async () => {
    client = await startFragmentClient({
      authorization_endpoint: `${site.origin}/ghost/authorize`,
      token_endpoint: `${site.origin}/token`,
      client_id: 'ghost-demo',
      client_secret: 'ghost-secret',
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await client?.close();
  });

  const decide = (button: 'Allow' | 'Deny', look: (outcome: string, tab: Tab) => Promise<void> | void) =>
    inTab(browser, {}, async (tab) => {
      await tab.goto(client.start);
      await signInTo(tab, 'demo');
      await tab.getByRole('button', { name: button }).click();
      const output = tab.locator('output:not(:empty)');
      await output.waitFor();
      await look(await output.innerText(), tab);
    });

  test('its script reads the code and its own state from the fragment, and its server gets tokens for it', async () => {
    await decide('Allow', async (outcome, tab) => {
      const tokens = JSON.parse(outcome) as { access_token: string };
      expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'profile' });
      expect(tokens).toHaveProperty('refresh_token');
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      const me = await fetch(`${site.origin}/api/me`, { headers });
      expect(await me.json()).toMatchObject({ username: 'demo' });
      expect([...new URLSearchParams(new URL(tab.url()).hash.slice(1)).keys()]).toEqual([
        'code',
        'state',
        'iss',
      ]);
    });
    expect(client.seen.filter((target) => target.includes('code'))).toEqual([]);
  });

  test('its script is told of a denial, with its own state', async () => {
    await decide('Deny', (outcome, tab) => {
      expect(outcome).toBe('error: access_denied');
      expect(new URL(tab.url()).search).toBe('');
    });
  });
});
