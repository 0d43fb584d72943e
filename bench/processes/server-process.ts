import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface ServerProcess {
  child: ChildProcess;
  origin: string;
  /** From the start of the process to its first answer with 200, in milliseconds. */
  startUp: number;
  memory(): Memory;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** Resident memory in bytes: now, and the most that it ever was. */
export interface Memory {
  now: number;
  peak: number;
}

export interface Program {
  /** What Node runs: flags, the program and its arguments. */
  args: readonly string[];
  port: number;
  /** A path that is answered with 200 once the server serves. */
  health: string;
  cwd: string;
  env?: Record<string, string>;
  /** Whether this process talks to it. */
  hasChannel?: boolean;
}

/**
 * Starts a server as an operator would: NODE_ENV is production, the log is at its default level. The log goes to
 * /dev/null, so that it is written, and no disc is measured along with the database's.
 */
export async function startProcess(program: Program): Promise<ServerProcess> {
  const { args, port, health, cwd, env = {}, hasChannel = false } = program;
  const origin = `http://127.0.0.1:${port}`;
  const log = openSync('/dev/null', 'w');
  const stdio: StdioOptions = ['ignore', log, 'inherit', ...(hasChannel ? (['ipc'] as const) : [])];
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, NODE_ENV: 'production', ...env },
    stdio,
  });
  closeSync(log);
  await untilAnswered(`${origin}${health}`, child);
  const startUp = performance.now() - start;
  const memory = () => memoryOf(child.pid ?? 0);
  return { child, origin, startUp, memory, stop: () => stop(child) };
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await wait(2);
  }
  throw new Error(`The server for ${url} has ended with ${child.exitCode}.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}

function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
