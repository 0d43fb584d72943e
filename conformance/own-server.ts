import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `npm run conformance`: the suite against this project's own server, strict, which is started for it; or against the
 * URL or file that is named first. Server and suite run from their builds where those are not older than the sources. Not part
 * of the package.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const args = process.argv.slice(2);
const [first = ''] = args;
const isNamed = /^https?:/i.test(first) || (!first.startsWith('-') && first !== '' && existsSync(first));
process.exitCode = await (isNamed ? play(['run', ...args], {}) : playOwnServer()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 4;
});

async function playOwnServer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-conformance-'));
  const isBuilt = isFresh(join(root, 'dist/src'), ['src', 'generated']);
  const server = startServer(folder, isBuilt);
  try {
    const origin = await originOf(server);
    const target = join(root, 'conformance/targets/codegrant.yaml');
    const status = await play(['run', target, '--strict', ...args], { CODEGRANT_URL: origin });
    console.log(`${process.uptime().toFixed(1)} s of wall time, the start of the server included`);
    return status;
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command line of the suite. */
async function play(command: readonly string[], env: Record<string, string>): Promise<number> {
  const whole = { ...process.env, ...env };
  if (isFresh(join(root, 'conformance/dist'), ['conformance'])) {
    const built = join(root, 'conformance/dist/cli.js');
    const [status] = (await once(
      spawn(process.execPath, [built, ...command], { env: whole, stdio: 'inherit' }),
      'exit',
    )) as [number | null];
    return status ?? 4;
  }
  const { run } = await import('./cli/program.ts');
  return await run(command, { stdout: process.stdout, stderr: process.stderr, env: whole });
}

function startServer(folder: string, isBuilt: boolean): ChildProcess {
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = isBuilt ? [join(root, 'dist/src/cli.js')] : ['--import', tsx(), join(root, 'src/cli.ts')];
  const { PATH } = process.env;
  return spawn(process.execPath, [...program, 'serve', '--sandbox', '--port', '0', '--log-level', 'error'], {
    cwd: folder,
    env: { PATH, HOME: folder, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A build is fresh when everything in it is there, and nothing that it was made of is newer. */
function isFresh(build: string, sources: readonly string[]): boolean {
  const built = changes(build, /\.js$/).map(({ time }) => time);
  const written = sources.flatMap((folder) =>
    changes(join(root, folder), /^(?!.*\.(?:test|fixture)\.).*\.(?:tsx?|yaml)$/),
  );
  return built.length > 0 && Math.max(...written.map(({ time }) => time)) <= Math.max(...built);
}

function changes(folder: string, wanted: RegExp): { time: number }[] {
  const isBeside = /[/\\](?:dist|node_modules|selftest|testing)(?:[/\\]|$)/;
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && wanted.test(entry.name))
      .filter(({ parentPath }) => !isBeside.test(parentPath.slice(folder.length)))
      .map(({ parentPath, name }) => ({ time: statSync(join(parentPath, name)).mtimeMs }));
  } catch {
    return [];
  }
}

async function originOf(server: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let printed = '';
    server.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const origin = /listening on (http:\S+)/.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`the server ended with status ${code} before it listened`)),
    );
  });
}
