import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../generated/scopes.ts';
import { secrets } from '../secrets/secrets.ts';
import { openStore } from '../store/connect.ts';
import { databases } from '../testing/databases.ts';
import { runCommand, type FakeTerminal, type Outcome } from './fake-terminal.ts';

let directory: string;
let env: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codegrant-cli-'));
  env = { DATABASE_URL: `sqlite:${join(directory, 'codegrant.db')}` };
});
afterAll(() => rm(directory, { recursive: true }));

function codegrant(line: string, fake: FakeTerminal = {}): Promise<Outcome> {
  const args = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  return runCommand(args, { ...fake, env: { ...env, ...fake.env } });
}

describe('codegrant', () => {
  it.each(['', 'serve ', 'migrate ', 'user add ', 'user list ', 'client add ', 'client remove '])(
    '%s--help ends with examples and status 0',
    async (command) => {
      const { status, stdout } = await codegrant(`${command}--help`);
      expect(status).toBe(0);
      expect(stdout).toMatch(/Examples?:\n {2}\S/);
    },
  );

  it('shows every setting of serve with its flag, variable, default and an example', async () => {
    const { stdout } = await codegrant('serve --help');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '--trust-proxy <whom> whose X-Forwarded headers count: none, a number of proxies, loopback, or addresses and ' +
        'CIDR ranges (TRUST_PROXY; default none; for example 10.0.0.0/8,192.0.2.7)',
    );
  });

  it.each([
    ['serve --prot 80', 'Did you mean --port'],
    ['srve', 'Did you mean serve'],
    ['user add', "missing required argument 'username'"],
    ['user list extra', 'too many arguments'],
    ['client add', '--name'],
    ['serve --port x --code-lifetime 2m', '2 settings are wrong'],
    ['serve --sandbox --host 0.0.0.0', 'published passwords'],
  ])('%s is refused with status 2', async (line, complaint) => {
    const { status, stdout, stderr } = await codegrant(line);
    expect(stderr).toContain(complaint);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('says in one line what is wrong with the database, without the password', async () => {
    const DATABASE_URL = 'postgres://u:canary@127.0.0.1:1/codegrant';
    const { status, stderr } = await codegrant('user list', { env: { DATABASE_URL } });
    expect(stderr).toMatch(/^codegrant: The database at 127\.0\.0\.1:1 cannot be used: .*\n$/);
    expect(stderr).not.toContain('canary');
    expect(status).toBe(1);
  });

  it('adds the stack trace where CODEGRANT_DEBUG is set', async () => {
    const { stderr } = await codegrant('migrate', {
      env: { DATABASE_URL: `sqlite:${directory}`, CODEGRANT_DEBUG: '1' },
    });
    expect(stderr).toMatch(/\n {4}at /);
  });
});

describe('codegrant migrate', () => {
  it('is asked for by the commands that need it, and may be repeated', async () => {
    expect(await codegrant('user list')).toMatchObject({
      status: 1,
      stderr: 'codegrant: The database is not set up for this version. Run: codegrant migrate\n',
    });
    for (const _ of [1, 2]) expect(await codegrant('migrate')).toMatchObject({ status: 0, stderr: '' });
    expect(await codegrant('user list')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Nobody') as string,
    });
  });
});

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))('on $name', ({ create }) => {
  it('serve waits for codegrant migrate, after which the other commands answer', async () => {
    const database = await create();
    const postgres = { env: { DATABASE_URL: database.url, PORT: '0' } };
    expect(await codegrant('serve', postgres)).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('Run: codegrant migrate, or serve with --migrate') as string,
    });
    const { stdout } = await codegrant('migrate', postgres);
    expect(stdout).toMatch(/^postgres(ql)?:\/\/[^@]+ is up to date\.\n$/);
    expect(await codegrant('client list', postgres)).toMatchObject({ status: 0 });
    await database.drop();
  });
});

