import type { Client, Clients, Seconds, Secrets } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface ClientParameters {
  client_id?: string | undefined;
  client_secret?: string | undefined;
}

interface Credentials {
  client_id: string;
  /** Null where the client sent none, or an empty one (RFC 6749 §2.3.1). */
  client_secret: string | null;
}

/**
 * The client that the request comes from, RFC 6749 §2.3 and §3.2.1: a confidential one proved by its secret, by
 * Basic or in the body, exactly one of them; a public one named by its `client_id`. After a rotation the replaced
 * secret works until its time is over.
 */
export async function authenticateClient(
  authorization: string | undefined,
  body: ClientParameters,
  world: { clients: Pick<Clients, 'find'>; secrets: Secrets; now: Seconds },
): Promise<Client> {
  const credentials = readCredentials(authorization, body);
  const client = await world.clients.find(credentials.client_id);
  if (client === undefined) throw new Refusal('client_unknown');
  if (client.client_secret_hash === null) {
    if (credentials.client_secret !== null) throw new Refusal('client_is_public');
    return client;
  }
  if (credentials.client_secret === null) throw new Refusal('client_secret_missing');
  if (!isSecretOf(client, credentials.client_secret, world)) throw new Refusal('client_secret_wrong');
  return client;
}

/** Both are compared whatever the first says, so that time does not tell which of them it was. */
function isSecretOf(
  { client_secret_hash: present, previous_client_secret: previous }: Client,
  client_secret: string,
  { secrets, now }: { secrets: Secrets; now: Seconds },
): boolean {
  const hash = secrets.hash(client_secret);
  const isPresent = secrets.isSame(present ?? '', hash);
  const isPrevious = secrets.isSame(previous?.hash ?? present ?? '', hash);
  return isPresent || (isPrevious && previous !== null && now < previous.expires_at);
}

function readCredentials(authorization: string | undefined, body: ClientParameters): Credentials {
  if (authorization === undefined) {
    if (body.client_id === undefined) throw new Refusal('authentication_missing');
    return { client_id: body.client_id, client_secret: body.client_secret ?? null };
  }
  if (body.client_secret !== undefined) throw new Refusal('authentication_repeated');
  const credentials = readBasic(authorization);
  if (body.client_id !== undefined && body.client_id !== credentials.client_id) {
    throw new Refusal('client_id_contradicts');
  }
  return credentials;
}

/** Identifier and secret are form-encoded first and joined by a colon after that: RFC 6749 §2.3.1, appendix B. */
function readBasic(authorization: string): Credentials {
  const encoded = /^basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(authorization.trim())?.[1];
  if (encoded === undefined) throw new Refusal('authentication_malformed');
  const [, client_id, client_secret] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  if (client_id === undefined || client_secret === undefined) throw new Refusal('authentication_malformed');
  const secret = formDecode(client_secret);
  return { client_id: formDecode(client_id), client_secret: secret === '' ? null : secret };
}

function formDecode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Refusal('authentication_malformed');
  }
  if (decoded.includes('\0')) throw new Refusal('authentication_malformed');
  return decoded;
}
