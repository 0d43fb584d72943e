import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const table = resolve('.dependency-cruiser.cjs');

/** A tree that keeps every rule, with a package of each kind. */
const lawful: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { express: '1', knex: '1', commander: '1' },
    devDependencies: { vitest: '1' },
  }),
  ...Object.fromEntries(
    ['express', 'knex', 'commander', 'vitest'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'generated/types.ts': 'export type Operations = 1; export const rows = 1;',
  'src/oauth/ports.ts': 'export interface Store { find(): void } export const limit = 1;',
  'src/oauth/refusals.ts':
    "import type { Operations } from '../../generated/types.ts'; export const refusals = 1;",
  'src/oauth/pkce.ts': "import type { Store } from './ports.ts'; export const verify = 1;",
  'src/oauth/pkce.test.ts':
    "import 'vitest'; import 'node:crypto'; import './pkce.ts'; import '../testing/clock.ts';",
  'src/testing/clock.ts': "import '../oauth/pkce.ts'; import 'knex'; import 'vitest';",
  'src/secrets/codes.ts':
    "import 'node:crypto'; import type { Store } from '../oauth/ports.ts'; export const code = 1;",
  'src/store/clients.ts':
    "import 'knex'; import { limit } from '../oauth/ports.ts'; export const clients = 1;",
  'src/handlers/issue-token.ts':
    "import '../oauth/pkce.ts'; import '../../generated/types.ts'; export const issue = 1;",
  'src/http/router.ts':
    "import 'express'; import '../handlers/issue-token.ts'; import '../oauth/refusals.ts';",
  'src/cli.ts':
    "import 'commander'; import './http/router.ts'; import './store/clients.ts'; import './secrets/codes.ts';",
  'conformance/report.ts': "import './verdict.ts';",
  'conformance/verdict.ts': "import 'node:fs';",
};

/** One import in a module of its own, and the rule that it breaks. */
const planted = (
  [
    ['generated', '../src/oauth/ports.ts', 'generated imports only itself'],
    ['src/oauth', '../store/clients.ts', 'src/oauth imports only itself, generated'],
    ['src/oauth', '../../generated/types.ts', 'src/oauth imports only types of generated'],
    ['src/oauth', 'node:crypto', 'src/oauth needs nothing from outside'],
    ['src/oauth', 'commander', 'src/oauth needs nothing from outside'],
    ['src/oauth', 'express', 'only src/http imports express, express-openapi-validator'],
    ['src/secrets', '../oauth/ports.ts', 'src/secrets imports only types of src/oauth/ports.ts'],
    ['src/secrets', 'node:fs', 'src/secrets needs nothing from outside but node:crypto, @node-rs/argon2'],
    ['src/store', '../oauth/pkce.ts', 'src/store imports only itself, src/oauth/ports.ts'],
    [
      'src/handlers',
      '../store/clients.ts',
      'src/handlers imports only itself, src/oauth, src/dialects, generated',
    ],
    ['src/handlers', 'knex', 'only src/store imports knex, pg, sqlite3'],
    ['src/http', '../oauth/pkce.ts', 'src/http imports only itself'],
    ['src/http', '../store/clients.ts', 'src/http imports only itself'],
    ['src/cli', 'express', 'only src/http imports express, express-openapi-validator'],
    ['src/cli', 'vitest', 'nothing that ships imports a package that is not installed with it'],
    ['src/cli', '../testing/clock.ts', 'nothing that ships imports the tests, the checks or the generator'],
    ['src/cli', './missing.ts', 'every import leads somewhere'],
    ['src/cli', '../../conformance/verdict.ts', 'src does not import the conformance suite'],
    ['conformance', '../src/oauth/ports.ts', 'conformance imports only itself'],
    ['src/store', './planted-19.ts', 'no circular dependencies'],
    ['src/flows', '../oauth/ports.ts', 'src/flows holds tests of the whole and nothing else'],
    ['src/newcomer', '../oauth/ports.ts', 'every folder of src has a row in the import table'],
  ] as const
).map(([folder, to, rule], index) => ({ from: `${folder}/planted-${index}.ts`, to, rule }));

const root = realpathSync(mkdtempSync(join(tmpdir(), 'codegrant-imports-')));
afterAll(() => rmSync(root, { recursive: true }));

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function violations(): Promise<{ from: string; rule: string }[]> {
  const folders = ['src', 'generated', 'conformance'];
  const stdout = await new Promise<string>((done) => {
    const arguments_ = [cruiser, '--config', table, '--output-type', 'json', ...folders];
    execFile(process.execPath, arguments_, { cwd: root, maxBuffer: 1e8 }, (_, out) => done(out));
  });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

test('a tree that keeps the import table has no violations', async () => {
  plant(lawful);
  expect(await violations()).toEqual([]);
});

describe('in a tree with forbidden imports', () => {
  let found: { from: string; rule: string }[];
  beforeAll(async () => {
    plant(lawful);
    plant(Object.fromEntries(planted.map(({ from, to }) => [from, `import { x } from '${to}';`])));
    plant({ 'src/store/forgotten.ts': 'export const forgotten = 1;' });
    found = await violations();
  });

  test.each(planted)('$from importing $to is reported: $rule', ({ from, rule }) => {
    const rules = found.filter((violation) => violation.from === from).map((violation) => violation.rule);
    expect(rules).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`)));
  });

  test('a module that nothing imports, tests or starts is reported', () => {
    expect(found.filter(({ from }) => from === 'src/store/forgotten.ts').map(({ rule }) => rule)).toEqual([
      'every module is imported, tested or started',
    ]);
  });

  test('no lawful module is reported', () => {
    expect(found.filter(({ from }) => from in lawful)).toEqual([]);
  });
});
