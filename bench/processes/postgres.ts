import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerOf } from './answer.ts';

export interface PostgresCluster {
  url: string;
  stop(): Promise<void>;
}

/**
 * An empty PostgreSQL with its data in a folder of its own, which it removes when it stops: started by root it runs as
 * another user, who could not get into ours.
 */
export async function startPostgres(): Promise<PostgresCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'codegrant-bench-postgres-'));
  const password = 'bench';
  const program = fileURLToPath(new URL('postgres-host.js', import.meta.url));
  const child = fork(program, [folder, password]);
  const port = await answerOf<number>(child);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
