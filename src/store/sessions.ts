import type { Knex } from 'knex';
import type { Session, Sessions } from '../oauth/ports.ts';

export function storeSessions(db: Knex): Sessions {
  const sessions = () => db<Session>('sessions');
  return {
    async add({ id_hash, user_id, created_at, expires_at }) {
      await sessions().insert({ id_hash, user_id, created_at, expires_at });
    },
    async find(id_hash, now) {
      return sessions().where({ id_hash }).where('expires_at', '>', now).first();
    },
    async remove(id_hash) {
      await sessions().where({ id_hash }).del();
    },
  };
}
