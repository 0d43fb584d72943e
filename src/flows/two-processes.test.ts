import { beforeAll, describe, expect, test } from 'vitest';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { account, deployment } from '../testing/deployment.ts';
import { PlainBrowser } from '../testing/plain-browser.ts';
import type { ServerProcess } from '../testing/server-process.ts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

describe.each(databases.filter(isForMany))('two processes on one $name', (kind) => {
  const site = deployment(kind);
  let second: ServerProcess;
  beforeAll(async () => {
    second = await site.start();
  });

  async function post(origin: string, path: string, parameters: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams({ ...site.clients.outOfBand, ...parameters });
    return fetch(origin + path, { method: 'POST', body });
  }

  async function obtainCode(browser: PlainBrowser): Promise<string> {
    const { client_id } = site.clients.outOfBand;
    const request = { response_type: 'code', client_id, redirect_uri: outOfBand, scope: 'profile' };
    await browser.open(`${second.origin}/oauth/authorize?${new URLSearchParams(request).toString()}`);
    await browser.submit({}, 'approve');
    return /<div [^>]*class="code"[^>]*>([^<]+)</.exec(browser.html)?.[1] ?? '';
  }

  async function signedIn(): Promise<PlainBrowser> {
    const browser = await new PlainBrowser().open(`${site.origin}/login`);
    return browser.submit(account);
  }

  test('sign-in at one, consent at the other, exchange at the first, and either takes the token', async () => {
    const code = await obtainCode(await signedIn());
    const exchange = { grant_type: 'authorization_code', code, redirect_uri: outOfBand };
    const answer = await post(site.origin, '/oauth/token', exchange);
    const { access_token, refresh_token } = (await answer.json()) as Record<string, string>;
    const headers = { authorization: `Bearer ${access_token}` };
    const statuses = async () =>
      Promise.all(
        [site, second].map(async ({ origin }) => (await fetch(`${origin}/api/me`, { headers })).status),
      );
    expect(await statuses()).toEqual([200, 200]);
    await post(second.origin, '/oauth/revoke', { token: refresh_token ?? '' });
    expect(await statuses()).toEqual([401, 401]);
  });

  test('a code that both are asked to exchange at once is exchanged once', async () => {
    const code = await obtainCode(await signedIn());
    const exchange = { grant_type: 'authorization_code', code, redirect_uri: outOfBand };
    const answers = await Promise.all(
      [site, second, site, second].map(({ origin }) => post(origin, '/oauth/token', exchange)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });
});

function isForMany({ name }: DatabaseKind): boolean {
  return name === 'PostgreSQL';
}
