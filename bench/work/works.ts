import {
  client,
  codelessExchange,
  exchangeRequest,
  introspectionRequest,
  refreshRequest,
  resourceRequest,
} from '../contestants/client.ts';
import type { RunningContestant } from '../contestants/contestant.ts';
import { stepsOf } from '../load/flows.ts';
import { obtainTokens } from './tokens.ts';
import { connections, type Work } from './work.ts';

/** Enough of them that no two connections wait for one row. */
const enough = 320;

/** RFC 6749 §4.1.3: each request redeems a code of its own. */
export const exchange: Work = {
  name: 'exchange',
  unit: 'a fresh code for tokens, with client_secret_basic and PKCE',
  requestsPerUnit: () => 1,
  isOffered: () => true,
  async prepare({ mintCodes, paths, clientIds = [client.id] }, units) {
    const codes = await mintCodes(units);
    const requests = codes.map((code, index) =>
      exchangeRequest(paths.token, code, clientIds[index % clientIds.length]),
    );
    return { kind: 'list', requests };
  },
};

/** RFC 6749 §6: each connection goes on with the refresh token that it got last. */
const refresh: Work = {
  name: 'refresh',
  unit: 'a refresh token for its successor and a new access token',
  requestsPerUnit: () => 1,
  isOffered: () => true,
  async prepare(contestant, _units, load) {
    const tokens = await obtainTokens(contestant, connections, load);
    return {
      kind: 'refresh',
      request: refreshRequest(contestant.paths.token),
      tokens: tokens.map(({ refresh_token }) => refresh_token),
    };
  },
};

/** RFC 7662. A token that is not alive is answered with 200 too, and faster: so the answers are looked at first. */
export const introspection: Work = {
  name: 'introspection',
  unit: 'the state of a living access token, for a confidential client',
  requestsPerUnit: () => 1,
  isOffered: ({ paths }) => paths.introspection !== null,
  async prepare(contestant, _units, load) {
    const plan = await aboutLivingTokens(contestant, load, (token) =>
      introspectionRequest(contestant.paths.introspection ?? '', token),
    );
    const origins = contestant.processes.map(({ origin }) => origin);
    const amount = 4 * connections;
    const { bodies } = await load.drive({ origins, connections, amount, plan, keepsBodies: true });
    if (!bodies.every((body) => (JSON.parse(body) as { active: boolean }).active)) {
      throw new Error(`${origins.join(', ')}: a living token is not active.`);
    }
    return plan;
  },
};

/** RFC 6749 §7. */
const resource: Work = {
  name: 'resource',
  unit: 'a small document behind a living access token',
  requestsPerUnit: () => 1,
  isOffered: ({ paths }) => paths.resource !== null,
  prepare: async (contestant, _units, load) =>
    await aboutLivingTokens(contestant, load, (token) =>
      resourceRequest(contestant.paths.resource ?? '', token),
    ),
};

async function aboutLivingTokens(
  contestant: RunningContestant,
  load: Parameters<Work['prepare']>[2],
  ask: (token: string) => ReturnType<typeof resourceRequest>,
): ReturnType<Work['prepare']> {
  const tokens =
    contestant.livingTokens ??
    (await obtainTokens(contestant, enough, load)).map(({ access_token }) => access_token);
  return { kind: 'cycle', requests: tokens.map(ask) };
}

/** RFC 6749 §4.1, from the authorization request of a signed-in owner to the tokens. */
const flow: Work = {
  name: 'flow',
  unit: 'authorization request, consent and exchange, the owner being signed in',
  requestsPerUnit: (contestant) => (contestant.flow === null ? 0 : stepsOf(contestant.flow.name)),
  isOffered: (contestant) => contestant.flow !== null,
  async prepare({ flow: its, paths }) {
    if (its === null) throw new Error('It has no flow.');
    const { name, authorize, signIn } = its;
    const cookies = await signIn(connections);
    return { kind: 'flow', flow: name, client: { authorize, token: codelessExchange(paths.token) }, cookies };
  },
};

/** In the order of the tables. */
export const works: readonly Work[] = [exchange, refresh, introspection, resource, flow];
