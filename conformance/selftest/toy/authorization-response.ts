import { deliver } from './delivery.ts';
import type { ReturnAddress } from './authorization-request.ts';
import type { Pairs, Reply } from './message.ts';
import { page } from './page.ts';
import { returnedState } from './returned-state.ts';
import { draw, type Grant, type PendingRequest } from './store.ts';
import type { Toy } from './toy.ts';

const codeLifetime = 60_000;

/** RFC 6749 §4.1.2: a code that lives shortly, bound to client, redirect URI and challenge. */
export function respondWithCode(toy: Toy, pending: PendingRequest): Reply {
  const { client, asked, scope, redirect_uri, sent_redirect_uri, state, challenge } = pending;
  const grant: Grant = { client, asked, scope, isRevoked: false };
  const code = newCode(toy);
  const lifetime = toy.varies('codes-live-ten-seconds') ? 10_000 : codeLifetime;
  toy.store.codes.set(code, {
    grant,
    redirect_uri: sent_redirect_uri,
    challenge,
    expires: Date.now() + lifetime,
    isUsed: false,
  });
  const parameters: Pairs = [
    ...(toy.faulty('omits-code') ? [] : [['code', toy.faulty('issues-empty-code') ? '' : code] as const]),
    ...(toy.faulty('sends-two-codes') ? [['code', newCode(toy)] as const] : []),
    ...(toy.faulty('sends-error-beside-code') ? [['error', 'access_denied'] as const] : []),
    ...(toy.faulty('adds-parameter-with-odd-name') ? [['session state', '1'] as const] : []),
    ...(toy.faulty('sends-challenge-beside-code') ? [['challenge', challenge?.value ?? ''] as const] : []),
    ...(toy.faulty('sends-lifetime-beside-code') ? [['expires_in', '60'] as const] : []),
    ...(toy.faulty('sends-token-beside-code') ? [['access_token', draw()] as const] : []),
  ];
  const isFragment = toy.faulty('answers-in-fragment');
  return answer(toy, { redirect_uri, state }, parameters, { isError: false, isFragment });
}

/** RFC 6749 §10.10: 256 bits of randomness. */
function newCode(toy: Toy): string {
  const number = toy.store.next();
  if (toy.faulty('counts-codes')) return `ac_${String(number).padStart(32, '0')}`;
  if (toy.faulty('draws-short-codes')) return `${draw().slice(0, 4)}${String(number % 100)}`;
  if (toy.faulty('derives-codes-from-clock'))
    return `ac_${String(Date.now()).padStart(32, '0')}${String(number)}`;
  if (toy.faulty('repeats-codes')) return `ac_${'r'.repeat(43)}`;
  if (toy.faulty('issues-code-with-odd-characters')) return `ac_${draw()}\u00e9`;
  return `ac_${draw()}`;
}

/** RFC 6749 §4.1.2.1: the error at the redirect URI, with the state. */
export function respondWithError(toy: Toy, to: ReturnAddress, error: string, description: string): Reply {
  if (toy.faulty('shows-page-instead-of-error-redirect')) return page(400, 'Error', `<p>${error}</p>`);
  if (toy.faulty('shows-page-for-every-scope-error') && error === 'invalid_scope')
    return page(400, 'Error', '');
  if (toy.faulty('answers-errors-with-a-server-error')) return page(500, 'Internal error', '');
  const parameters: Pairs = [
    ['error', toy.faulty('misnames-every-authorization-error') ? 'bad_request' : error],
    ...(toy.faulty('sends-code-beside-error') ? [['code', newCode(toy)] as const] : []),
    ...describe(toy, description),
  ];
  return answer(toy, to, parameters, { isError: true, isFragment: toy.faulty('answers-errors-in-fragment') });
}

/** RFC 6749 §4.1.2.1: printable ASCII without quotes and backslashes; the URI without spaces. */
function describe(toy: Toy, description: string): Pairs {
  const fields: [string, string][] = [['error_description', description]];
  if (toy.faulty('quotes-in-authorization-description'))
    fields[0] = ['error_description', `"${description}"`];
  if (toy.faulty('accents-in-authorization-description'))
    fields[0] = ['error_description', 'Anfrage ung\u00fcltig'];
  if (toy.faulty('spaces-in-authorization-error-uri')) fields.push(['error_uri', '/errors of mine']);
  if (toy.faulty('repeats-error')) fields.push(['error', 'invalid_request']);
  return fields;
}

interface Manner {
  isError: boolean;
  isFragment: boolean;
}

function answer(toy: Toy, to: ReturnAddress, parameters: Pairs, { isError, isFragment }: Manner): Reply {
  const state = returnedState(toy, to.state, { isError });
  const repeats = state !== null && toy.faulty('sends-state-twice') ? [['state', state] as const] : [];
  const all: Pairs = [
    ...parameters,
    ...(state === null ? [] : [['state', state] as const, ...repeats]),
    ...(toy.varies('no-iss') ? [] : [['iss', toy.issuer] as const]),
    ...(toy.varies('extra-members') ? [['session_state', 'a.b'] as const] : []),
  ];
  return deliver(toy, baseUri(toy, to.redirect_uri, isError), all, isFragment);
}

/** The redirect URI with its own query retained, RFC 6749 §3.1.2. */
function baseUri(toy: Toy, redirect_uri: string, isError: boolean): string {
  const [place = '', query] = redirect_uri.split(/\?(.*)/s);
  if (query === undefined) return redirect_uri;
  if (toy.faulty('drops-registered-query') || (isError && toy.faulty('drops-registered-query-on-error')))
    return place;
  if (toy.faulty('sorts-registered-query')) return `${place}?${query.split('&').reverse().join('&')}`;
  if (toy.faulty('decodes-registered-query')) return `${place}?${query.replaceAll('%20', '')}`;
  if (toy.faulty('drops-valueless-part-of-registered-query')) {
    return `${place}?${query
      .split('&')
      .filter((part) => part.includes('='))
      .join('&')}`;
  }
  return redirect_uri;
}
