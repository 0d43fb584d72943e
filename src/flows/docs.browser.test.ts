import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { deployment } from '../testing/deployment.ts';
import { inTab } from '../testing/watched-tab.ts';

const [sqlite] = databases as [DatabaseKind];

describe.runIf(runsBrowserTests)('the docs as the server sends them', () => {
  const site = deployment(sqlite);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const docs = (use: (tab: Tab) => Promise<void>, hash = '') =>
    inTab(browser, {}, async (tab) => {
      await tab.goto(`${site.origin}/docs${hash}`);
      await use(tab);
    });
  const heading = (tab: Tab, name: string) => tab.getByRole('heading').filter({ hasText: name }).first();

  test('Redoc starts under the policy of the page and leads from a group to its operations', async () => {
    await docs(async (tab) => {
      await heading(tab, 'Codegrant (0.1.0)').waitFor();
      await tab.getByRole('link', { name: 'Token', exact: true }).first().click();
      await heading(tab, 'Exchange a code or a refresh token').waitFor();
      expect(await tab.locator('body').innerText()).toContain('a code for tokens (RFC 6749 §4.1.3)');
    });
  });

  test.each([
    ['#operation/issueToken', 'Exchange a code or a refresh token'],
    ['#operation/authorize', 'Ask the owner for authorization'],
    ['#/resource/getme', 'Read who the token stands for'],
  ])('the link %s leads to "%s"', async (hash, name) => {
    await docs((tab) => heading(tab, name).waitFor(), hash);
  });

  test('the search finds an operation by a word of its summary', async () => {
    await docs(async (tab) => {
      await tab.getByText('Search').first().click();
      await tab.keyboard.type('refresh');
      await tab.getByText('Present for clients registered for the grant type').first().waitFor();
    });
  });
});
