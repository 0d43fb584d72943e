import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { EXAMPLES, HOSTILE } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';

/** The form that submits itself stays where it is: the server of the examples answers 204. */
const PAGES = {
  ...EXAMPLES,
  form_post: { ...EXAMPLES.form_post, action: '/callback', form_action: "'self'" },
};
const names = Object.keys(PAGES);
const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, viewport: { width, height: 640 } })),
);

describe.runIf(runsBrowserTests)('in Chromium', () => {
  let browser: Browser;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveExamples(PAGES);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(name: string, options: BrowserContextOptions, look: (tab: Tab) => Promise<void>) {
    const context = await browser.newContext(options);
    try {
      const tab = await context.newPage();
      const said: string[] = [];
      tab.on('console', (message) => said.push(message.text()));
      tab.on('request', (request) => {
        if (!request.url().startsWith(server.origin) && request.url() !== 'data:,') said.push(request.url());
      });
      await tab.goto(`${server.origin}/${name}`, { waitUntil: 'domcontentloaded' });
      await look(tab);
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  }

  describe.each(names)('the page %s', (name) => {
    test('keeps its policy and asks no other host', async () => {
      await open(name, {}, async (tab) => {
        expect(await tab.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).toBe('448px');
      });
    });

    test.each(views)('fits and has no axe violation: $colorScheme, $viewport.width px', async (view) => {
      await open(name, { ...view, bypassCSP: true }, async (tab) => {
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(view.viewport.width);
        await tab.evaluate(axe.source);
        const { violations } = await tab.evaluate<axe.AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
      });
    });

    test('has targets at least 44 px high', async () => {
      const heights = `[...document.querySelectorAll('a, button, label.scope, input:not([type=hidden], [type=checkbox])')]
        .map((target) => target.getBoundingClientRect().height)`;
      await open(name, { viewport: { width: 320, height: 640 } }, async (tab) => {
        for (const height of await tab.evaluate<number[]>(heights)) expect(height).toBeGreaterThanOrEqual(44);
      });
    });
  });

  test('a hostile name neither turns our words around nor loses a character', async () => {
    await open('consent-hostile', {}, async (tab) => {
      expect(await tab.evaluate('document.querySelector("h1 bdi").textContent')).toBe(HOSTILE);
      const lefts = `[...'asks'].map((_, at) => {
        const range = document.createRange();
        range.setStart(document.querySelector('.asks').firstChild, at);
        range.setEnd(document.querySelector('.asks').firstChild, at + 1);
        return range.getBoundingClientRect().left;
      })`;
      const seen = await tab.evaluate<number[]>(lefts);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });
  });
});
