import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issuerOf, readConfig, readDatabaseUrl, type Config } from './config.ts';
import { ConfigRefusal } from './config/reader.ts';
import { settings } from './config/settings.ts';

const DAY = 86_400;

function fromEnv(env: Record<string, string>, sandbox = false): Config {
  return readConfig({ flags: {}, env }, { sandbox });
}

function mistakes(env: Record<string, string>, sandbox = false): readonly string[] {
  try {
    fromEnv(env, sandbox);
  } catch (error) {
    if (error instanceof ConfigRefusal) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for every setting', () => {
    expect(fromEnv({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      issuer: null,
      databaseUrl: 'sqlite:./codegrant.db',
      lifetimes: {
        code: 60,
        access_token: 3600,
        refresh_idle: 30 * DAY,
        refresh_absolute: 90 * DAY,
        refresh_grace: 10,
        session: DAY / 2,
      },
      trustProxy: false,
      dialects: [],
      logLevel: 'info',
      sweepInterval: 60,
    });
  });

  it('takes a flag before the environment, and an empty variable for none', () => {
    const sources = { flags: { port: '8081' }, env: { PORT: '8080', HOST: '', LOG_LEVEL: ' ' } };
    expect(readConfig(sources)).toMatchObject({ port: 8081, host: '127.0.0.1', logLevel: 'info' });
  });

  it('names every mistake at once, each with what came, what is expected and an example', () => {
    const found = mistakes({ PORT: '80a', CODE_LIFETIME: '2m', LOG_LEVEL: 'loud', TRUST_PROXY: 'true' });
    expect(found).toHaveLength(4);
    expect(found[0]).toBe('PORT is "80a". Expected: a whole number from 0 to 65535. Example: PORT=8080');
    expect(found[1]).toMatch(/^CODE_LIFETIME is "2m"\. Expected: a time from 1s to 1m/);
    expect(found[2]).toContain('every caller choose');
  });

  it('names the flag where the value came from a flag', () => {
    expect(() => readConfig({ flags: { port: '-1' }, env: {} })).toThrow(
      /--port is "-1".*Example: --port 8080/,
    );
  });

  it('shows control characters of a value as replacement characters', () => {
    expect(mistakes({ PORT: '\u001b[31m' })[0]).toContain('"�[31m"');
  });
});

describe('the issuer', () => {
  it('is the listening address of a loopback host', () => {
    expect(issuerOf(fromEnv({}), 3000)).toBe('http://127.0.0.1:3000');
    expect(issuerOf(fromEnv({ HOST: '::1', PORT: '0' }), 49_152)).toBe('http://[::1]:49152');
  });

  it('is required where the host is not loopback', () => {
    expect(mistakes({ HOST: '0.0.0.0' })).toEqual([
      expect.stringMatching(/^ISSUER is not set\. Expected: the origin/),
    ]);
    expect(mistakes({ HOST: '0.0.0.0', ISSUER: 'https://id.example' })).toEqual([]);
  });
});

describe('the dialects', () => {
  it('are a list of names', () => {
    expect(fromEnv({ DIALECT: 'none' }).dialects).toEqual([]);
    expect(fromEnv({ DIALECT: 'gancio' }).dialects).toEqual(['gancio']);
    expect(fromEnv({ DIALECT: ' Ghost, gitshare ,ghost' }).dialects).toEqual(['ghost', 'gitshare']);
  });

  it.each(['ghosts', 'ghost,', 'none,ghost', 'constructor'])(
    'are not %s, and the refusal names them all',
    (text) => {
      const [found, ...others] = mistakes({ DIALECT: text });
      expect(others).toEqual([]);
      expect(found).toMatch(/^DIALECT is ".*"\. .*none, or some of gancio, ghost, gitshare, gocd, metamaps/);
      expect(found).toMatch(/Example: DIALECT=gancio,ghost$/);
    },
  );

  it.each([
    ['gocd,metamaps', 'gocd and metamaps both answer at /oauth/authorize'],
    ['gancio,gocd', 'gancio and gocd both answer at /oauth/token'],
    ['ghost,metamaps,gitshare,gancio', 'metamaps and gancio both answer at /oauth/token'],
  ])('%s collide, and the refusal names both and the path', (text, collision) => {
    expect(mistakes({ DIALECT: text })).toEqual([expect.stringContaining(collision)]);
  });

  it.each(['gancio,ghost,gitshare', 'gocd,gitshare,ghost', 'metamaps,ghost,gitshare'])(
    '%s go together',
    (text) => {
      expect(fromEnv({ DIALECT: text }).dialects).toEqual(text.split(','));
    },
  );
});

describe('refresh lifetimes', () => {
  it('keep the absolute one at least as long as the idle one', () => {
    expect(mistakes({ REFRESH_IDLE_LIFETIME: '120d' })[0]).toContain(
      'at most REFRESH_ABSOLUTE_LIFETIME, which is 90d',
    );
    expect(mistakes({ REFRESH_ABSOLUTE_LIFETIME: '1d' })[0]).toContain(
      'at least REFRESH_IDLE_LIFETIME, which is 30d',
    );
    expect(mistakes({ REFRESH_ABSOLUTE_LIFETIME: '30d' })).toEqual([]);
  });
});

describe('the sandbox', () => {
  it('has its own database and a quiet log', () => {
    expect(fromEnv({}, true)).toMatchObject({
      databaseUrl: 'sqlite:./codegrant-sandbox.db',
      logLevel: 'warn',
    });
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['ISSUER', 'https://id.example'],
    ['TRUST_PROXY', '1'],
    ['DATABASE_URL', 'postgres://db/codegrant'],
  ])('refuses %s=%s, which would reach beyond this machine', (name, value) => {
    const found = mistakes({ [name]: value }, true);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('published passwords');
  });

  it.each(['localhost', '127.9.9.9', '::1'])('listens on %s', (host) => {
    expect(mistakes({ HOST: host }, true)).toEqual([]);
  });
});

describe('the database URL', () => {
  it.each([
    'postgres://u:canary@db/x',
    'mysql://u:canary@db/x',
    'postgres://u:canary@db:port/x',
    'u:canary@db',
  ])('of %s never shows the password in a refusal', (databaseUrl) => {
    const found = mistakes({ DATABASE_URL: databaseUrl, PORT: 'x' }, true).join('\n');
    expect(found).toContain('DATABASE_URL');
    expect(found).not.toContain('canary');
  });

  it('is read alone for the commands that need nothing else', () => {
    expect(readDatabaseUrl({ flags: {}, env: { DATABASE_URL: 'sqlite:/var/lib/a.db', PORT: 'x' } })).toBe(
      'sqlite:/var/lib/a.db',
    );
  });
});

describe('docs/configuration.md', () => {
  const rows = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

  it.each(Object.values(settings))('has $env as it is', ({ env, flag, written, summary }) => {
    expect(rows).toContainEqual(['', env, flag, written, summary, '']);
  });
});

describe('a default as it is written', () => {
  it.each(Object.values(settings).filter(({ fallback }) => fallback !== null))(
    'of $env is the default',
    (setting) => {
      expect(setting.parse(setting.written)).toEqual({ value: setting.fallback });
    },
  );
});
