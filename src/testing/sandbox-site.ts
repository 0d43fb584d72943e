import { afterAll, beforeAll } from 'vitest';
import type { DialectName } from '../dialects/dialect.ts';
import { emptyFolder, startServer, type ServerProcess } from './server-process.ts';

export interface SandboxSite {
  readonly origin: string;
}

/** For the body of a `describe`: `codegrant serve --sandbox --dialect …` as a process of its own. */
export function sandboxSite(dialect: DialectName): SandboxSite {
  const started: { server?: ServerProcess; folder?: Awaited<ReturnType<typeof emptyFolder>> } = {};
  beforeAll(async () => {
    started.folder = await emptyFolder();
    started.server = await startServer(['--sandbox', '--dialect', dialect], { cwd: started.folder.path });
  });
  afterAll(async () => {
    await started.server?.stop('SIGKILL');
    await started.folder?.remove();
  });
  return {
    get origin() {
      return started.server?.origin ?? '';
    },
  };
}
