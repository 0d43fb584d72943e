import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { checkSettingsObject, loadSettings } from './load-target.ts';
import { TargetRefused } from './mistake.ts';
import { settingsSchema } from './settings-schema.ts';
import type { TextSetting } from './setting-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'codegrant-target-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string, env: Record<string, string> = {}, flags: TextSetting[] = []) {
  const source = join(folder, 'target.yaml');
  writeFileSync(source, text);
  return loadSettings({ source, env, flags });
}

/** Every mistake as `line: path: message`. */
function mistakesIn(text: string, env: Record<string, string> = {}): string[] {
  try {
    load(text, env);
    return [];
  } catch (error) {
    if (!(error instanceof TargetRefused)) throw error;
    return error.mistakes.map(
      ({ where, path, message }) => `${where.replace(/^.*target\.yaml:?/, '')}: ${path}: ${message}`,
    );
  }
}

describe('a target file', () => {
  test('gives what stands in it', () => {
    const settings = load(
      'issuer: http://127.0.0.1:3000\nowner: { username: alice }\nscopes: [read, write]\n',
    );
    expect(settings).toEqual({
      issuer: 'http://127.0.0.1:3000',
      owner: { username: 'alice' },
      scopes: ['read', 'write'],
    });
  });

  test('names an authority that is there, or is wrong where it names it', () => {
    const file = join(folder, 'authority.pem');
    writeFileSync(file, '');
    expect(load(`ca_file: ${file}\n`).ca_file).toBe(file);
    expect(mistakesIn('issuer: http://127.0.0.1:1\nca_file: nowhere.pem\n')).toEqual([
      '2:10: ca_file: "nowhere.pem" cannot be read',
    ]);
  });

  test('takes texts from the environment', () => {
    const text =
      'clients:\n  confidential:\n    client_id: "app-${STAGE}"\n    client_secret: "$${literal}"\n';
    expect(load(text, { STAGE: 'test' }).clients?.confidential).toEqual({
      client_id: 'app-test',
      client_secret: '${literal}',
    });
  });

  test('is overridden by the environment, and that by the flags', () => {
    const env = {
      CODEGRANT_CONFORMANCE__CLIENTS__CONFIDENTIAL__CLIENT_SECRET: 'from-env',
      CODEGRANT_CONFORMANCE__PKCE__REQUIRED: 'true',
      CODEGRANT_CONFORMANCE__SCOPES: 'read, write',
      CODEGRANT_CONFORMANCE__RATE: 'null',
      CODEGRANT_CONFORMANCE__OWNER__HEADERS__COOKIE: 'session=1',
    };
    const flags = [{ path: ['timeout'], text: '100', where: '--timeout' }];
    const settings = load(
      'clients: { confidential: { client_id: a, client_secret: b } }\ntimeout: 5\n',
      env,
      flags,
    );
    expect(settings).toEqual({
      clients: { confidential: { client_id: 'a', client_secret: 'from-env' } },
      pkce: { required: true },
      scopes: ['read', 'write'],
      rate: null,
      owner: { headers: { cookie: 'session=1' } },
      timeout: 100,
    });
  });
});

describe('a mistake is named with its line, its path and what was probably meant', () => {
  test.each<[string, string, string]>([
    [
      'an unknown key',
      'clients:\n  confidental:\n    client_id: a\n',
      '2:3: clients.confidental: there is no such setting; did you mean `confidential`?',
    ],
    [
      'a text that is a number',
      'clients:\n  public:\n    client_id: 12\n',
      '3:16: clients.public.client_id: 12 is not a text; put it in quotes',
    ],
    [
      'a wrong word',
      'owner:\n  driver: forms\n',
      '2:11: owner.driver: "forms" is not among "form", "headers", "command", "none"',
    ],
    ['what is missing', 'resource:\n  method: GET\n', '1:1: resource.url: is missing'],
    ['a list that is none', 'scopes: profile email\n', '1:9: scopes: "profile email" is not a list'],
    [
      'an empty list',
      'clients:\n  public:\n    client_id: a\n    redirect_uris: []\n',
      '4:20: clients.public.redirect_uris: is empty',
    ],
    [
      'a URL that is none',
      'issuer: server.example\n',
      '1:9: issuer: "server.example" is no http or https URL without a fragment',
    ],
    [
      'a variable that is not set',
      'owner:\n  password: ${NO_SUCH}\n',
      '2:13: owner.password: the environment has no NO_SUCH',
    ],
    ['a key twice', 'issuer: http://a\nissuer: http://b\n', '2:1: : Map keys must be unique'],
    [
      'YAML that breaks off',
      'scopes: [a\n',
      '2:1: : Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'a file without settings',
      '- a\n',
      ': : has no settings: `name: value` lines are expected, such as `issuer: http://127.0.0.1:3000`',
    ],
  ])('%s', (_what, text, message) => {
    expect(mistakesIn(text)).toEqual([message]);
  });

  test('several at once, and a variable by its name', () => {
    const env = { CODEGRANT_CONFORMANCE__PKCE__REQUIRD: 'true', CODEGRANT_CONFORMANCE__TIMEOUT: 'soon' };
    expect(mistakesIn('ownr: {}\n', env)).toEqual([
      '1:1: ownr: there is no such setting; did you mean `owner`?',
      'CODEGRANT_CONFORMANCE__PKCE__REQUIRD: pkce.requird: there is no such setting; did you mean `required`?',
      'CODEGRANT_CONFORMANCE__TIMEOUT: timeout: "soon" is not a whole number',
    ]);
  });

  test('a file that is not there', () => {
    expect(() => loadSettings({ source: join(folder, 'none.yaml'), env: {} })).toThrow(
      'there is no such file',
    );
    expect(() => loadSettings({ source: folder, env: {} })).toThrow('is a folder');
  });
});

test('a URL is the issuer', () => {
  expect(loadSettings({ source: 'https://id.example.com/', env: {} })).toEqual({
    issuer: 'https://id.example.com',
  });
});

test('settings of a program are held against the same schema', () => {
  expect(() => checkSettingsObject({ timeout: 0 })).toThrow('the target: timeout: 0 must be >= 1');
});

test('what the settings are held against is a JSON Schema', () => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(settingsSchema())).toBe(true);
  expect(ajv.validateSchema({ properties: { name: { type: 'words' } } })).toBe(false);
});

test('the example names every setting that there is', () => {
  const example = readFileSync(new URL('../targets/example.yaml', import.meta.url), 'utf8');
  const env = Object.fromEntries([...example.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => [name, 'x']));
  const settings = load(example, env);
  const known = Object.keys(settingsSchema().properties ?? {}).filter((name) => name !== '$schema');
  const unnamed = known.filter((name) => !Object.hasOwn(settings, name));
  expect(unnamed).toEqual(['registration_endpoint', 'registration_token']);
});
