import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
