import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from './scenarios/catalogue.ts';
import { startToy } from './selftest/toy/server.ts';
import { targetOf } from './selftest/toy/target.ts';

const here = fileURLToPath(new URL('./', import.meta.url));
const modules = join(here, '../node_modules');
const execute = promisify(execFile);
const npmEnv = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };

describe('the package, installed in an empty folder', { timeout: 60_000 }, () => {
  let folder: string;
  let paths: string[];
  const installed = () => join(folder, 'consumer/node_modules/codegrant-conformance');
  const consumer = () => join(folder, 'consumer');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codegrant-package-'));
    const stage = join(folder, 'stage');
    // What the build does, into a folder of its own: somebody may be using the other one.
    for (const part of ['package.json', 'README.md', 'requirements', 'targets'])
      await cp(join(here, part), join(stage, part), { recursive: true });
    const bin = (name: string) => join(modules, '.bin', name);
    const dist = join(stage, 'dist');
    await execute(bin('tsx'), [join(here, '../src/generator/bundle.ts'), 'conformance', dist]);
    await execute(bin('tsx'), [join(here, 'build-data.ts'), dist]);
    await execute(bin('tsc'), ['-p', join(here, 'tsconfig.build.json'), '--outDir', dist]);
    const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts'], {
      cwd: stage,
      env: npmEnv,
    });
    const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    paths = files.map(({ path }) => path);
    await install(join(stage, filename));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What `npm install` does, without a registry: the dependencies are those of this checkout. */
  async function install(tarball: string): Promise<void> {
    await mkdir(installed(), { recursive: true });
    await execute('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed()]);
    const { dependencies } = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies as object)) {
      const link = join(consumer(), 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(modules, name), link);
    }
    await chmod(join(installed(), 'dist/cli.js'), 0o755);
  }

  const command = (...args: string[]) => execute(join(installed(), 'dist/cli.js'), args, { cwd: consumer() });

  test('holds the build, the requirements and the example, and no test', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli.js',
        'dist/conformance.d.ts',
        'dist/LICENCES.txt',
        'dist/requirements/rfc6749.json',
        'dist/target/target.schema.json',
        'README.md',
        'requirements/rfc6749.yaml',
        'targets/example.yaml',
        'targets/ghost.yaml',
      ]),
    );
    expect(paths.filter((path) => /\.test\.|\.fixture\.|selftest|own-server|build-data/.test(path))).toEqual(
      [],
    );
  });

  test('the command shows its help, and every scenario', async () => {
    expect((await command('--help')).stdout).toContain('codegrant-conformance run');
    expect((await command('list')).stdout).toContain(`${catalogue.length} scenarios`);
    expect((await command('list', '--coverage')).stdout).toContain('together');
  });

  test('what it depends on is small: no server, no database, no test runner, no browser', async () => {
    const seen = new Set<string>();
    const visit = async (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const { dependencies = {} } = JSON.parse(
        await readFile(join(modules, name, 'package.json'), 'utf8'),
      ) as {
        dependencies?: Record<string, string>;
      };
      for (const next of Object.keys(dependencies)) await visit(next);
    };
    const own = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(own.dependencies)) await visit(name);
    expect(
      [...seen].filter((name) => /express|knex|sqlite|vitest|playwright|^pg$|codegrant$/.test(name)),
    ).toEqual([]);
    expect(seen.size).toBeLessThan(50);
  });

  test('the command tests a server that was started elsewhere', async () => {
    const toy = await startToy();
    const { clients, owner, scopes, resource } = targetOf(toy);
    const { username, password } = owner;
    const target = { issuer: toy.issuer, clients, owner: { username, password }, scopes, resource };
    await writeFile(join(consumer(), 'target.json'), JSON.stringify(target));
    const { stdout } = await command('run', 'target.json', '4.1.3').finally(() => toy.close());
    expect(stdout).toContain('Conforming.');
  });

  test('a program may import it, with its types', async () => {
    const program = `import { run, type Report } from 'codegrant-conformance';
const report: Report = await run({ issuer: 'http://127.0.0.1:1' });
console.log(report.exit, report.setup[0]?.detail);
`;
    await writeFile(join(consumer(), 'program.mts'), program);
    const strict = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom'];
    // What it finds wrong is printed on standard output.
    const compiled = await execute(join(modules, '.bin/tsc'), [...strict, 'program.mts'], {
      cwd: consumer(),
    }).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe('');
    const { stdout } = await execute(process.execPath, ['program.mjs'], { cwd: consumer() });
    expect(stdout).toBe('2 nothing listens at 127.0.0.1:1\n');
  });
});