describe('codegrant user', () => {
  it('adds with a piped password, whose line end does not count', async () => {
    const { status, stdout } = await codegrant('user add carol --name "Carol Müller" --json', {
      piped: 'pass-word\r\n',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ username: 'carol', name: 'Carol Müller' });
    expect(stdout).not.toContain('argon2');
  });

  it('adds with a password that is typed twice and never shown', async () => {
    const outcome = await codegrant('user add alice', { typed: ['typed-password', 'typed-password'] });
    expect(outcome).toEqual({
      status: 0,
      stdout: 'Added alice, who can sign in now.\n',
      stderr: 'Password: \nThe same again: \n',
    });
  });

  it.each([
    ['user add dan', { typed: ['typed-password', 'other-password'] }, 1, 'differ'],
    ['user add dan', { piped: 'seven77' }, 2, '7 characters'],
    ['user add CAROL', { piped: 'pass-word' }, 1, 'taken'],
    ['user add ""', { piped: 'pass-word' }, 2, '0 characters'],
    [`user add ${'x'.repeat(65)}`, { piped: 'pass-word' }, 2, '65 characters'],
    ['user add "a\u0007b"', { piped: 'pass-word' }, 2, 'control characters'],
    ['user add "a\u202eb"', { piped: 'pass-word' }, 2, 'control characters'],
    ['user add " a"', { piped: 'pass-word' }, 2, 'a space'],
  ])('%s with %j ends with status %i', async (line, fake, status, complaint) => {
    expect(await codegrant(line, fake)).toEqual({
      status,
      stdout: '',
      stderr: expect.stringContaining(complaint) as string,
    });
  });

  it('lists in columns', async () => {
    expect((await codegrant('user list')).stdout).toMatch(
      /^USER NAME {2}NAME {10}ROLE {2}ADDED\nalice {6}alice {9}user {2}2026-01-01 00:00 UTC\n/,
    );
  });

  it('adds an administrator, and makes and unmakes one later', async () => {
    const added = await codegrant('user add root --administrator --json', { piped: 'pass-word' });
    expect(JSON.parse(added.stdout)).toMatchObject({ username: 'root', is_administrator: true });
    const roles = async () => {
      const { stdout } = await codegrant('user list --json');
      const users = JSON.parse(stdout) as { username: string; is_administrator: boolean }[];
      return users.filter((user) => user.is_administrator).map(({ username }) => username);
    };
    expect(await roles()).toEqual(['root']);
    expect((await codegrant('user list')).stdout).toMatch(/\nroot {7}root {10}administrator {2}2026/);
    expect(await codegrant('user promote alice')).toMatchObject({
      status: 0,
      stdout: 'alice is an administrator.\n',
    });
    expect(await codegrant('user demote ROOT')).toMatchObject({
      status: 0,
      stdout: 'ROOT manages their own applications only.\n',
    });
    expect(await roles()).toEqual(['alice']);
    expect(await codegrant('user promote nobody')).toMatchObject({
      status: 1,
      stderr: 'codegrant: There is no user nobody.\n',
    });
    await codegrant('user demote alice');
    await codegrant('user remove root --yes');
  });

  it('removes once it is confirmed', async () => {
    expect(await codegrant('user remove carol')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--yes') as string,
    });
    expect(await codegrant('user remove carol', { typed: ['n'] })).toMatchObject({ status: 1 });
    expect(await codegrant('user remove carol', { typed: ['y'] })).toMatchObject({
      status: 0,
      stdout: 'Removed carol.\n',
    });
    expect(await codegrant('user remove carol --yes')).toMatchObject({
      status: 1,
      stderr: 'codegrant: There is no user carol.\n',
    });
  });
});

describe('codegrant client', () => {
  it('prints the secret once and keeps its hash', async () => {
    const added = await codegrant(
      'client add --name Calendar --redirect-uri https://a.example/cb --out-of-band --json',
    );
    const { client_id, client_secret, ...rest } = JSON.parse(added.stdout) as {
      client_id: string;
      client_secret: string;
    };
    expect(client_secret).toMatch(/^cgs_[\w-]{43}$/);
    expect(rest).toMatchObject({
      redirect_uris: ['https://a.example/cb', 'urn:ietf:wg:oauth:2.0:oob'],
      scope: Object.keys(scopes).join(' '),
    });
    const store = await openStore(env['DATABASE_URL'] ?? '', { migrate: false });
    expect((await store.clients.find(client_id))?.client_secret_hash).toBe(secrets.hash(client_secret));
    await store.close();
    for (const line of [
      `client show ${client_id} --json`,
      `client show ${client_id}`,
      'client list --json',
    ]) {
      const { stdout } = await codegrant(line);
      expect(stdout).toContain('Calendar');
      expect(stdout).not.toMatch(/secret_hash|cgs_/);
    }
  });

  it('gives a public client no secret', async () => {
    const { stdout } = await codegrant(
      'client add --name P --public --redirect-uri com.example.p:/cb --json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ token_endpoint_auth_method: 'none' });
    expect(stdout).not.toContain('client_secret');
  });

  it.each([
    ['--redirect-uri http://a.example/x /y#z', /a\.example\/x is plain http.*\/y#z has a fragment/],
    ['', /needs --redirect-uri, or --out-of-band/],
    ['--out-of-band --scope "profile nope constructor"', /Unknown scope: nope, constructor\. Known: profile/],
    ['--out-of-band --scope ""', /scope is empty/],
    ['--out-of-band --website javascript:x', /website javascript:x/],
  ])('add %s is refused with status 2', async (flags, complaint) => {
    const { status, stderr } = await codegrant(`client add --name A ${flags}`);
    expect(stderr).toMatch(complaint);
    expect(status).toBe(2);
  });

  it('removes, and knows no such client after that', async () => {
    const { stdout } = await codegrant('client add --name Gone --out-of-band --json');
    const { client_id } = JSON.parse(stdout) as { client_id: string };
    expect(await codegrant(`client remove ${client_id} --yes`)).toMatchObject({
      status: 0,
      stdout: 'Removed Gone.\n',
    });
    expect(await codegrant(`client show ${client_id}`)).toMatchObject({ status: 1 });
  });
});
