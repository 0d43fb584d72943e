import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codegrantProgram } from '../contestants/codegrant.ts';
import type { Bench, Measurement } from '../measurement.ts';
import { freePort, startProcess, type ServerProcess } from '../processes/server-process.ts';
import { occasionNow } from '../report/occasion.ts';
import type { SuiteRound } from '../report/results.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { inFlight, replay } from './replay.ts';

const target = 'conformance/targets/codegrant.yaml';

/**
 * The conformance suite against this server, and beside it the very requests that it sends, without the suite. The answers
 * to those differ, since codes are used up and clients are unknown by then; what they cost is HTTP and the server.
 */
export const suite: Measurement = {
  name: 'suite',
  summary: 'the conformance suite, beside the requests that it sends',
  async measure({ pace, tell }: Bench) {
    const occasion = occasionNow();
    const port = await freePort();
    const requests = await recordRun(port);
    const rounds: SuiteRound[] = [];
    for (let round = 0; round < pace.rounds; round += 1) {
      const start = performance.now();
      await conformance([], {});
      const wall = performance.now() - start;
      const again = await withSandbox(port, port, async ({ startUp }) => {
        return { startUp, replay: await replay(requests, port) };
      });
      rounds.push({ wall, ...again });
      tell(
        `suite ${round + 1}/${pace.rounds}: ${Math.round(wall)} ms, replay ${Math.round(again.replay)} ms`,
      );
    }
    return { suite: { occasion, requests: requests.length, inFlight, rounds } };
  },
};

/** One run through a proxy, whose address is the issuer: the metadata name no other. Also builds what is stale. */
async function recordRun(port: number): Promise<readonly RecordedRequest[]> {
  const serverPort = await freePort();
  return await withSandbox(port, serverPort, async () => {
    const proxy = await startRecordingProxy(port, serverPort);
    await conformance([target, '--strict'], { CODEGRANT_URL: `http://127.0.0.1:${port}` });
    await proxy.close();
    return proxy.requests;
  });
}

async function conformance(args: readonly string[], env: Record<string, string>): Promise<void> {
  const command = ['run', '--silent', 'conformance', '--', ...args];
  const child = spawn('npm', command, { stdio: 'ignore', env: { ...process.env, ...env } });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`The conformance suite has ended with ${status}.`);
}

/** The sandbox as `npm run conformance` starts it: for seconds, and with its file in memory where there is room for it. */
async function withSandbox<Result>(
  issuerPort: number,
  port: number,
  act: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'codegrant-bench-suite-'));
  const settings = [
    '--port',
    String(port),
    '--issuer',
    `http://127.0.0.1:${issuerPort}`,
    '--log-level',
    'error',
  ];
  const server = await startProcess({
    args: ['--no-opt', codegrantProgram(), 'serve', '--sandbox', ...settings],
    port,
    health: '/healthz',
    cwd: folder,
  });
  try {
    return await act(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
