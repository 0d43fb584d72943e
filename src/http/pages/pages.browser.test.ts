import axe from 'axe-core';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { EXAMPLES, HOSTILE } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';

const names = Object.keys(EXAMPLES);
const views = (['light', 'dark'] as const).flatMap((scheme) =>
  [1280, 320].map((width) => ({ scheme, width })),
);
const narrow = { scheme: 'light', width: 320 } as const;
type View = (typeof views)[number];

describe.runIf(runsBrowserTests)('in Chromium', () => {
  let browser: Browser;
  let plain: BrowserContext;
  /** Where axe may be put into the page. */
  let lenient: BrowserContext;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    plain = await browser.newContext();
    lenient = await browser.newContext({ bypassCSP: true });
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
        expect(await tab.evaluate('getComputedStyle(document.querySelector("main")).maxWidth')).toBe('448px');
      });
    });

    test.each(views)('fits and has no axe violation: $scheme, $width px', async (view) => {
      const look = async (tab: Tab) => {
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(view.width);
        await tab.evaluate(axe.source);
        const { violations } = await tab.evaluate<axe.AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
      };
      await open(name, view, look, lenient);
    });

    test('has targets at least 44 px high', async () => {
      const heights = `[...document.querySelectorAll('a, button, label.scope, input:not([type=hidden], [type=checkbox])')]
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
