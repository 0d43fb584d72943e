import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { originOf } from './own-server-origin.ts';

/**
 * `npm run conformance`: the suite against this project's own server, strict, which is started for it; or against the
 * URL or file that is named first. Started by `run-fresh.js`, from the builds. Not part of the package.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'conformance/targets/codegrant.yaml');
const args = process.argv.slice(2);
/** For processes that live for seconds: optimising the machine code costs more than it gives back. The npm script has it too. */
const flags = ['--no-opt'];
const [first = ''] = args;
const isNamed = /^https?:/i.test(first) || (!first.startsWith('-') && first !== '' && existsSync(first));

// Whoever reads the report may stop reading, as `head` does; the server is ended all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await (isNamed ? play(['run', ...args], {}) : playOwnServer()).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 4;
});

async function playOwnServer(): Promise<number> {
  const folder = mkdtempSync(join(placeInMemory() ?? tmpdir(), 'codegrant-conformance-'));
  const server = startServer(folder);
  try {
    const [origin] = await Promise.all([originOf(server), prepare()]);
    const status = await play(['run', target, '--strict', ...args], { CODEGRANT_URL: origin });
    const seconds = process.uptime().toFixed(1);
    process.stdout.write(`${seconds} s of wall time, the start of the server included\n`);
    return status;
  } finally {
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the suite will need in any case, loaded, read and compiled while the server starts. */
async function prepare(): Promise<void> {
  const [{ loadSettings }, { readLedger }] = await Promise.all([
    import('./target/load-target.ts'),
    import('./requirements/ledger.ts'),
    import('./conformance.ts'),
    import('./cli/program.ts'),
    import('./report/terminal.ts'),
  ]);
  loadSettings({ source: target, env: { CODEGRANT_URL: 'http://127.0.0.1' } });
  readLedger();
}

/**
 * Where files are in memory, as most Linux systems have it. The server syncs every commit, as it always does; a database
 * that is deleted in a moment need not wait for a disc, which others may be using too.
 */
function placeInMemory(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK | constants.X_OK);
    return '/dev/shm';
  } catch {
    return undefined;
  }
}

/** The command line of the suite. */
async function play(command: readonly string[], env: Record<string, string>): Promise<number> {
  const { run } = await import('./cli/program.ts');
  const { stdout, stderr } = process;
  return await run(command, { stdout, stderr, env: { ...process.env, ...env } });
}

function startServer(folder: string): ChildProcess {
  const program = join(root, 'dist/cli.js');
  const { PATH } = process.env;
  return spawn(
    process.execPath,
    [...flags, program, 'serve', '--sandbox', '--port', '0', '--log-level', 'error'],
    {
      cwd: folder,
      env: { PATH, HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}
