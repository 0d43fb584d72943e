import type { Knex } from 'knex';
import type { Session, Sessions, User } from '../oauth/ports.ts';
import { isOneOf } from './row-set.ts';
import { rowsOf } from './rows-of.ts';
import { coalesceLookups } from './coalesce.ts';
import { toUser, userColumns, type UserRow } from './users.ts';

/** What is looked up for each request is looked up in `reads`. */
export function storeSessions(db: Knex, reads = db): Sessions {
  const sessions = () => db<Session>('sessions');
  const find = coalesceLookups(findWithUser(reads), ({ id_hash }) => id_hash);
  return {
    async add({ id_hash, user_id, created_at, expires_at }) {
      await sessions().insert({ id_hash, user_id, created_at, expires_at });
    },
    async findUser(id_hash, now) {
      const found = await find(id_hash);
      return found !== undefined && found.expires_at > now ? found.user : undefined;
    },
    async remove(id_hash) {
      await sessions().where({ id_hash }).del();
    },
  };
}

type FoundSession = Pick<Session, 'id_hash' | 'expires_at'> & { user: User };

/** What nearly every page begins with, so session and user are one look-up. */
function findWithUser(db: Knex) {
  const { sql, bindings } = isOneOf(db, 'id_hash');
  const columns = ['id_hash', 'expires_at', ...userColumns.map((column) => `users.${column}`)];
  const text = `select ${columns.join(', ')} from sessions join users on users.id = sessions.user_id where ${sql}`;
  return async (hashes: readonly string[]): Promise<FoundSession[]> => {
    const rows = await rowsOf<UserRow & Omit<FoundSession, 'user'>>(db, text, bindings(hashes));
    return rows.map(({ id_hash, expires_at, ...row }) => ({ id_hash, expires_at, user: toUser(row) }));
  };
}
