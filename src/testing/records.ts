import type { Client, Event, Issue, NewGrant, Session, User } from '../oauth/ports.ts';
import { secrets } from '../secrets/secrets.ts';

/** An instant after 2038, so that no test passes by the grace of 32 bits. */
export const now = 2_500_000_000;

const newHash = () => secrets.hash(secrets.newSecret());

export function aClient(changes: Partial<Client> = {}): Client {
  return {
    client_id: secrets.newId(now),
    client_name: 'Calendar of Ada',
    client_uri: 'https://client.example/',
    client_secret_hash: newHash(),
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: ['https://client.example/cb', 'http://127.0.0.1/cb?a=%20"'],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: 'events.read events.write profile event:read event:write tokens:read tokens:revoke',
    registration_access_token_hash: null,
    previous_client_secret: null,
    owner_id: null,
    created_at: now,
    ...changes,
  };
}

export function aUser(changes: Partial<User> = {}): User {
  const id = secrets.newId(now);
  return {
    id,
    username: `user-${id}`,
    name: 'Ada',
    password_hash: '$argon2id$…',
    is_administrator: false,
    created_at: now,
    ...changes,
  };
}

export function aGrant(client: Client, user: User, changes: Partial<NewGrant> = {}): NewGrant {
  return {
    id: secrets.newId(now),
    client_id: client.client_id,
    user_id: user.id,
    scope: 'events.read',
    redirect_uri: 'https://client.example/cb',
    redirect_uri_sent: true,
    code_hash: newHash(),
    code_challenge: newHash(),
    code_expires_at: now + 60,
    created_at: now,
    expires_at: now + 60,
    ...changes,
  };
}

/** What a redemption writes (generation 0), or the refresh that makes a generation. */
export function anIssue(generation = 0, changes: Partial<Issue> = {}): Issue {
  return {
    access_token: { hash: newHash(), scope: 'events.read', issued_at: now, expires_at: now + 600 },
    refresh_token: {
      family_hash: newHash(),
      generation,
      hash: newHash(),
      expires_at: now + 3600,
      ends_at: now + 36_000,
      replaced: generation === 0 ? null : { hash: newHash(), salt: secrets.newSecret(), at: now },
    },
    expires_at: now + 3600,
    ...changes,
  };
}

export function aSession(user: User, changes: Partial<Session> = {}): Session {
  return { id_hash: newHash(), user_id: user.id, created_at: now, expires_at: now + 3600, ...changes };
}

export function anEvent(user: User, changes: Partial<Event> = {}): Event {
  return {
    id: secrets.newId(now),
    user_id: user.id,
    title: 'Dinner – Müllers "am See"',
    starts_at: '2049-03-20T19:00:00+01:00',
    place: null,
    description: null,
    created_at: now,
    ...changes,
  };
}
