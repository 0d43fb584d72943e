import { exchangeRequest } from '../contestants/client.ts';
import type { RunningContestant } from '../contestants/contestant.ts';
import type { LoadProcess } from '../load/load-process.ts';
import { connections } from './work.ts';

interface Tokens {
  access_token: string;
  refresh_token: string;
}

/** Tokens as a client gets them: codes, exchanged without being measured. */
export async function obtainTokens(
  { processes, paths, mintCodes }: RunningContestant,
  count: number,
  load: LoadProcess,
): Promise<Tokens[]> {
  const codes = await mintCodes(count);
  const { bodies } = await load.drive({
    origins: processes.map(({ origin }) => origin),
    connections,
    amount: count,
    plan: { kind: 'list', requests: codes.map((code) => exchangeRequest(paths.token, code)) },
    keepsBodies: true,
  });
  return bodies.map((body) => JSON.parse(body) as Tokens);
}
