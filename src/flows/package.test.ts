import { execFile, spawn, type ExecFileException } from 'node:child_process';
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../testing/databases.ts';
import { emptyFolder, said, watch, type CodegrantProcess } from '../testing/server-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const npmEnv = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };

describe('from a fresh checkout', { timeout: 60_000 }, () => {
  let folder: Awaited<ReturnType<typeof emptyFolder>>;
  const started: CodegrantProcess[] = [];
  const checkout = () => join(folder.path, 'checkout');
  const consumer = () => join(folder.path, 'consumer');
  const installed = () => join(consumer(), 'node_modules/codegrant');
  beforeAll(async () => {
    folder = await emptyFolder();
    await copyTree(checkout());
  });
  afterAll(async () => {
    for (const { process: child } of started) endGroup(child.pid, 'SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await folder.remove();
  });

  /** In a process group of its own, which Ctrl-C reaches as a whole. */
  function start(command: string, args: readonly string[], cwd: string): CodegrantProcess {
    const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'];
    const process = watch(spawn(command, args, { cwd, env: npmEnv, stdio, detached: true }));
    started.push(process);
    return process;
  }

  test('npm start builds, prints the guide of the sandbox, and ends with Ctrl-C', async () => {
    const sandbox = start('npm', ['start', '--silent', '--', '--port', '0'], checkout());
    const origin = await said(sandbox, /listening on (http:\S+)[\s\S]*Ctrl-C/);
    expect((await fetch(`${origin}/docs`)).status).toBe(200);
    endGroup(sandbox.process.pid, 'SIGINT');
    await sandbox.ended;
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
    expect(sandbox.output.stderr).toBe('');
  });

  test('npm pack takes the build, the contract and what was made of it, and nothing else', async () => {
    await mkdir(join(checkout(), '.cache'));
    await writeFile(join(checkout(), '.cache/left-over'), '');
    const { stdout } = await run('npm', ['pack', '--json'], { cwd: checkout(), env: npmEnv });
    const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => !/^(dist|generated)\//.test(path)).sort()).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'openapi.yaml', 'package.json']),
    );
    expect(paths).toEqual(
      expect.arrayContaining(['dist/cli.js', 'dist/LICENCES.txt', 'generated/docs/index.html']),
    );
    const unwanted =
      /^(src|docs|bench|conformance|\.)|\.test\.|testing|\/(checks|generator)\/|tsbuildinfo|fake-terminal|example/;
    expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
    await install(join(checkout(), filename));
  });

  /** What `npm install` does, without a registry: the dependencies are those of this checkout. */
  async function install(tarball: string): Promise<void> {
    await mkdir(installed(), { recursive: true });
    await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed()]);
    const { bin, dependencies } = await readPackage();
    await chmod(join(installed(), bin.codegrant), 0o755);
    for (const name of Object.keys(dependencies)) {
      const link = join(consumer(), 'node_modules', name);
      await mkdir(join(link, '..'), { recursive: true });
      await symlink(join(root, 'node_modules', name), link);
    }
  }

  async function readPackage() {
    const text = await readFile(join(installed(), 'package.json'), 'utf8');
    return JSON.parse(text) as { bin: { codegrant: string }; dependencies: Record<string, string> };
  }

  test('the installed command tells its help', async () => {
    expect((await run(await command(), ['--help'])).stdout).toContain('Usage: codegrant');
  });

  test.each(databases)('the installed command serves the documents of the package on $name', async (kind) => {
    const database = await kind.create();
    const flags = ['--migrate', '--port', '0', '--database-url', database.url];
    const server = start(await command(), ['serve', ...flags], consumer());
    const origin = await said(server, /"issuer":"([^"]+)"/);
    expect(await (await fetch(`${origin}/openapi.yaml`)).text()).toContain('openapi: 3.1');
    const client = {
      client_id: 'nobody',
      client_secret: 'none',
      grant_type: 'refresh_token',
      refresh_token: 'x',
    };
    const refusal = await fetch(`${origin}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams(client),
    });
    expect(await refusal.json()).toMatchObject({ error: 'invalid_client' });
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await database.drop();
  });

  async function command(): Promise<string> {
    return join(installed(), (await readPackage()).bin.codegrant);
  }

  test('codegrant/types compiles in strict projects, for Node and for a bundler', async () => {
    const outputs = await Promise.all([compile('NodeNext', 'NodeNext'), compile('ESNext', 'Bundler')]);
    // The right answer and the path pass; of the wrong one the type is known.
    const complaint =
      /^\S*index\.ts\(5,\d+\): error TS2322: Type 'number' is not assignable to type 'string'\.$/;
    const lines = outputs.flatMap((output) => output.trim().split('\n'));
    expect(lines).toEqual([expect.stringMatching(complaint), expect.stringMatching(complaint)]);
  });

  async function compile(module: string, moduleResolution: string): Promise<string> {
    const strict = ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes', 'noUnusedLocals'];
    const compilerOptions = {
      ...Object.fromEntries([...strict, 'verbatimModuleSyntax', 'noEmit'].map((name) => [name, true])),
      ...{ module, moduleResolution, target: 'ES2022', rootDir: 'src', types: [] },
    };
    const text = `import type { operations, paths } from 'codegrant/types';
      type Tokens = operations['issueToken']['responses'][200]['content']['application/json'];
      const rest = { token_type: 'Bearer', expires_in: 1, scope: 'profile' } as const;
      export const right: Tokens = { access_token: 'a', ...rest };
      export const wrong: Tokens = { access_token: 1, ...rest };
      export const path: keyof paths = '/oauth/token';\n`;
    await mkdir(join(consumer(), 'src'), { recursive: true });
    await writeFile(join(consumer(), 'package.json'), JSON.stringify({ type: 'module' }));
    await writeFile(join(consumer(), 'src/index.ts'), text);
    const project = join(consumer(), `tsconfig.${module}.json`);
    await writeFile(project, JSON.stringify({ compilerOptions, include: ['src'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return run(process.execPath, [tsc, '-p', project]).then(
      ({ stdout }) => stdout,
      ({ stdout }: ExecFileException) => String(stdout),
    );
  }
});

/** The tree without what a clone does not have; the installed packages are linked. */
async function copyTree(to: string): Promise<void> {
  const left = /(^|\/)(node_modules|dist|coverage|\.cache|\.git)(\/|$)|\.(db|tgz)$/;
  await cp(root, to, { recursive: true, filter: (path) => !left.test(relative(root, path)) });
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
