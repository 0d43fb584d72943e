import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { inTab } from '../../testing/watched-tab.ts';
import { EXAMPLES } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';

describe.runIf(runsBrowserTests)('what is made for copying', () => {
  let browser: Browser;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveExamples(EXAMPLES);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const on = (page: string, use: (tab: Tab) => Promise<void>, javaScriptEnabled = true) =>
    inTab(browser, { javaScriptEnabled, permissions: ['clipboard-read', 'clipboard-write'] }, async (tab) => {
      await tab.goto(`${server.origin}/${page}`);
      await use(tab);
    });
  const secret = EXAMPLES['application-secret'].client_secret;
  const copy = (tab: Tab) => tab.getByRole('button', { name: /^Copy the/ });
  const selected = (tab: Tab) => tab.evaluate<string>('getSelection().toString().trim()');

  test.each([
    ['application-secret', secret],
    ['code', EXAMPLES.code.code],
  ])('takes what the page %s shows to the clipboard', async (page, text) => {
    await on(page, async (tab) => {
      await copy(tab).click();
      await tab.getByText('Copied', { exact: true }).waitFor();
      expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(text);
    });
  });

  test('selects the text, and says so, where the browser lets no page copy', async () => {
    await on('code', async (tab) => {
      await tab.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
      await tab.evaluate('document.execCommand = () => false');
      await copy(tab).click();
      await tab.getByText('Selected, but not copied').waitFor();
      expect(await selected(tab)).toBe(EXAMPLES.code.code);
    });
  });

  test.each(['application-secret', 'code'])('has no button on %s where script is off', async (page) => {
    await on(page, async (tab) => expect(await copy(tab).count()).toBe(0), false);
  });

  test('one click on the secret selects it, and nothing else', async () => {
    await on('application-secret', async (tab) => {
      await tab.getByRole('textbox', { name: 'Client secret' }).click();
      expect(await selected(tab)).toBe(secret);
    });
  });

  test('a printed page keeps the secret and leaves out what can only be clicked', async () => {
    await on('application-secret', async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      expect(await tab.getByRole('textbox', { name: 'Client secret' }).isVisible()).toBe(true);
      expect(await tab.locator('dd', { hasText: 's6BhdRkqt3' }).isVisible()).toBe(true);
      expect(
        await tab.locator('nav, button, select, .button, .links').filter({ visible: true }).count(),
      ).toBe(0);
    });
  });
});
