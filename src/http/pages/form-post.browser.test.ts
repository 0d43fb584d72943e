import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { EXAMPLES } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';

describe.runIf(runsBrowserTests)('forms that lead to a client', () => {
  let browser: Browser;
  let client: ExampleServer;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    client = await serveExamples({}, '/welcome');
    const form_post = {
      ...EXAMPLES.form_post,
      action: `${client.origin}/callback`,
      form_action: client.origin,
    };
    const consent = { ...EXAMPLES.consent, form_action: client.origin };
    const elsewhere = { ...EXAMPLES.consent, form_action: 'https://elsewhere.example' };
    server = await serveExamples({ form_post, consent, elsewhere }, `${client.origin}/callback?code=c`);
  });
  beforeEach(() => {
    client.arrivals.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await client?.close();
  });

  test('form_post submits itself where script is on', async () => {
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    await tab.goto(`${server.origin}/form_post`, { waitUntil: 'commit' });
    await tab.waitForURL(`${client.origin}/welcome`);
    expect(client.arrivals).toEqual([{ path: '/callback', fields: EXAMPLES.form_post.fields }]);
    expect(said).toEqual([]);
    await tab.close();
  });

  test('form_post waits for its button where script is off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${server.origin}/form_post`);
    expect(client.arrivals).toEqual([]);
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.waitForURL(`${client.origin}/welcome`);
    expect(client.arrivals).toEqual([{ path: '/callback', fields: EXAMPLES.form_post.fields }]);
    await context.close();
  });

  test('a decision may be answered by a redirect to the destination', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/consent`);
    await tab.getByRole('button', { name: 'Allow' }).click();
    await tab.waitForURL(`${client.origin}/callback?code=c`);
    await tab.close();
  });

  test('a decision cannot be redirected anywhere else', async () => {
    const tab = await browser.newPage();
    const said = tab.waitForEvent('console');
    await tab.goto(`${server.origin}/elsewhere`);
    await tab.getByRole('button', { name: 'Allow' }).click({ noWaitAfter: true });
    expect((await said).text()).toContain('form-action');
    expect(tab.url()).toBe(`${server.origin}/elsewhere`);
    await tab.close();
  });
});
