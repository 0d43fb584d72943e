import type { Knex } from 'knex';
import type { User, Users } from '../oauth/ports.ts';

type UserRow = User & { username_key: string };

const columns = ['id', 'username', 'name', 'password_hash', 'created_at'] as const;

export function storeUsers(db: Knex): Users {
  const users = () => db<UserRow>('users');
  return {
    /** The unique index decides, not a look beforehand: two who ask at once get one yes. */
    async add({ id, username, name, password_hash, created_at }) {
      const row = { id, username, name, password_hash, created_at, username_key: fold(username) };
      const added = await users().insert(row).onConflict('username_key').ignore().returning('id');
      return added.length === 1;
    },
    async find(id) {
      return users()
        .where({ id })
        .first(...columns);
    },
    async findByUsername(username) {
      return users()
        .where({ username_key: fold(username) })
        .first(...columns);
    },
    async list() {
      return users()
        .select(...columns)
        .orderBy('username_key');
    },
    async remove(username) {
      return (
        (await users()
          .where({ username_key: fold(username) })
          .del()) === 1
      );
    },
  };
}

/**
 * Folded here and not by the database: SQLite's `lower` knows only ASCII, PostgreSQL's depends on the locale.
 * Upper case first, because lower case alone keeps `ς` apart from `σ` and `ß` from `SS`.
 */
function fold(username: string): string {
  return username.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
