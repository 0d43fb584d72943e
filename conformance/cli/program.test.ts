import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, smallServer } from '../doctor/small-server.fixture.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { run } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'codegrant-cli-'));
let server: { origin: string; close: () => void };
beforeAll(async () => (server = await listen(smallServer())));
afterAll(() => (server.close(), rmSync(folder, { recursive: true })));

/** One command line: its status and what it printed. */
async function command(args: string[], env: Record<string, string> = {}) {
  const printed = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (printed[name] += text) });
  const status = await run(args, { stdout: to('stdout'), stderr: to('stderr'), env });
  expect(printed.stdout + printed.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  return { status, ...printed };
}

/** A file that describes the small server, with what is to differ. */
function target(extra = ''): string {
  const file = join(folder, `target-${Math.abs(extra.length)}.yaml`);
  writeFileSync(
    file,
    `authorization_endpoint: ${server.origin}/authorize
token_endpoint: ${server.origin}/token
clients:
  confidential: { client_id: one, client_secret: '\${SECRET}' }
  second: { client_id: two, client_secret: secret-two }
client_authentication: [basic]
pkce: { supported: false }
owner: { username: alice, password: wonderland }
${extra}`,
  );
  return file;
}

const secret = { SECRET: 'secret-one' };
const passing = 'rfc6749/4.1.3/code-unknown';

describe('run', () => {
  test('prints the report, writes the files, and ends with 0', async () => {
    const json = join(folder, 'report.json');
    const junit = join(folder, 'junit.xml');
    const { status, stdout, stderr } = await command(
      ['run', target(), passing, '--json', json, '--junit', junit, '--seed', '3'],
      secret,
    );
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('1/1') });
    expect(stdout).toContain('Conforming.');
    const record = JSON.parse(readFileSync(json, 'utf8'));
    expect(record.footer).toMatchObject({ exit: 0, totals: { pass: 1 } });
    expect(record.header.options).toMatchObject({ seed: 3, selection: [passing] });
    expect(readFileSync(json, 'utf8')).not.toMatch(/secret-one|wonderland/);
    expect(readFileSync(junit, 'utf8')).toContain(`classname="${passing}"`);
  });

  test('gives the record alone to standard output where that is asked for', async () => {
    const { stdout } = await command(['run', target(), passing, '--json', '-'], secret);
    expect(JSON.parse(stdout).results).toHaveLength(1);
  });

  test('ends with 1 for a violation, with 0 where it is waived, and with 1 where the waiver is stale', async () => {
    const failing = 'rfc6749/4.1.3/grant-type-missing';
    const waive = (id: string) => `waivers: [{ scenario: ${id}, verdict: fail, reason: known }]\n`;
    const violated = await command(['run', target(), failing], secret);
    expect(violated).toMatchObject({ status: 1, stdout: expect.stringContaining(failing) });
    expect(await command(['run', target(waive(failing)), failing], secret)).toMatchObject({ status: 0 });
    expect(await command(['run', target(waive(passing)), passing], secret)).toMatchObject({ status: 1 });
  });

  test('ends with 2 where the set-up is not right, and judges nothing', async () => {
    const { status, stdout } = await command(['run', target(), passing], { SECRET: 'wrong' });
    expect(status).toBe(2);
    expect(stdout).toContain('clients.confidential.client_secret');
    expect(stdout).toContain('0 fail');
  });
});

describe('bad input is one message and exit 2', () => {
  test.each<[string[], string]>([
    [['run'], 'name what is to be tested'],
    [['run', '/no/such/file.yaml'], 'there is no such file'],
    [['run', tmpdir()], 'is a folder'],
    [['run', 'http://127.0.0.1:1', '9.9.9'], 'no scenario matches 9.9.9'],
    [['run', 'http://127.0.0.1:1', '--profile', 'rfc674'], 'did you mean rfc6749?'],
    [['run', 'http://127.0.0.1:1', '--set', 'nonsense'], '--set nonsense: write it as path=value'],
    [['run', 'http://127.0.0.1:1', '--set', 'pkce.requird=true'], 'did you mean `required`?'],
    [
      ['run', 'http://127.0.0.1:1', '--concurrency', 'many'],
      '--concurrency: concurrency: "many" is not a whole number',
    ],
    [['run', 'http://127.0.0.1:1', '--seed', 'x'], '--seed x: write a whole number'],
    [['run', 'http://127.0.0.1:1', '--password-env', 'NONE'], '--password-env: the environment has no NONE'],
    [['run', 'http://127.0.0.1:1', '--sedd', '1'], 'unknown option'],
    [['explain', 'rfc6749/4.1.3/redirect-uri-mismach'], 'did you mean rfc6749/4.1.3/redirect-uri-mismatch?'],
    [['list', 'nope'], 'no scenario matches nope'],
    [['list', '4.1', '--coverage'], 'name no section'],
    [['init', 'server.example'], 'is no URL'],
    [['init', 'http://127.0.0.1:1', '-o', '-'], 'nothing listens at 127.0.0.1:1'],
    [['frobnicate'], 'unknown command'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await command(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });

  test('an unreachable target is a report that says so', async () => {
    const { status, stdout } = await command(['run', 'http://127.0.0.1:1']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('nothing listens') });
  });
});

describe('help', () => {
  test.each(['run', 'doctor', 'init', 'list', 'explain'])('of %s has examples', async (name) => {
    const { status, stdout } = await command([name, '--help']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining(`codegrant-conformance ${name} `),
    });
  });
});

