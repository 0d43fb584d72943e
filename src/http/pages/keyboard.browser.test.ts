import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { EXAMPLES } from './examples.ts';
import { serveExamples, type ExampleServer } from './example-server.ts';

const names = Object.keys(EXAMPLES).filter((name) => name !== 'form_post');
/** Of radio buttons Tab reaches the chosen one; arrow keys do the rest. */
const STOPS = `[...document.querySelectorAll('a[href], button, input:not([type=hidden], [type=radio]:not(:checked)), select, summary, [tabindex]')].filter((stop) => stop.checkVisibility())`;
const TOPS = `${STOPS}.map((stop) => stop.getBoundingClientRect()).map(({ top, left }) => [top, left])`;

/** Where Tab leads, as positions in the document, in one round from its beginning. */
async function tabRound(tab: Tab, stops: number): Promise<number[]> {
  const round: number[] = [];
  for (let press = 0; press <= stops; press += 1) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate<number>(`${STOPS}.indexOf(document.activeElement)`);
    if (at >= 0 && !round.includes(at)) round.push(at);
  }
  const first = Math.max(round.indexOf(0), 0);
  return [...round.slice(first), ...round.slice(0, first)];
}

describe.runIf(runsBrowserTests)('from the keyboard', () => {
  let browser: Browser;
  let server: ExampleServer;
  let tab: Tab;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveExamples(EXAMPLES);
  });
  beforeEach(async () => {
    tab = await browser.newPage();
    server.arrivals.length = 0;
    return () => tab.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(names)('Tab reaches everything on the page %s, from top to bottom', async (name) => {
    await tab.goto(`${server.origin}/${name}`);
    const places = await tab.evaluate<[number, number][]>(TOPS);
    expect(places).toEqual([...places].sort(([a, x], [b, y]) => a - b || x - y));
    expect(await tabRound(tab, places.length)).toEqual(places.map((_, at) => at));
  });

  test('sign-in starts in the user name, and after a failure in the password', async () => {
    await tab.goto(`${server.origin}/login`);
    expect(await tab.evaluate('document.activeElement.id')).toBe('username');
    await tab.goto(`${server.origin}/login-failed`);
    expect(await tab.evaluate('document.activeElement.id')).toBe('password');
  });

  test('Enter in a check box of the consent page never approves', async () => {
    await tab.goto(`${server.origin}/consent`);
    await tab.focus('input[type=checkbox]');
    await tab.keyboard.press('Enter');
    await expect.poll(() => server.arrivals.length).toBe(1);
    expect(server.arrivals[0]?.fields).toContainEqual(['decision', 'deny']);
  });

  test('Allow sends the request, the ticked scopes and the decision', async () => {
    await tab.goto(`${server.origin}/consent`);
    await tab.uncheck('input[value=profile]');
    await tab.getByRole('button', { name: 'Allow' }).press('Enter');
    await expect.poll(() => server.arrivals.length).toBe(1);
    const [arrival] = server.arrivals;
    expect(arrival?.path).toBe('/oauth/authorize/decision');
    expect(arrival?.fields.filter(([name]) => name !== 'csrf_token')).toEqual([
      ...EXAMPLES.consent.request,
      ['scope_granted', 'photos:read'],
      ['decision', 'approve'],
    ]);
  });

  test('one click, or Ctrl+A, selects the code and nothing else', async () => {
    const selected = () => tab.evaluate<string>('getSelection().toString().trim()');
    await tab.goto(`${server.origin}/code`);
    await tab.getByRole('textbox').click();
    expect(await selected()).toBe(EXAMPLES.code.code);
    await tab.reload();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('ControlOrMeta+a');
    expect(await selected()).toBe(EXAMPLES.code.code);
  });
});
