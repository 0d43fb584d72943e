import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

const ABSENT = 'Chromium not found: browser tests left out; install it or set CHROMIUM_PATH';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is, or `null`. A CHROMIUM_PATH that leads nowhere means none: a named browser is not guessed. */
export const chromiumPath: string | null = findChromium();

const required = process.env['REQUIRE_BROWSER'] === '1';

/** For `describe.runIf`: with REQUIRE_BROWSER=1 browser tests run even without a browser, and so fail. */
export const runsBrowserTests: boolean = chromiumPath !== null || required;

/** Starts Chromium; playwright-core gives each start a user data directory of its own and removes it. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(ABSENT);
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: FLAGS });
}

/** As a `globalSetup` of vitest: says once in a run, and in one line, that browser tests are left out. */
export function setup(): void {
  if (!runsBrowserTests) console.warn(ABSENT);
}

function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    ...folders.flatMap((folder) => [join(folder, 'google-chrome'), join(folder, 'google-chrome-stable')]),
  ];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
