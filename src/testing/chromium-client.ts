import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { listenForCallback, type CallbackListener } from './callback-listener.ts';
import { launchChromium } from './chromium.ts';

/** A browser, and a client's redirection endpoint for it to come back to; for the tests of one `describe`. */
export function chromiumAndCallback(): { readonly browser: Browser; readonly callback: CallbackListener } {
  let started: { browser: Browser; callback: CallbackListener };
  beforeAll(async () => {
    const [browser, callback] = await Promise.all([launchChromium(), listenForCallback()]);
    started = { browser, callback };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.callback.close();
  });
  return {
    get browser() {
      return started.browser;
    },
    get callback() {
      return started.callback;
    },
  };
}
