/**
 * What the protocol needs from the world around it, in its own words. A store implements these; the
 * protocol never learns which one. Every instant is an integer number of seconds since 1970, UTC, and is
 * an argument: nothing here reads a clock. Every `…_hash` is the SHA-256 of a 256-bit random secret as
 * base64url, 43 characters; the secret itself is never at rest.
 */

export type Seconds = number;

/** A registered client, RFC 6749 §2 and RFC 7591 §2. */
export interface Client {
  client_id: string;
  client_name: string;
  client_uri: string | null;
  /** `null`: a public client, RFC 6749 §2.1. */
  client_secret_hash: string | null;
  token_endpoint_auth_method: 'client_secret_basic' | 'client_secret_post' | 'none';
  /** Each as it was registered, to the letter: matching never normalises (RFC 6749 §3.1.2.3). */
  redirect_uris: readonly string[];
  grant_types: readonly GrantType[];
  /** The scope this client may ask for, scope tokens separated by one space. */
  scope: string;
  /** Present where the client registered itself, RFC 7592 §3. */
  registration_access_token_hash: string | null;
  /** The secret before the last rotation, which works beside the present one until then. */
  previous_client_secret: { hash: string; expires_at: Seconds } | null;
  /** The user who registered it here and may manage it; `null`: administrators alone may. */
  owner_id: string | null;
  created_at: Seconds;
}

/** What a registration says of a client and may be edited later. */
export type RegisteredMetadata = Pick<
  Client,
  'client_name' | 'client_uri' | 'redirect_uris' | 'token_endpoint_auth_method' | 'grant_types' | 'scope'
>;

/** A client in a list, with the user name of its owner. */
export type OwnedClient = Client & { owner: string | null };

export type GrantType = 'authorization_code' | 'refresh_token';

/** An access token as the store knows it, RFC 6749 §1.4. */
export interface StoredAccessToken {
  hash: string;
  scope: string;
  issued_at: Seconds;
  expires_at: Seconds;
}

/** The state of the one living refresh token of a grant, RFC 6749 §1.5. */
export interface StoredRefreshToken {
  /** Says that a token once belonged to this grant, so that an old one is told from an invented one. */
  family_hash: string;
  /** Counts rotations, from 0. */
  generation: number;
  hash: string;
  /** Idle limit: an unused token ends here. Never after `ends_at`. */
  expires_at: Seconds;
  /** Absolute limit of the family, set when the code is redeemed. */
  ends_at: Seconds;
  /** The token that the living one replaced, for the retry of a refresh whose answer was lost. */
  replaced: { hash: string; salt: string; at: Seconds } | null;
}

/** One owner's authorization of one client: the code, and all that became of it, in one row. */
export interface Grant extends NewGrant {
  redeemed_at: Seconds | null;
  revoked_at: Seconds | null;
  access_token: StoredAccessToken | null;
  /** The access token before the last refresh; it lives on to its own end. */
  previous_access_token: StoredAccessToken | null;
  refresh_token: StoredRefreshToken | null;
  /** When a token of the grant was last seen in use, to about a minute; null before the redemption. */
  last_used_at: Seconds | null;
  /** What the client may ask for at present, read with the grant: nothing opens more than this. */
  client_scope: string;
  /** Who gave it, read with the grant. */
  owner: Pick<User, 'username' | 'name'>;
}

export interface NewGrant {
  id: string;
  client_id: string;
  user_id: string;
  /** The granted scope: what the owner approved. */
  scope: string;
  redirect_uri: string;
  /** Whether the authorization request carried `redirect_uri`; decides RFC 6749 §4.1.3. */
  redirect_uri_sent: boolean;
  code_hash: string;
  code_challenge: string | null;
  code_expires_at: Seconds;
  created_at: Seconds;
  /** From here on nothing of the grant can be used and the sweep may delete it. */
  expires_at: Seconds;
}

/** What one redemption or one refresh writes. */
export interface Issue {
  access_token: StoredAccessToken;
  refresh_token: StoredRefreshToken | null;
  /** The grant's new horizon for the sweep. */
  expires_at: Seconds;
}

export interface Clients {
  add(client: Client): Promise<void>;
  find(client_id: string): Promise<Client | undefined>;
  list(): Promise<Client[]>;
  /**
   * Clients by identifier, the highest first, those below `after` only, at most `limit`: of one owner, or of all with
   * `null`. Identifiers of this server sort by time, so the newest of them come first.
   */
  listOwned(owner_id: string | null, page: { after: string | null; limit: number }): Promise<OwnedClient[]>;
  /**
   * Replaces what may be edited and nothing else, so that it cannot undo a rotation of the secret at the same time.
   * False where there is no such client.
   */
  update(client_id: string, metadata: RegisteredMetadata): Promise<boolean>;
  /**
   * One write: the present secret becomes the previous one until then, or ends at once with `null`. An older previous
   * one ends. False where there is no such client or it is public.
   */
  rotateSecret(
    client_id: string,
    client_secret_hash: string,
    previous_until: Seconds | null,
  ): Promise<boolean>;
  /** Removes the client and every grant it holds; false where there is no such client. */
  remove(client_id: string): Promise<boolean>;
}

