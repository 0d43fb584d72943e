import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { originOf } from '../../own-server-origin.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface OwnServer {
  origin: string;
  close(): Promise<void>;
}

/** This project's sandbox as a process from its sources, in a folder of its own; the suite knows its address alone. */
export async function startOwnServer(dialect: string | null): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-dialect-'));
  const flags = dialect === null ? [] : ['--dialect', dialect];
  const program = ['--import', tsx, join(root, 'src/cli.ts'), 'serve', '--sandbox', '--port', '0', ...flags];
  const { PATH } = process.env;
  const env = { PATH, HOME: folder, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
  const server = spawn(process.execPath, program, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const close = async () => {
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await originOf(server), close };
  } catch (error) {
    await close();
    throw error;
  }
}
