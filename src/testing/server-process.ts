import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface CodegrantProcess {
  process: ChildProcess;
  output: { stdout: string; stderr: string };
  /** The exit status, or null where a signal ended it. */
  ended: Promise<number | null>;
}

export interface ServerProcess extends CodegrantProcess {
  /** Where it listens, as it says itself. */
  origin: string;
  /** Tells it to stop, and waits until it has; a second time does nothing. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Surroundings {
  cwd: string;
  env?: Record<string, string>;
}

/** An empty folder of its own to start a process in. */
export async function emptyFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'codegrant-flow-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** `codegrant …` as a process: the sources through tsx, so that nothing has to be built first. */
export function startCodegrant(args: readonly string[], { cwd, env = {} }: Surroundings): CodegrantProcess {
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'src/cli.ts'), ...args], {
    cwd,
    // Without what the developer's shell sets for a server of their own.
    env: { PATH: process.env.PATH, HOME: cwd, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child);
}

/** Collects what a process prints. */
export function watch(child: ChildProcess): CodegrantProcess {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  const ended = once(child, 'close').then(([status]) => status as number | null);
  return { process: child, output, ended };
}

/** `codegrant serve …`, once it says where it listens. */
export async function startServer(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ServerProcess> {
  const started = startCodegrant(['serve', '--port', '0', ...args], surroundings);
  const origin = await said(started, /listening on (http:\S+)|"issuer":"(http[^"]+)"/);
  return {
    ...started,
    origin,
    stop: (signal = 'SIGTERM') => {
      if (started.process.exitCode === null && started.process.signalCode === null)
        started.process.kill(signal);
      return started.ended;
    },
  };
}

/** The first group of the pattern, as soon as the process has printed it; a process that ends before has failed. */
export async function said({ process: child, output, ended }: CodegrantProcess, pattern: RegExp) {
  const printed = new Promise<string>((found) => {
    const look = (): void => {
      const groups = pattern.exec(output.stdout)?.slice(1);
      if (groups !== undefined) found(groups.find((group) => group !== undefined) ?? '');
    };
    child.stdout?.on('data', look);
    look();
  });
  const failed = ended.then((status) => {
    throw new Error(`It ended with status ${status}: ${output.stdout}${output.stderr}`);
  });
  return await Promise.race([printed, failed]);
}