export interface Grants {
  add(grant: NewGrant): Promise<void>;
  find(id: string): Promise<Grant | undefined>;
  /**
   * One conditional write: takes effect only while the grant is neither redeemed nor revoked. False where
   * another redemption was first. `at` becomes `redeemed_at`; this and a rotation count as a use.
   */
  redeem(id: string, at: Seconds, issue: Issue): Promise<boolean>;
  /**
   * One conditional write: takes effect only while the grant is not revoked and its refresh token is still of
   * `generation`. Moves the access token to `previous_access_token`. False where another refresh was first.
   */
  rotate(id: string, generation: number, issue: Issue): Promise<boolean>;
  /** Ends the grant: code, access and refresh tokens. Idempotent. Committed when the promise resolves. */
  revoke(id: string, at: Seconds): Promise<void>;
  /** Ends one access token, current or previous, by its hash. Idempotent. */
  revokeAccessToken(id: string, hash: string): Promise<void>;
  /** Ends every grant of the user, codes that wait for their redemption included. */
  revokeAll(user_id: string, at: Seconds): Promise<void>;
  /** Notes a use, unless a later one is noted already. */
  touch(id: string, at: Seconds): Promise<void>;
  /** A user's redeemed grants that are neither revoked nor expired at `now`, newest first, with the client's name. */
  listActive(user_id: string, now: Seconds): Promise<ActiveGrant[]>;
  /** How many users have such a grant for the client. */
  countOwners(client_id: string, now: Seconds): Promise<number>;
}

export type ActiveGrant = Pick<Client, 'client_name' | 'client_uri'> &
  Pick<Grant, 'id' | 'client_id' | 'scope' | 'created_at' | 'last_used_at' | 'expires_at'>;

/** The resource owner, RFC 6749 §1.1. `password_hash` is an Argon2id string in PHC form. */
export interface User {
  id: string;
  username: string;
  name: string;
  password_hash: string;
  /** Administrators manage every client, other users those that they own. */
  is_administrator: boolean;
  created_at: Seconds;
}

export interface Users {
  /** False where the user name is taken; user names are compared without regard to case. */
  add(user: User): Promise<boolean>;
  find(id: string): Promise<User | undefined>;
  findByUsername(username: string): Promise<User | undefined>;
  list(): Promise<User[]>;
  /** False where there is none of that name. */
  setAdministrator(username: string, is_administrator: boolean): Promise<boolean>;
  /** Removes the user with all grants, sessions and events; false where there is none of that name. Their clients stay. */
  remove(username: string): Promise<boolean>;
}

/** A signed-in browser. `id_hash` is the hash of the cookie's value. */
export interface Session {
  id_hash: string;
  user_id: string;
  created_at: Seconds;
  expires_at: Seconds;
}

export interface Sessions {
  add(session: Session): Promise<void>;
  /** Whose it is; undefined where it is unknown or expired at `now`. */
  findUser(id_hash: string, now: Seconds): Promise<User | undefined>;
  remove(id_hash: string): Promise<void>;
}

/** The example resource that a bearer token opens. `starts_at` is RFC 3339 text as it was given. */
export interface Event {
  id: string;
  user_id: string;
  title: string;
  starts_at: string;
  place: string | null;
  description: string | null;
  created_at: Seconds;
}

export interface Events {
  /** A user's events, ordered by id, those after `after` only, at most `limit`. */
  list(user_id: string, page: { after: string | null; limit: number }): Promise<Event[]>;
  find(user_id: string, id: string): Promise<Event | undefined>;
  add(event: Event): Promise<void>;
  /** Replaces title, start, place and description; false where the user has no such event. */
  replace(event: Event): Promise<boolean>;
  remove(user_id: string, id: string): Promise<boolean>;
}

/** Counts attempts by key across processes and restarts. */
export interface Throttle {
  /** Counts one attempt; seconds to wait where there were too many, else 0. */
  hit(key: string): Promise<Seconds>;
  /** The same answer without counting. */
  wait(key: string): Promise<Seconds>;
  reset(key: string): Promise<void>;
}

/** Randomness and digests. */
export interface Secrets {
  /** 32 bits of time and 96 random bits as 32 hexadecimal digits: sorted by time, so neighbours in time are neighbours on disk. */
  newId(now: Seconds): string;
  /** 256 random bits as 43 characters of base64url. */
  newSecret(): string;
  /** SHA-256 of the ASCII text as base64url without padding, 43 characters; also what PKCE calls S256. */
  hash(secret: string): string;
  /** HMAC-SHA-256 as base64url, 43 characters. */
  derive(key: string, message: string): string;
  /** Whether two texts are equal, in a time that does not tell where they differ. */
  isSame(a: string, b: string): boolean;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** With `undefined` for the stored hash it does the same work and answers false, so that time does not tell who exists. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
}
