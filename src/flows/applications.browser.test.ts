import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumAndCallback } from '../testing/chromium-client.ts';
import { runsBrowserTests } from '../testing/chromium.ts';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { account, deployment, type RegisteredClient } from '../testing/deployment.ts';
import { expectSoundPage, inTab } from '../testing/watched-tab.ts';

const [sqlite] = databases as [DatabaseKind];
const profile = 'See your user name and your name';
const narrow = { viewport: { width: 320, height: 640 } };

describe.runIf(runsBrowserTests)('applications in Chromium', () => {
  const site = deployment(sqlite);
  const peer = chromiumAndCallback();

  /** Where the sign-in that is asked for has led back to: the list of applications. */
  const signedIn = (use: (tab: Tab) => Promise<void>, options: BrowserContextOptions = narrow) =>
    inTab(peer.browser, options, async (tab) => {
      await tab.goto(`${site.origin}/oauth/applications`);
      await tab.getByLabel('User name').fill(account.username);
      await tab.getByLabel('Password').fill(account.password);
      await tab.getByRole('button', { name: 'Sign in' }).click();
      await tab.getByRole('heading', { name: 'Applications', exact: true }).waitFor();
      await use(tab);
    });

  const secretOf = (tab: Tab) => tab.getByRole('textbox', { name: 'Client secret' }).innerText();
  const problemOf = (tab: Tab, number: number) => tab.locator(`#redirect_uri_${number}-problem`);

  /** By the form, as somebody fills it in. */
  async function register(tab: Tab, name: string): Promise<RegisteredClient> {
    await tab.goto(`${site.origin}/oauth/applications`);
    await tab.getByRole('link', { name: 'New application' }).click();
    await tab.getByLabel('Name', { exact: true }).fill(name);
    await tab.getByLabel('Redirect URI 1').fill(peer.callback.uri);
    await tab.getByLabel(profile).check();
    await tab.getByRole('button', { name: 'Register' }).click();
    const client_id = await tab.locator('dt:has-text("Client ID") + dd').innerText();
    return { client_id, client_secret: await secretOf(tab) };
  }

  const pathOf = ({ client_id }: RegisteredClient) => `${site.origin}/oauth/applications/${client_id}`;

  /** By the request to try that the application's page offers; back come the tokens. */
  async function allow(tab: Tab, client: RegisteredClient): Promise<{ access_token: string }> {
    await tab.goto(pathOf(client));
    await tab.getByRole('link', { name: 'Ask for access' }).click();
    const arrival = peer.callback.next();
    await tab.getByRole('button', { name: 'Allow' }).click();
    const code = (await arrival).url.searchParams.get('code') ?? '';
    const body = { grant_type: 'authorization_code', code, redirect_uri: peer.callback.uri };
    const answer = await post('/oauth/token', client, body);
    return (await answer.json()) as { access_token: string };
  }

  function post(path: string, client: RegisteredClient, fields: Record<string, string>): Promise<Response> {
    const credentials = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64');
    const headers = { authorization: `Basic ${credentials}` };
    return fetch(site.origin + path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  const statusOfMe = async (access_token: string) =>
    (await fetch(`${site.origin}/api/me`, { headers: { authorization: `Bearer ${access_token}` } })).status;

  test('a new one shows its secret once, and the request to try ends in tokens', async () => {
    await signedIn(async (tab) => {
      await expectSoundPage(tab, 'Applications');
      const client = await register(tab, 'Printer');
      await expectSoundPage(tab, 'Application');
      expect(client.client_secret).toMatch(/^\S{20,}$/);
      const { access_token } = await allow(tab, client);
      expect(await statusOfMe(access_token)).toBe(200);
      await tab.goto(pathOf(client));
      expect(await tab.content()).not.toContain(client.client_secret);
      expect(await tab.locator('main').innerText()).toContain('Kept only as a hash');
    });
  });

  test('a redirect URI is judged as it is left, by the words with which saving refuses it', async () => {
    await signedIn(async (tab) => {
      const client = await register(tab, 'Printer');
      await tab.goto(`${pathOf(client)}/edit`);
      await tab.getByRole('button', { name: 'Add another' }).click();
      await tab.keyboard.type('https://printer.example/#part');
      await tab.keyboard.press('Tab');
      await expect.poll(() => problemOf(tab, 2).innerText()).not.toBe('');
      const said = await problemOf(tab, 2).innerText();
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.getByRole('alert').waitFor();
      await expectSoundPage(tab, 'Edit application');
      expect(await problemOf(tab, 2).innerText()).toBe(said);
      expect(await tab.getByLabel('Redirect URI 2').inputValue()).toBe('https://printer.example/#part');
      await tab.getByLabel('Redirect URI 2').fill('https://printer.example/part');
      await expect.poll(() => problemOf(tab, 2).innerText()).toBe('');
      await tab.getByRole('button', { name: 'Save' }).click();
      await tab.waitForURL((url) => url.pathname === new URL(pathOf(client)).pathname);
      expect(await tab.locator('main').innerText()).toContain('https://printer.example/part');
    });
  });

  test('without script the form keeps what was typed, says what is wrong beside it, and takes two at once', async () => {
    const use = async (tab: Tab): Promise<void> => {
      await tab.getByRole('link', { name: 'New application' }).click();
      await tab.getByLabel('Name', { exact: true }).fill('<b>Bold</b>');
      await tab.getByLabel('Redirect URI 1').fill('/relative');
      await tab.getByLabel('Redirect URI 2').fill('https://printer.example/');
      await tab.getByLabel(profile).check();
      await tab.getByLabel('Public').check();
      await tab.getByRole('button', { name: 'Register' }).click();
      await tab.getByRole('alert').waitFor();
      expect(await problemOf(tab, 1).innerText()).not.toBe('');
      expect(await problemOf(tab, 2).innerText()).toBe('');
      expect(await tab.getByLabel('Name', { exact: true }).inputValue()).toBe('<b>Bold</b>');
      expect(await tab.getByLabel('Public').isChecked()).toBe(true);
      expect(await tab.getByLabel(profile).isChecked()).toBe(true);
      await tab.getByLabel('Redirect URI 1').fill(peer.callback.uri);
      await tab.getByRole('button', { name: 'Register' }).click();
      await tab.getByRole('heading', { name: '<b>Bold</b>' }).waitFor();
      const words = await tab.locator('main').innerText();
      for (const shown of [peer.callback.uri, 'https://printer.example/', 'Public'])
        expect(words).toContain(shown);
    };
    await signedIn(use, { ...narrow, javaScriptEnabled: false });
  });

  test.each([
    ['in a dialog where script is on', true],
    ['on a page of its own where script is off', false],
  ])('deleting is asked about %s, and ends the tokens at once', async (_, javaScriptEnabled) => {
    const use = async (tab: Tab): Promise<void> => {
      const client = await register(tab, 'Doomed');
      const { access_token } = await allow(tab, client);
      expect(await statusOfMe(access_token)).toBe(200);
      await tab.goto(pathOf(client));
      await tab.getByRole('link', { name: 'Delete' }).click();
      await tab.getByRole('heading', { name: 'Delete this application?' }).waitFor();
      expect(tab.url()).toBe(pathOf(client) + (javaScriptEnabled ? '' : '/delete'));
      const question = javaScriptEnabled ? tab.getByRole('dialog') : tab.locator('main');
      expect(await question.innerText()).toContain('One person has given it access');
      await question.getByRole('button', { name: 'Delete' }).click();
      await tab.waitForURL((url) => url.pathname === '/oauth/applications');
      expect(await tab.getByRole('status').innerText()).toContain('deleted');
      expect(await tab.locator(`a[href$="${client.client_id}"]`).count()).toBe(0);
      expect(await statusOfMe(access_token)).toBe(401);
    };
    await signedIn(use, { ...narrow, javaScriptEnabled });
  });

  test('after a rotation both secrets are good until the time that the page names', async () => {
    await signedIn(async (tab) => {
      const client = await register(tab, 'Rotated');
      await tab.getByLabel('The old secret stops working').selectOption('after 1 hour');
      await tab.getByRole('button', { name: 'Issue a new secret' }).click();
      await tab.getByText('The previous secret still works until').waitFor();
      await expectSoundPage(tab, 'Application');
      const rotated = { ...client, client_secret: await secretOf(tab) };
      expect(rotated.client_secret).not.toBe(client.client_secret);
      const until = Date.parse((await tab.locator('.secret time').getAttribute('datetime')) ?? '');
      expect(Math.abs(until - Date.now() - 3_600_000)).toBeLessThan(60_000);
      expect(await accepted(client)).toBe(true);
      expect(await accepted(rotated)).toBe(true);

      await tab.getByLabel('The old secret stops working').selectOption('at once');
      await tab.getByRole('button', { name: 'Issue a new secret' }).click();
      await expect.poll(() => secretOf(tab)).not.toBe(rotated.client_secret);
      expect(await accepted(rotated)).toBe(false);
      expect(await accepted({ ...client, client_secret: await secretOf(tab) })).toBe(true);
    });
  });

  const accepted = async (client: RegisteredClient) =>
    (await post('/oauth/introspect', client, { token: 'none of ours' })).status === 200;

  test('what was allowed is listed, with when it was last used, and revoked one by one or all at once', async () => {
    await signedIn(async (tab) => {
      await revokeAll(tab);
      const clients = [];
      for (const name of ['First', 'Second', 'Third']) clients.push(await register(tab, name));
      const tokens: string[] = [];
      for (const client of clients) tokens.push((await allow(tab, client)).access_token);
      const works = async () => (await Promise.all(tokens.map(statusOfMe))).map((status) => status === 200);
      expect(await works()).toEqual([true, true, true]);
      await tab.goto(`${site.origin}/oauth/authorized_applications`);
      await expectSoundPage(tab, 'Authorized applications');
      const names = await tab.getByRole('heading', { level: 2 }).allInnerTexts();
      expect(names.sort()).toEqual(['First', 'Second', 'Third']);
      expect(await tab.locator('.together time').count()).toBe(3);
      expect(await tab.locator('.entries').innerText()).toContain(profile);
      await tab.getByRole('button', { name: 'Revoke Second' }).click();
      await tab.getByRole('heading', { name: 'Second' }).waitFor({ state: 'detached' });
      expect(await works()).toEqual([true, false, true]);
      await revokeAll(tab);
      expect(await tab.locator('main').innerText()).toContain('You have given no application access');
      expect(await works()).toEqual([false, false, false]);
    });
  });

  async function revokeAll(tab: Tab): Promise<void> {
    await tab.goto(`${site.origin}/oauth/authorized_applications`);
    const count = await tab.getByRole('heading', { level: 2 }).count();
    if (count === 1) await tab.getByRole('button', { name: 'Revoke' }).click();
    if (count > 1) {
      await tab.getByText('Revoke all', { exact: true }).click();
      await tab.getByRole('button', { name: `Revoke all ${count}` }).click();
    }
    if (count > 0) await tab.getByText('You have given no application access').waitFor();
  }
});
