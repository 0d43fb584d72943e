import { headerOf, type Exchange } from '../model/exchange.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Played } from '../run/run-scenario.ts';

/** A scenario with what came of it on the toy without a fault. */
export interface Witness {
  scenario: Scenario;
  result: Played;
}

export type Evidence = (witness: Witness) => boolean;

/** A code comes to the client. */
export const bringsCode: Evidence = ({ result }) =>
  result.exchanges.some((exchange) => brings(exchange, /[?&]code=/));

/** A code comes to the client, or has to come before the scenario can judge anything. */
export const needsCode: Evidence = ({ scenario, result }) =>
  bringsCode({ scenario, result }) ||
  (isDeparture(scenario) && scenario.from !== 'authorization request, denied');

/** An authorization request is sent, or has to succeed before the scenario can judge anything. */
export const authorizes: Evidence = ({ scenario, result }) =>
  result.exchanges.some((exchange) => isAt(exchange, '/authorize')) || isDeparture(scenario);

/** A confidential client proves itself by Basic, or has to before the scenario can judge anything. */
export const usesBasic: Evidence = ({ scenario, result }) =>
  result.exchanges.some(({ request }) =>
    request.headers.some(([name, value]) => name === 'authorization' && /^Basic /i.test(value)),
  ) ||
  (needsTokens({ scenario, result }) && isDeparture(scenario));

/** A client of this identifier acts. */
export function names(client_id: string): Evidence {
  return ({ result }) =>
    result.exchanges.some(({ request }) => request.url.includes(`client_id=${client_id}`));
}
/** The owner's denial comes to the client. */
export const needsDenial: Evidence = ({ scenario, result }) =>
  result.exchanges.some((exchange) => brings(exchange, /[?&]error=access_denied/)) ||
  (isDeparture(scenario) && scenario.from === 'authorization request, denied');

/** An error comes to the client by redirect. */
export const redirectsError: Evidence = ({ scenario, result }) =>
  result.exchanges.some((exchange) => brings(exchange, /[?&]error=/)) || needsDenial({ scenario, result });

/** A code is exchanged, a token refreshed, or that has to be possible before the scenario can judge anything. */
export const needsTokens: Evidence = ({ scenario, result }) =>
  result.exchanges.some((exchange) => isAt(exchange, '/token') && exchange.response?.status === 200) ||
  (isDeparture(scenario) && !scenario.from.includes('authorization request'));

/** The protected resource is called, or has to open before the scenario can judge anything. */
export const callsResource: Evidence = ({ scenario, result }) =>
  result.exchanges.some((exchange) => isAt(exchange, '/me')) ||
  (isDeparture(scenario) && scenario.from === 'resource request');

/** The token endpoint refuses. */
export const refusesAtToken: Evidence = ({ result }) =>
  result.exchanges.some((exchange) => isAt(exchange, '/token') && (exchange.response?.status ?? 0) >= 400);

/** The token endpoint refuses a code or a refresh token. */
export const refusesGrant: Evidence = ({ result }) =>
  result.exchanges.some(
    (exchange) => isAt(exchange, '/token') && /invalid_grant/.test(exchange.response?.body ?? ''),
  );

/** The browser stays, since client or redirect URI cannot be trusted. */
export const staysOnPage: Evidence = ({ result }) =>
  result.exchanges.some((exchange) => isAt(exchange, '/authorize') && exchange.response?.status === 400);

/** Something that a scenario asks, in the words of its expectation. */
export function asks(words: RegExp): Evidence {
  return ({ result }) => result.asked.some((asked) => words.test(asked));
}

export function both(...all: readonly Evidence[]): Evidence {
  return (witness) => all.every((holds) => holds(witness));
}

export function either(...some: readonly Evidence[]): Evidence {
  return (witness) => some.some((holds) => holds(witness));
}

type Probe = Exclude<Scenario, { act: unknown }>;

/** Whether a valid request has to succeed first. */
function isDeparture(scenario: Scenario): scenario is Probe {
  return !('act' in scenario) && scenario.change !== null;
}

function isAt({ request }: Exchange, path: string): boolean {
  return URL.canParse(request.url) && new URL(request.url).pathname === path;
}

function brings({ response }: Exchange, what: RegExp): boolean {
  return response !== null && what.test(headerOf(response, 'location') ?? '');
}
