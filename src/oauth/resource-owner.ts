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
  { sessions, secrets, now }: Pick<World, 'sessions' | 'secrets' | 'now'>,
): Promise<User | null> {
  if (browser_id === null) return null;
  return (await sessions.findUser(secrets.hash(browser_id), now)) ?? null;
}

/**
 * Authenticates the owner (RFC 6749 §3.1) and starts a session under a new cookie value, which is returned; null
 * where user name or password is wrong.
 */
export async function signIn(
  attempt: { username: string; password: string; address: string; browser_id: string | null },
  world: World,
): Promise<string | null> {
  const { users, sessions, passwords, secrets, now, lifetimes } = world;
  const { failed, succeeded } = await countAttempt(attempt, world.throttle);
  const user = await users.findByUsername(attempt.username);
  if (!(await passwords.verify(user?.password_hash, attempt.password)) || user === undefined) {
    await failed();
    return null;
  }
  await succeeded();
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

/**
 * RFC 6749 §10.10, before the slow check of the password. Every attempt on a user name counts until one succeeds;
 * an address counts its failures only, and a success does not clear them, or an own account would be the way
 * around.
 */
async function countAttempt(
  { username, address }: { username: string; address: string },
  throttle: Throttle,
) {
  const user = `user ${username.toLowerCase()}`;
  const from = `address ${address}`;
  const retry_after = Math.max(await throttle.wait(from), await throttle.hit(user));
  if (retry_after > 0) throw new Refusal('sign_in_throttled', { retry_after });
  return {
    failed: () => throttle.hit(from),
    succeeded: () => throttle.reset(user),
  };
}
