import axe from 'axe-core';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { EXAMPLES } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';
import { HOSTILE } from './hostile-text.ts';

const names = Object.keys(EXAMPLES);
interface View {
  scheme: 'light' | 'dark';
  width: number;
}

/** Colours and widths do not depend on each other, so two views show all four. */
const views: readonly View[] = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 320 },
];
const narrow = { scheme: 'light', width: 320 } satisfies View;

describe.runIf(runsBrowserTests)('in Chromium', () => {
  let browser: Browser;
  let plain: BrowserContext;
  /** Where axe may be put into the page, and finds no colour half way to another. */
  let lenient: BrowserContext;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    plain = await browser.newContext();
    lenient = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
    server = await serveExamples(EXAMPLES);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The form that submits itself is held back here, so that its page can be looked at. */
  async function open(name: string, view: View, look: (tab: Tab) => Promise<void>, context = plain) {
    const tab = await context.newPage();
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && request.url() !== 'data:,') said.push(request.url());
    });
    await tab.addInitScript('HTMLFormElement.prototype.submit = () => undefined');
    await tab.emulateMedia({ colorScheme: view.scheme });
    await tab.setViewportSize({ width: view.width, height: 640 });
    await tab.goto(`${server.origin}/${name}`);
    await look(tab);
    expect(said).toEqual([]);
    await tab.close();
  }

  describe.concurrent.each(names)('the page %s', (name) => {
    test('keeps its policy and asks no other host', async () => {
      await open(name, narrow, async (tab) => {
        const width = await tab.evaluate('getComputedStyle(document.querySelector("main")).maxWidth');
        expect(width).toMatch(/^(448|768)px$/);
      });
    });

    test('fits and has no axe violation, light and wide, dark and narrow', { timeout: 60_000 }, async () => {
      const look = async (tab: Tab) => {
        await tab.evaluate(axe.source);
        for (const { scheme, width } of views) {
          await tab.emulateMedia({ colorScheme: scheme });
          await tab.setViewportSize({ width, height: 640 });
          expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
          const { violations } = await tab.evaluate<axe.AxeResults>('axe.run()');
          const found = violations.map(({ id, nodes }) => [
            scheme,
            width,
            id,
            ...nodes.map((node) => node.html),
          ]);
          expect(found).toEqual([]);
        }
      };
      await open(name, narrow, look, lenient);
    });

    test('has targets at least 44 px high', async () => {
      const heights = `[...document.querySelectorAll('a, button, summary, select, label.scope, input:not([type=hidden], .scope input)')]
        .filter((target) => target.checkVisibility())
        .map((target) => target.getBoundingClientRect().height)`;
      await open(name, narrow, async (tab) => {
        for (const height of await tab.evaluate<number[]>(heights)) expect(height).toBeGreaterThanOrEqual(44);
      });
    });
  });

  test('a hostile name turns no word behind it around, and loses no character', async () => {
    await open('login-hostile', narrow, async (tab) => {
      expect(await tab.evaluate('document.querySelector(".lead bdi").textContent')).toBe(HOSTILE);
      const lefts = `document.querySelector('.lead bdi').after('word'), [...'word'].map((_, at) => {
        const word = document.querySelector('.lead').lastChild, range = document.createRange();
        range.setStart(word, at);
        range.setEnd(word, at + 1);
        return range.getBoundingClientRect().left;
      })`;
      const seen = await tab.evaluate<number[]>(lefts);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });
  });
});
