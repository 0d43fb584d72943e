import { lookUp } from './client-lookup.ts';
import { findClient, type RegisteredClient } from './clients.ts';
import type { Request } from './message.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './token-refusal.ts';
import { Breakage, type Toy } from './toy.ts';

interface Credentials {
  client_id: string;
  client_secret: string | undefined;
  usedHeader: boolean;
}

/** RFC 6749 §2.3 and §3.2.1: who asks, proved by one method; a public client only says its name. */
export function authenticateClient(toy: Toy, request: Request, parameters: Parameters): RegisteredClient {
  const trusted = trustedByToken(toy, request, parameters);
  if (trusted !== undefined) return trusted;
  const { client_id, client_secret, usedHeader } = readCredentials(toy, request, parameters);
  const client = lookUp(toy, client_id);
  const fails = (reason: string) => new Refusal('invalid_client', reason, { usedHeader });
  if (client === undefined) throw fails('the client is not known');
  if (client.client_secret === null) {
    if (client_secret !== undefined && !toy.faulty('takes-secret-of-public-client'))
      throw fails('the client has no secret');
    return client;
  }
  if (client_secret === undefined) {
    if (!toy.faulty('takes-missing-secret')) throw fails('the secret is missing');
    return client;
  }
  if (!isSecret(toy, client.client_secret, client_secret, usedHeader)) throw fails('the secret is wrong');
  return client;
}

/** A toy that takes the word of whoever has a token. */
function trustedByToken(toy: Toy, request: Request, parameters: Parameters): RegisteredClient | undefined {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const isTrusted = toy.faulty('bearer-token-authenticates-client') && toy.store.accessTokens.has(token);
  return isTrusted ? findClient(parameters.get('client_id') ?? '') : undefined;
}

function isSecret(toy: Toy, right: string, sent: string, usedHeader: boolean): boolean {
  if (sent === right) return true;
  if (toy.faulty(usedHeader ? 'takes-wrong-secret-of-basic' : 'takes-wrong-secret-of-body')) return true;
  if (sent === '' && toy.faulty('blank-secret-is-a-value')) return true;
  if (toy.faulty('ignores-case-of-secret') && sent.toLowerCase() === right.toLowerCase()) return true;
  if (toy.faulty('compares-beginning-of-secret') && sent !== '' && right.startsWith(sent)) return true;
  return toy.faulty('ignores-rest-of-secret') && sent.startsWith(right);
}

function readCredentials(toy: Toy, request: Request, parameters: Parameters): Credentials {
  const header = request.headers.authorization;
  const client_id = parameters.get('client_id');
  const client_secret = parameters.get('client_secret');
  if (header === undefined || toy.faulty('ignores-authorization-header')) {
    if (client_id === undefined) throw noCredentials(toy);
    if (client_secret !== undefined && toy.varies('basic-only'))
      throw new Refusal('invalid_client', 'Basic is wanted');
    return { client_id, client_secret, usedHeader: false };
  }
  const basic = readBasic(toy, header);
  if (client_secret !== undefined && !toy.faulty('takes-two-methods')) {
    throw new Refusal('invalid_request', 'two methods of authentication');
  }
  if (client_id !== undefined && client_id !== basic.client_id) {
    if (toy.faulty('believes-body-over-header'))
      return { ...basic, client_id, client_secret: findClient(client_id)?.client_secret ?? undefined };
    if (!toy.faulty('ignores-client-id-beside-header')) throw new Refusal('invalid_request', 'two clients');
  }
  if (client_id !== undefined && toy.faulty('refuses-client-id-beside-header')) {
    throw new Refusal('invalid_request', 'client_id beside Basic');
  }
  return basic;
}

function noCredentials(toy: Toy): Refusal {
  return toy.varies('other-legal-error-codes')
    ? new Refusal('invalid_request', 'client_id is missing')
    : new Refusal('invalid_client', 'the client is missing');
}

/** RFC 6749 §2.3.1: both halves are form-encoded; the scheme has no case. */
function readBasic(toy: Toy, header: string): Credentials {
  const fails = (reason: string) => new Refusal('invalid_client', reason, { usedHeader: true });
  const pattern = toy.faulty('minds-case-of-basic') ? /^Basic +(\S+)$/ : /^Basic +(\S+)$/i;
  const encoded = pattern.exec(header)?.[1];
  if (encoded === undefined || toy.varies('post-only')) throw fails('the scheme is not Basic');
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) {
    if (toy.faulty('breaks-on-malformed-basic')) throw new Breakage('no colon');
    throw fails('no colon');
  }
  const decode = (part: string) => (toy.faulty('does-not-decode-basic') ? part : decodePart(part, fails));
  return {
    client_id: decode(text.slice(0, colon)),
    client_secret: decode(text.slice(colon + 1)) || undefined,
    usedHeader: true,
  };
}

function decodePart(part: string, fails: (reason: string) => Refusal): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw fails('the encoding is wrong');
  }
}
