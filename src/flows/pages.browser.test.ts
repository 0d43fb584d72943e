import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { account, deployment } from '../testing/deployment.ts';
import { expectSoundPage, inTab } from '../testing/watched-tab.ts';

const [sqlite] = databases as [DatabaseKind];
const narrow = { viewport: { width: 320, height: 640 } };

describe.runIf(runsBrowserTests)('pages as the server sends them, at a width of 320 px', () => {
  const site = deployment(sqlite);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  function request(changes: Record<string, string> = {}): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: site.clients.outOfBand.client_id,
      redirect_uri: 'urn:ietf:wg:oauth:2.0:oob',
      scope: 'profile event:write',
      ...changes,
    });
    return `/oauth/authorize?${query.toString()}`;
  }

  async function signIn(tab: Tab, password: string): Promise<void> {
    await tab.getByLabel('User name').fill(account.username);
    await tab.getByLabel('Password').fill(password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
  }

  test('text/html is not checked by response validation: the browser checks each page of the flow', async () => {
    await inTab(browser, narrow, async (tab) => {
      await tab.goto(site.origin);
      await expectSoundPage(tab, 'OAuth 2.0 authorization server');
      await tab.goto(site.origin + request());
      await expectSoundPage(tab, 'Sign in');
      await signIn(tab, 'a guess');
      await tab.getByRole('alert').waitFor();
      await expectSoundPage(tab, 'Sign in');
      await signIn(tab, account.password);
      await tab.getByRole('button', { name: 'Allow' }).waitFor();
      await expectSoundPage(tab, 'Allow access to your account?');
      await tab.getByRole('button', { name: 'Allow' }).click();
      await tab.getByRole('textbox').waitFor();
      await expectSoundPage(tab, 'Your authorization code');
      await tab.goto(`${site.origin}/`);
      await expectSoundPage(tab, 'OAuth 2.0 authorization server');
      await tab.goto(`${site.origin}/logout`);
      await expectSoundPage(tab, 'Sign out');
    });
  });

  test.each([
    ['an unknown client', () => request({ client_id: 'nobody' }), 'This request cannot be answered'],
    ['a long redirect URI of somebody else', longRedirect, 'This request cannot be answered'],
    ['a path that is not there', () => '/oauth/nothing-here', 'There is nothing at this address'],
    ['a code page without a code', () => '/oauth/code', 'There is nothing at this address'],
  ])('%s ends on a page that is as sound as the others', async (_, path, title) => {
    await inTab(browser, narrow, async (tab) => {
      await tab.goto(site.origin + path());
      await expectSoundPage(tab, title);
      const id = await tab.locator('dt:has-text("Request id") + dd').innerText();
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  function longRedirect(): string {
    return request({ redirect_uri: `https://elsewhere.example/${'callback/'.repeat(60)}` });
  }
});