test('doctor says that everything is right, or what is not', async () => {
  expect(await command(['doctor', target()], secret)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Ready to be tested.'),
  });
  const refused = await command(['doctor', target()], { SECRET: 'wrong' });
  expect(refused.status).toBe(2);
  expect(refused.stdout).toMatch(/✗ the client is known[^\n]*: no\n[^]*mend: {2}correct/);
});

test('init writes a file that names its secrets and no more, and keeps one that is there', async () => {
  const file = join(folder, 'new.yaml');
  expect(await command(['init', server.origin, '-o', file])).toMatchObject({ status: 0 });
  expect(readFileSync(file, 'utf8')).toContain('password: ${CONFORMANCE_PASSWORD}');
  expect(await command(['init', server.origin, '-o', file])).toMatchObject({ status: 2 });
  expect(await command(['init', server.origin, '-o', file, '--force'])).toMatchObject({ status: 0 });
});

test('list names each scenario once, and its numbers add up', async () => {
  const { stdout } = await command(['list']);
  expect(stdout.match(/^- `/gm)).toHaveLength(catalogue.length);
  const { stdout: coverage } = await command(['list', '--coverage']);
  const [all = 0, ...parts] = (/together((?: +\d+)+)/.exec(coverage)?.[1] ?? '')
    .trim()
    .split(/ +/)
    .map(Number);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
});

test('explain says for every scenario what is sent or done', async () => {
  const { stdout } = await command(['explain', 'rfc6749/4.1.3/redirect-uri-mismatch']);
  expect(stdout).toContain('A conforming server refuses a code');
  expect(stdout).toContain('https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3');
  expect(stdout).toContain('`invalid_grant`');
  expect(stdout).toContain('curl -i https://server.example/token');
  for (const { id } of catalogue) expect((await command(['explain', id])).status).toBe(0);
});

describe('a file or a place that is no good is one message, before anything is asked', () => {
  const bomb = [
    'a: &a [x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const former = 'abcdefg'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${former}`).join(', ')}]`;
    }),
  ].join('\n');

  test.each([
    ['an empty one', '', /has no settings/],
    ['one of other octets', Buffer.from([0, 1, 2, 0xff, 0xfe]), /is no text file in UTF-8/],
    ['one that grows when it is read', bomb, /refers to its own parts too many times/],
    [
      'one with two documents',
      'issuer: http://a\n---\nissuer: http://b\n',
      /:2:1: a second document begins here/,
    ],
    ['one that is nested without end', `a: ${'['.repeat(5000)}`, /:1:\d+: /],
    [
      'one with an unknown key',
      'issuer: http://127.0.0.1:9\nownr: {}\n',
      /:2:1: ownr: .*did you mean `owner`/,
    ],
  ])('%s', async (_what, text, message) => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, text);
    const { status, stdout, stderr } = await command(['run', file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.split('\n').length).toBeLessThan(8);
  });

  test.each([
    [['run', '127.0.0.1:3000'], /a URL begins with http/],
    [['run', 'ftp://id.example'], /a URL begins with http/],
    [['run', folder], /is a folder/],
    [['run', 'http://127.0.0.1:9', '--json', join(folder, 'none', 'r.json')], /--json: .*there is no folder/],
    [['run', 'http://127.0.0.1:9', '--junit', folder], /--junit: .*it is a folder/],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await command(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('of a hundred mistakes, the first twenty are told', async () => {
    const file = join(folder, 'many.yaml');
    writeFileSync(file, Array.from({ length: 100 }, (_, index) => `wrong_${index}: 1`).join('\n'));
    const { stderr } = await command(['run', file]);
    expect(stderr.match(/there is no such setting/g)).toHaveLength(20);
    expect(stderr).toContain('and 80 more');
  });
});
