import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `npm run conformance`: the suite against this project's own server, strict, which is started for it; or against the
 * target that is named. Not part of the package.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const args = process.argv.slice(2);
const isNamed = args[0] !== undefined && !args[0].startsWith('-');
const status = isNamed ? await play(['run', ...args], {}) : await playOwnServer();
console.log(`${process.uptime().toFixed(1)} s of wall time, the start of every process but npm included.`);
process.exit(status);

async function playOwnServer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-conformance-'));
  const server = startServer(folder);
  try {
    // While the server starts.
    const [{ readLedger }] = await Promise.all([
      import('./requirements/ledger.ts'),
      import('./cli/program.ts'),
    ]);
    readLedger(['rfc6749', 'rfc6750', 'rfc7636']);
    const origin = await listening(server);
    const target = join(root, 'conformance/targets/codegrant.yaml');
    return await play(['run', target, '--strict', ...args], { CODEGRANT_URL: origin });
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(command: readonly string[], env: Record<string, string>): Promise<number> {
  const { run } = await import('./cli/program.ts');
  const { stdout, stderr } = process;
  return await run(command, { stdout, stderr, env: { ...process.env, ...env } });
}

/** The build where it is not older than the sources, else the sources. */
function startServer(folder: string): ChildProcess {
  const built = join(root, 'dist/src/cli.js');
  const isFresh = existsSync(built) && isBuildFresh();
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = isFresh ? [built] : ['--import', tsx(), join(root, 'src/cli.ts')];
  const { PATH } = process.env;
  return spawn(process.execPath, [...program, 'serve', '--sandbox', '--port', '0', '--log-level', 'error'], {
    cwd: folder,
    env: { PATH, HOME: folder, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function isBuildFresh(): boolean {
  const built = newest(join(root, 'dist'), /\.(js|tsbuildinfo)$/);
  const isShipped = /^(?!.*\.test\.).*\.tsx?$/;
  return [join(root, 'src'), join(root, 'generated')].every((folder) => newest(folder, isShipped) <= built);
}

function newest(folder: string, wanted: RegExp): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0);
}

async function listening(server: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let printed = '';
    server.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const origin = /listening on (http:\S+)/.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with status ${code}: ${printed}`)));
  });
}
