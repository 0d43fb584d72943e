import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../../testing/chromium.ts';
import { inTab } from '../../testing/watched-tab.ts';
import { HUNDRED_APPLICATIONS } from './application-examples.ts';
import { EXAMPLES } from './examples.ts';
import { CSRF_TOKEN, serveExamples, type ExampleServer } from './example-server.ts';

const PATH = 'oauth/applications/s6BhdRkqt3';
const CHECK = '**/api/redirect_uri_check?*';
const form = {
  ...EXAMPLES.application_form,
  redirect_uris: [{ value: 'https://a.example/', problem: null }],
};
const pages = {
  ...EXAMPLES,
  [PATH]: EXAMPLES.application,
  [`${PATH}/delete`]: EXAMPLES.application_delete,
  form,
  hundred: HUNDRED_APPLICATIONS,
};

describe.runIf(runsBrowserTests)('application pages in Chromium', () => {
  let browser: Browser;
  let server: ExampleServer;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveExamples(pages);
  });
  beforeEach(() => {
    server.arrivals.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const on = (page: string, use: (tab: Tab) => Promise<void>, javaScriptEnabled = true) =>
    inTab(browser, { javaScriptEnabled }, async (tab) => {
      await tab.goto(`${server.origin}/${page}`);
      await use(tab);
    });
  const deletion = { path: `/${PATH}/delete`, fields: [['csrf_token', CSRF_TOKEN]] };

  describe('deleting', () => {
    const dialog = (tab: Tab) => tab.getByRole('dialog', { name: 'Delete this application?' });

    test.each([PATH, 'applications'])('asks in a dialog on the page %s', async (page) => {
      await on(page, async (tab) => {
        await tab.getByRole('link', { name: 'Delete' }).first().click();
        await dialog(tab).waitFor();
        expect(tab.url()).toBe(`${server.origin}/${page}`);
        expect(await dialog(tab).innerText()).toContain('3 people have given it access');
        expect(await tab.evaluate('document.querySelector("dialog").matches(":modal")')).toBe(true);
        await dialog(tab).getByRole('button', { name: 'Delete' }).click();
        await expect.poll(() => server.arrivals).toEqual([deletion]);
      });
    });

    test.each([
      ['Keep it', (tab: Tab) => dialog(tab).getByRole('link', { name: 'Keep it' }).click()],
      ['Escape', (tab: Tab) => tab.keyboard.press('Escape')],
    ])('%s closes the dialog and leads back to the link, which opens it again', async (_, close) => {
      await on(PATH, async (tab) => {
        const link = tab.getByRole('link', { name: 'Delete' });
        for (let times = 0; times < 2; times += 1) {
          await link.click();
          await dialog(tab).waitFor();
          await close(tab);
          await dialog(tab).waitFor({ state: 'detached' });
          expect(await link.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
        }
        expect(server.arrivals).toEqual([]);
      });
    });

    test('starts in the dialog at what changes nothing', async () => {
      await on(PATH, async (tab) => {
        await tab.getByRole('link', { name: 'Delete' }).press('Enter');
        await dialog(tab).waitFor();
        expect(await tab.evaluate('document.activeElement.textContent')).toBe('Keep it');
      });
    });

    test('goes where the link leads when that is no confirmation', async () => {
      await on(PATH, async (tab) => {
        await tab.route(`**/${PATH}/delete`, (route) =>
          route.fulfill({ status: 404, body: '<main>gone</main>' }),
        );
        await tab.getByRole('link', { name: 'Delete' }).click();
        await tab.waitForURL(`${server.origin}/${PATH}/delete`);
      });
    });

    test('asks on a page of its own where script is off', async () => {
      const use = async (tab: Tab) => {
        await tab.getByRole('link', { name: 'Delete' }).click();
        await tab.getByRole('heading', { name: 'Delete this application?' }).waitFor();
        await tab.getByRole('button', { name: 'Delete' }).click();
        await expect.poll(() => server.arrivals).toEqual([deletion]);
        await tab.getByRole('link', { name: 'Keep it' }).click();
        expect(tab.url()).toBe(`${server.origin}/${PATH}`);
      };
      await on(PATH, use, false);
    });
  });

  describe('redirect URIs', () => {
    const field = (tab: Tab, number: number) => tab.getByLabel(`Redirect URI ${number}`);

    /** Refuses what contains `bad`, and keeps what was asked. */
    async function judging(tab: Tab): Promise<string[]> {
      const asked: string[] = [];
      await tab.route(CHECK, async (route) => {
        const uri = new URL(route.request().url()).searchParams.get('redirect_uri') ?? '';
        asked.push(uri);
        await route.fulfill({ json: { problem: uri.includes('bad') ? `This is refused: ${uri}` : null } });
      });
      return asked;
    }

    test('are judged when the field is left, and again when it is mended', async () => {
      await on('form', async (tab) => {
        const asked = await judging(tab);
        await field(tab, 1).fill('bad & <b>');
        await field(tab, 1).blur();
        await tab.getByText('This is refused: bad & <b>', { exact: true }).waitFor();
        expect(await field(tab, 1).getAttribute('aria-invalid')).toBe('true');
        const said = tab.locator(`#${(await field(tab, 1).getAttribute('aria-describedby')) ?? ''}`);
        expect([await said.innerText(), await said.getAttribute('role')]).toEqual([
          'This is refused: bad & <b>',
          'status',
        ]);
        await field(tab, 1).fill('https://good.example/');
        await expect.poll(() => said.innerText()).toBe('');
        expect(await field(tab, 1).getAttribute('aria-invalid')).toBe(null);
        expect(asked).toEqual(['bad & <b>', 'https://good.example/']);
      });
    });

    test('are judged by what the field holds now, not by the answer that comes last', async () => {
      await on('form', async (tab) => {
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await tab.route(CHECK, async (route) => {
          const isFirst = route.request().url().endsWith('bad');
          if (isFirst) await held;
          await route.fulfill({ json: { problem: isFirst ? 'too late' : 'in time' } });
        });
        await field(tab, 1).fill('bad');
        await field(tab, 1).blur();
        await field(tab, 1).fill('worse');
        await field(tab, 1).blur();
        await tab.getByText('in time').waitFor();
        const late = tab.waitForResponse((answer) => answer.url().endsWith('bad'));
        release();
        await (await late).finished();
        await tab.evaluate('new Promise((rested) => setTimeout(rested, 100))');
        expect(await tab.locator('#redirect_uri_1-problem').innerText()).toBe('in time');
      });
    });

    test('can be added one by one, each judged and sent', async () => {
      await on('form', async (tab) => {
        await judging(tab);
        expect(await tab.getByLabel(/Redirect URI \d/).count()).toBe(1);
        await tab.getByRole('button', { name: 'Add another' }).click();
        await tab.keyboard.type('bad:2');
        await tab.getByRole('button', { name: 'Add another' }).click();
        await tab.getByText('This is refused: bad:2').waitFor();
        expect(await field(tab, 2).getAttribute('aria-invalid')).toBe('true');
        await tab.keyboard.type('urn:3');
        await tab.getByLabel('Name', { exact: true }).fill('Printer');
        await tab.getByRole('button', { name: 'Register' }).click();
        await expect.poll(() => server.arrivals.length).toBe(1);
        const [arrival] = server.arrivals;
        expect(arrival?.path).toBe('/oauth/applications');
        expect(arrival?.fields).toEqual([
          ['csrf_token', CSRF_TOKEN],
          ['client_name', 'Printer'],
          ['client_uri', ''],
          ['redirect_uris', 'https://a.example/'],
          ['redirect_uris', 'bad:2'],
          ['redirect_uris', 'urn:3'],
          ['client_type', 'confidential'],
        ]);
      });
    });

    test('have rows to spare where script is off, and no button that does nothing', async () => {
      const use = async (tab: Tab) => {
        expect(await tab.getByLabel(/Redirect URI \d/).count()).toBe(3);
        expect(await tab.getByRole('button').allInnerTexts()).toEqual(['Register']);
      };
      await on('form', use, false);
    });
  });

  test.each([320, 1280])(
    'a hundred applications fit a width of %i px, each link named after its own',
    async (width) => {
      await on('hundred', async (tab) => {
        await tab.setViewportSize({ width, height: 640 });
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
        for (const verb of ['Edit', 'Delete']) {
          const link = tab.getByRole('link', { name: `${verb} Photo Printer 7`, exact: true });
          expect(await link.getAttribute('href')).toBe(`/oauth/applications/client-6/${verb.toLowerCase()}`);
        }
      });
    },
  );
});
