import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

interface Running {
  process: ChildProcess;
  output: { stdout: string; stderr: string };
  ended: Promise<unknown>;
}

let directory: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codegrant-serve-'));
});
afterEach(() => {
  for (const process of started.splice(0)) if (process.exitCode === null) process.kill('SIGKILL');
});
afterAll(() => rm(directory, { recursive: true }));

function start(...flags: string[]): Running {
  const database = `sqlite:${join(directory, flags.includes('--sandbox') ? 'sandbox.db' : 'codegrant.db')}`;
  const args = ['--import', 'tsx', 'src/cli.ts', 'serve', '--database-url', database, ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return { process: child, output, ended: once(child, 'exit') };
}

async function until(running: Running, pattern: RegExp): Promise<string> {
  await expect.poll(() => running.output.stdout, { timeout: 15_000 }).toMatch(pattern);
  return pattern.exec(running.output.stdout)?.[1] ?? '';
}

describe('codegrant serve', () => {
  it('logs JSON lines, answers, and ends with status 0 when told to stop', async () => {
    const server = start('--port', '0');
    const issuer = await until(server, /"issuer":"([^"]+)"/);
    const metadata = (await (
      await fetch(`${issuer}/.well-known/oauth-authorization-server`)
    ).json()) as object;
    expect(metadata).toMatchObject({ issuer });
    server.process.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    const lines = server.output.stdout.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'listening',
      'answered',
      'stopping',
      'stopped',
    ]);
    expect(server.output.stderr).toBe('');
  });

  it('exits at once when it is told a second time', async () => {
    const server = start('--port', '0');
    const issuer = new URL(await until(server, /"issuer":"([^"]+)"/));
    const halfRequest = connect(Number(issuer.port), issuer.hostname).on('error', () => undefined);
    await once(halfRequest, 'connect');
    halfRequest.write('POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n');
    await new Promise((later) => setTimeout(later, 200));
    server.process.kill('SIGINT');
    await until(server, /(stopping)/);
    server.process.kill('SIGINT');
    expect(await server.ended).toEqual([130, null]);
    halfRequest.destroy();
  });
});

describe('codegrant serve --sandbox', () => {
  it('prints a guide and nothing else, whose authorization URL leads to the sign-in', async () => {
    const server = start('--sandbox', '--port', '0');
    const url = await until(server, /(http:\S+\/oauth\/authorize\?\S+)/);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(new URL(page.url).pathname).toBe('/login');
    const taken = start('--sandbox', '--port', new URL(url).port);
    expect(await taken.ended).toEqual([1, null]);
    expect(taken.output.stderr).toMatch(/^codegrant: Port \d+ on 127\.0\.0\.1 is taken\..*\n$/);
    server.process.kill('SIGINT');
    expect(await server.ended).toEqual([0, null]);
    expect(server.output.stdout).toMatch(/^\nCodegrant sandbox[\s\S]*Stop with Ctrl-C\.\n\n$/);
    expect(server.output.stderr).toBe('');
  });
});
