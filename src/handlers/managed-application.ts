import { mayManage } from '../oauth/application.ts';
import type { Client, Seconds, User } from '../oauth/ports.ts';
import { Refusal } from '../oauth/refusal.ts';
import { composeClientSecret } from '../oauth/token-format.ts';
import type { Deps } from './deps.ts';

/** For how long a replaced secret works where nothing else is said. */
const usualOverlap: Seconds = 86_400;

/** A client that the user may manage; somebody else's cannot be told from none. */
export async function requireManaged(client_id: string, user: User, { clients }: Deps): Promise<Client> {
  const client = await clients.find(client_id);
  if (client === undefined || !mayManage(user, client)) throw new Refusal('record_not_found');
  return client;
}

/** Whose clients the user's list holds: their own, or with null those of everybody. */
export function listedOwner(user: User): string | null {
  return user.is_administrator ? null : user.id;
}

/** The user name of the owner, where there is one. */
export async function ownerOf({ owner_id }: Client, { users }: Deps): Promise<string | null> {
  const owner = owner_id === null ? undefined : await users.find(owner_id);
  return owner?.username ?? null;
}

/** Until when the replaced secret works too; null where its time is over. */
export function previousSecretUntil(
  { previous_client_secret: previous }: Client,
  now: Seconds,
): Seconds | null {
  return previous !== null && now < previous.expires_at ? previous.expires_at : null;
}

/** Gives a confidential client a new secret, which leaves here this once. */
export async function rotateSecret(
  client: Client,
  overlap: Seconds | undefined,
  { clients, secrets, now }: Deps,
): Promise<{ client: Client; client_secret: string }> {
  const { client_id, client_secret_hash: hash } = client;
  if (hash === null) throw new Refusal('application_is_public');
  const client_secret = composeClientSecret(secrets.newSecret());
  const seconds = overlap ?? usualOverlap;
  const expires_at = now() + seconds;
  const isRotated = await clients.rotateSecret(
    client_id,
    secrets.hash(client_secret),
    seconds === 0 ? null : expires_at,
  );
  if (!isRotated) throw new Refusal('record_not_found');
  const previous_client_secret = seconds === 0 ? null : { hash, expires_at };
  return { client: { ...client, previous_client_secret }, client_secret };
}
