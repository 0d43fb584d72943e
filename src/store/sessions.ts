import type { Knex } from 'knex';
import type { Session, Sessions } from '../oauth/ports.ts';
import { toUser, userColumns, type UserRow } from './users.ts';

/** What is looked up for each request is looked up in `reads`. */
export function storeSessions(db: Knex, reads = db): Sessions {
  const sessions = () => db<Session>('sessions');
  return {
    async add({ id_hash, user_id, created_at, expires_at }) {
      await sessions().insert({ id_hash, user_id, created_at, expires_at });
    },
    /** One statement for what nearly every page begins with. */
    async findUser(id_hash, now) {
      const row: UserRow | undefined = await reads<Session>('sessions')
        .join('users', 'users.id', 'sessions.user_id')
        .where({ id_hash })
        .where('expires_at', '>', now)
        .first(...userColumns.map((column) => `users.${column}`));
      return row && toUser(row);
    },
    async remove(id_hash) {
      await sessions().where({ id_hash }).del();
    },
  };
}
