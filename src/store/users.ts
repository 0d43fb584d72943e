import type { Knex } from 'knex';
import type { User, Users } from '../oauth/ports.ts';
import { despiteDeadlock } from './deadlock.ts';
import { isOneOf } from './row-set.ts';
import { rowsOf } from './rows-of.ts';
import { coalesceLookups } from './coalesce.ts';

/** SQLite gives a boolean back as 0 or 1. */
export type UserRow = Omit<User, 'is_administrator'> & { is_administrator: boolean | 0 | 1 };

export const userColumns = [
  'id',
  'username',
  'name',
  'password_hash',
  'is_administrator',
  'created_at',
] as const;

/** What is looked up for each request is looked up in `reads`. */
export function storeUsers(db: Knex, reads = db): Users {
  const users = () => db<UserRow & { username_key: string }>('users');
  return {
    /** The unique index decides, not a look beforehand: two who ask at once get one yes. */
    async add(user) {
      const row = { ...newRow(user), username_key: fold(user.username) };
      const added = await users().insert(row).onConflict('username_key').ignore().returning('id');
      return added.length === 1;
    },
    find: coalesceLookups(findUsers(reads), ({ id }) => id),
    async findByUsername(username) {
      const row = await users()
        .where({ username_key: fold(username) })
        .first(...userColumns);
      return row && toUser(row);
    },
    async list() {
      const rows = await users()
        .select(...userColumns)
        .orderBy('username_key');
      return rows.map(toUser);
    },
    async setAdministrator(username, is_administrator) {
      const found = users().where({ username_key: fold(username) });
      return (await found.update({ is_administrator })) === 1;
    },
    async remove(username) {
      const found = () => users().where({ username_key: fold(username) });
      return (await despiteDeadlock(async () => found().del())) === 1;
    },
  };
}

function findUsers(db: Knex) {
  const { sql, bindings } = isOneOf(db, 'id');
  const text = `select ${userColumns.join(', ')} from users where ${sql}`;
  return async (ids: readonly string[]): Promise<User[]> =>
    (await rowsOf<UserRow>(db, text, bindings(ids))).map(toUser);
}

function newRow({ id, username, name, password_hash, is_administrator, created_at }: User): User {
  return { id, username, name, password_hash, is_administrator, created_at };
}

export function toUser(row: UserRow): User {
  return { ...row, is_administrator: Boolean(row.is_administrator) };
}

/**
 * Folded here and not by the database: SQLite's `lower` knows only ASCII, PostgreSQL's depends on the locale.
 * Upper case first, because lower case alone keeps `ς` apart from `σ` and `ß` from `SS`.
 */
function fold(username: string): string {
  return username.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
