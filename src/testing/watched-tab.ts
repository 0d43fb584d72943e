import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { expect } from 'vitest';

/** A response that the test expects to be a refusal makes Chromium say so; that is no fault of the page. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Runs `use` in a browser context of its own, and fails where a page complained on the console (of a violation of
 * its content security policy, for example), threw, or asked a host that is not a loopback address.
 */
export async function inTab(
  browser: Browser,
  options: BrowserContextOptions,
  use: (tab: Tab) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  // Less than the time that a test has, so that a failure names what was waited for.
  context.setDefaultTimeout(10_000);
  const said: string[] = [];
  context.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type());
    if (isComplaint && !REFUSED.test(message.text())) said.push(message.text());
  });
  context.on('weberror', (error) => said.push(error.error().message));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isHere = ['127.0.0.1', '[::1]'].includes(url.hostname) || ['data:', 'blob:'].includes(url.protocol);
    if (!isHere) said.push(`asked ${request.url()}`);
  });
  try {
    await use(await context.newPage());
    expect(said).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What every page of ours has: a title, one heading of the first rank, labels, room on a narrow screen, axe's consent. */
export async function expectSoundPage(tab: Tab, title: string): Promise<void> {
  expect(await tab.title()).toBe(`${title} · Codegrant`);
  expect(await tab.locator('h1').count()).toBe(1);
  const unlabelled = `[...document.querySelectorAll('input:not([type=hidden])')].filter((field) => field.labels.length !== 1).length`;
  expect(await tab.evaluate(unlabelled)).toBe(0);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await tab.evaluate(overflow)).toBe(0);
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate<axe.AxeResults>('axe.run()');
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
}
