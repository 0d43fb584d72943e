import type { Passwords, Seconds, Secrets, Sessions, Throttle, User, Users } from './ports.ts';
import { Refusal } from './refusal.ts';

interface World {
  users: Users;
  sessions: Sessions;
  throttle: Throttle;
  passwords: Passwords;
  secrets: Secrets;
  now: Seconds;
  lifetimes: { session: Seconds };
}

/** The signed-in owner of a browser, by the value of its cookie; null where nobody is signed in. */
export async function findSignedIn(
  browser_id: string | null,
  { users, sessions, secrets, now }: Pick<World, 'users' | 'sessions' | 'secrets' | 'now'>,
): Promise<User | null> {
  if (browser_id === null) return null;
  const session = await sessions.find(secrets.hash(browser_id), now);
  if (session === undefined) return null;
  return (await users.find(session.user_id)) ?? null;
}

/**
 * Authenticates the owner (RFC 6749 §3.1) and starts a session under a new cookie value, which is returned; null
 * where user name or password is wrong. Attempts are counted by user name and by address (RFC 6749 §10.10), before
 * the password is looked at, so that a slow check cannot be used to exhaust the server.
 */
export async function signIn(
  attempt: { username: string; password: string; address: string; browser_id: string | null },
  world: World,
): Promise<string | null> {
  const { users, sessions, throttle, passwords, secrets, now, lifetimes } = world;
  const keys = [`user ${attempt.username.toLowerCase()}`, `address ${attempt.address}`];
  const waits = await Promise.all(keys.map((key) => throttle.hit(key)));
  const retry_after = Math.max(...waits);
  if (retry_after > 0) throw new Refusal('sign_in_throttled', { retry_after });
  const user = await users.findByUsername(attempt.username);
  if (!(await passwords.verify(user?.password_hash, attempt.password)) || user === undefined) return null;
  await Promise.all(keys.map((key) => throttle.reset(key)));
  if (attempt.browser_id !== null) await sessions.remove(secrets.hash(attempt.browser_id));
  const browser_id = secrets.newSecret();
  await sessions.add({
    id_hash: secrets.hash(browser_id),
    user_id: user.id,
    created_at: now,
    expires_at: now + lifetimes.session,
  });
  return browser_id;
}
