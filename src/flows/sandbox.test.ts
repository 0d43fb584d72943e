import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PlainBrowser } from '../testing/plain-browser.ts';
import { emptyFolder, startCodegrant, startServer, type ServerProcess } from '../testing/server-process.ts';

const shell = (script: string) => promisify(execFile)('sh', ['-euc', script]);

describe('codegrant serve --sandbox', () => {
  let folder: Awaited<ReturnType<typeof emptyFolder>>;
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    folder = await emptyFolder();
  });
  afterEach(() => server?.stop('SIGKILL'));
  afterAll(() => folder.remove());

  const start = (...args: string[]) => startServer(['--sandbox', ...args], { cwd: folder.path });

  async function signIn(guide: string): Promise<PlainBrowser> {
    const [, username = '', password = ''] = /sign in as (\S+) with the password (\S+):/.exec(guide) ?? [];
    const browser = await new PlainBrowser().open(/http:\S+authorize\?\S+/.exec(guide)?.[0] ?? '');
    return browser.submit({ username, password });
  }

  /** The commands of a numbered step, as they are printed, with what it says to paste. */
  function commands(guide: string, step: number, pasted: string): string {
    const [, block = ''] = new RegExp(`\\n${step}\\. ([\\s\\S]*?)\\n(?=\\d\\. |Docs)`).exec(guide) ?? [];
    const indented = block.split('\n').filter((line) => line.startsWith('   '));
    return indented.join('\n').replace(/'paste the \w+ here'/, `'${pasted}'`);
  }

  test('what it prints, done to the letter, leads to a token and to what it opens', async () => {
    server = await start();
    const guide = server.output.stdout;
    const page = await (await signIn(guide)).submit({}, 'approve');
    const code = /<div [^>]*class="code"[^>]*>([^<]+)</.exec(page.html)?.[1] ?? '';
    const exchange = await shell(commands(guide, 2, code));
    const tokens = JSON.parse(exchange.stdout) as Record<string, string>;
    expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'profile event:write' });
    const use = await shell(commands(guide, 3, tokens.access_token ?? ''));
    expect(JSON.parse(use.stdout)).toMatchObject({ username: 'demo', name: 'Dana Demo' });
    const docs = /Docs\s+(\S+)/.exec(guide)?.[1] ?? '';
    expect((await fetch(docs)).status).toBe(200);
  });

  test('a restart keeps who is signed in and what was granted', async () => {
    server = await start();
    const first = server.output.stdout;
    const browser = await signIn(first);
    const code = (await browser.submit({}, 'approve')).html;
    const exchange = await shell(
      commands(first, 2, /<div [^>]*class="code"[^>]*>([^<]+)</.exec(code)?.[1] ?? ''),
    );
    const { refresh_token } = JSON.parse(exchange.stdout) as { refresh_token: string };
    expect(await server.stop()).toBe(0);

    server = await start();
    const url = /http:\S+authorize\?\S+/.exec(server.output.stdout)?.[0] ?? '';
    expect((await browser.open(url)).text).toContain('Demo client asks for access to your account');
    const answer = await fetch(`${server.origin}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token }),
    });
    expect(await answer.json()).toMatchObject({ scope: 'profile event:write' });
  });

  test('a host that others can reach is refused with exit status 2 before anything is written', async () => {
    const empty = await emptyFolder();
    try {
      const refused = startCodegrant(['serve', '--sandbox', '--host', '0.0.0.0'], { cwd: empty.path });
      expect(await refused.ended).toBe(2);
      expect(refused.output.stderr).toContain('published passwords');
      expect((await shell(`ls -A '${empty.path}'`)).stdout.split('\n').filter(isDatabase)).toEqual([]);
    } finally {
      await empty.remove();
    }
  });

  const isDatabase = (name: string): boolean => name.includes('.db');

  test('a request that runs when it is told to stop is answered before it ends with status 0', async () => {
    server = await start('--log-level', 'info');
    const stopping = server;
    // The form stays open until the server says that it stops.
    const body = new ReadableStream<Uint8Array>({
      async start(form) {
        form.enqueue(new TextEncoder().encode('grant_type=authorization_code&'));
        await new Promise((later) => setTimeout(later, 300));
        stopping.process.kill('SIGTERM');
        await expect.poll(() => stopping.output.stderr, { timeout: 5000 }).toContain('"stopping"');
        await new Promise((later) => setTimeout(later, 200));
        form.enqueue(new TextEncoder().encode('code=unknown&client_id=demo-public'));
        form.close();
      },
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await fetch(`${server.origin}/oauth/token`, init);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await stopping.ended).toBe(0);
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
  });
});
