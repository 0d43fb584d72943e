import { fileURLToPath } from 'node:url';
import type { Report } from '../../model/report.ts';
import { performRun } from '../../run/perform-run.ts';
import { catalogue } from '../../scenarios/catalogue.ts';
import { loadSettings } from '../../target/load-target.ts';
import { realServers } from './real-servers.ts';

/**
 * Starts the server, has it tested with nothing but the target file beside this one, which any user of the server could
 * have written, and ends it.
 */
export async function playRealServer(name: string, selection: readonly string[] = []): Promise<Report> {
  const server = await realServers[name]?.start();
  if (server === undefined) throw new Error(`no server ${name}`);
  try {
    const source = fileURLToPath(new URL(`${name}.yaml`, import.meta.url));
    const settings = loadSettings({ source, env: { SERVER: server.address } });
    return await performRun(settings, catalogue, { profile: 'all', selection });
  } finally {
    await server.close();
  }
}
