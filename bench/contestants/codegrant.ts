import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPostgres } from '../processes/postgres.ts';
import { freePort, startProcess, type ServerProcess } from '../processes/server-process.ts';
import { authorizationRequest } from './client.ts';
import { createCodegrantDatabase, type CodegrantDatabase } from './codegrant-database.ts';
import type { Contestant, RunningContestant } from './contestant.ts';

/** This project's server on SQLite, as it is built and with its default settings. */
export const codegrantOnSqlite: Contestant = {
  name: 'codegrant-sqlite',
  async start(folder) {
    const url = `sqlite:${join(folder, 'codegrant.db')}`;
    const database = await createCodegrantDatabase(url);
    const server = await startCodegrant(url, folder);
    return runCodegrant([server], database);
  },
};

/** The same on PostgreSQL, in one process or in several that are one server. */
export function codegrantOnPostgres(processes: number): Contestant {
  return {
    name: processes === 1 ? 'codegrant-postgres' : `codegrant-postgres-${processes}`,
    async start(folder) {
      const cluster = await startPostgres();
      const database = await createCodegrantDatabase(cluster.url);
      const servers = await Promise.all(
        Array.from({ length: processes }, () => startCodegrant(cluster.url, folder)),
      );
      const running = runCodegrant(servers, database);
      return { ...running, stop: () => running.stop().then(cluster.stop) };
    },
  };
}

/** The program that the package would install. */
export function codegrantProgram(): string {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: { codegrant: string } };
  return resolve(bin.codegrant);
}

/** One process of `codegrant serve`; the settings are environment variables. */
export async function startCodegrant(
  databaseUrl: string,
  folder: string,
  settings: Record<string, string> = {},
  program: readonly string[] = [codegrantProgram()],
): Promise<ServerProcess> {
  const port = await freePort();
  return await startProcess({
    args: [...program, 'serve'],
    port,
    health: '/healthz',
    cwd: folder,
    env: { PORT: String(port), DATABASE_URL: databaseUrl, ...settings },
  });
}

export function runCodegrant(
  processes: readonly ServerProcess[],
  database: CodegrantDatabase,
): RunningContestant {
  return {
    processes,
    paths: { token: '/oauth/token', introspection: '/oauth/introspect', resource: '/api/me' },
    mintCodes: (count) => database.mintCodes(count),
    flow: {
      name: 'codegrant',
      authorize: authorizationRequest('/oauth/authorize'),
      signIn: (count) => database.signIn(count),
    },
    async stop() {
      await Promise.all(processes.map((each) => each.stop()));
      await database.close();
    },
  };
}
