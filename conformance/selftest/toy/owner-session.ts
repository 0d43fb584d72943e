import type { Request } from './message.ts';
import { draw } from './store.ts';
import type { Toy } from './toy.ts';

export const owner = { username: 'alice', password: 'wonderland' } as const;

export interface Session {
  /** Comes back with every form that decides something, RFC 6749 §10.12. */
  csrf: string;
}

/** The owner who is signed in in this browser. */
export function currentSession(toy: Toy, request: Request): Session | undefined {
  const cookie = /(?:^|;\s*)toy_session=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  return cookie === undefined ? undefined : toy.store.sessions.get(cookie);
}

/** The cookie of a new session; undefined where name or password are wrong. */
export function signIn(
  toy: Toy,
  username: string | undefined,
  password: string | undefined,
): string | undefined {
  if (username !== owner.username || password !== owner.password) return undefined;
  const id = draw();
  toy.store.sessions.set(id, { csrf: draw() });
  return `toy_session=${id}; Path=/; HttpOnly; SameSite=Lax`;
}
