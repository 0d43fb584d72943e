import type { Knex } from 'knex';
import { client } from '../contestants/client.ts';

/** The words that differ between the two databases. `i` is the number of the row. */
interface Dialect {
  /** A table of one column `i`, from 1 to the number. */
  numbers(count: number): string;
  /** A number below 2^32 as eight hexadecimal digits. */
  hex(expression: string): string;
  /** 43 characters that nobody can guess, as a hash has. */
  random: string;
  true: string;
}

const sqlite: Dialect = {
  numbers: (count) =>
    `(with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${count}) select i from numbers)`,
  hex: (expression) => `printf('%08x', ${expression})`,
  random: 'substr(hex(randomblob(22)), 1, 43)',
  true: '1',
};

const postgres: Dialect = {
  numbers: (count) => `(select i::bigint from generate_series(1, ${count}) as series(i)) as numbers`,
  hex: (expression) => `lpad(to_hex(${expression}), 8, '0')`,
  random: `substr(md5(random()::text) || md5(random()::text), 1, 43)`,
  true: 'true',
};

/**
 * Fills every table with so many rows that live on, made by the database itself. Their ids are as the server makes them: the
 * time in front, a thousand to the second, and behind it what does not sort. Returns the ids of that many of the grants,
 * from all over the table.
 */
export async function seed(
  db: Knex,
  { rows, sample, isPostgres }: { rows: number; sample: number; isPostgres: boolean },
): Promise<string[]> {
  const dialect = isPostgres ? postgres : sqlite;
  const now = Math.floor(Date.now() / 1000);
  if (!isPostgres) await db.raw('pragma synchronous = off');
  for (const [table, columns] of Object.entries(columnsOf(dialect, now))) {
    const names = Object.keys(columns).join(', ');
    const values = Object.values(columns).join(', ');
    await db.raw(`insert into ${table} (${names}) select ${values} from ${dialect.numbers(rows)}`);
  }
  await db.raw('analyze');
  if (!isPostgres) await db.raw('pragma wal_checkpoint(truncate)');
  const numbers = dialect.numbers(rows);
  const every = Math.max(1, Math.floor(rows / sample));
  const chosen = db.select<{ id: string }[]>(db.raw(`${idOf(dialect, now)} as id`)).from(db.raw(numbers));
  return (await chosen.whereRaw(`i % ${every} = 0`)).map(({ id }) => id);
}

/** The id of the row of that number, as an expression. Knuth's multiplier scatters neighbours. */
function idOf({ hex }: Dialect, now: number): string {
  const scattered = (factor: number) => hex(`(i * ${factor}) & 4294967295`);
  return `${hex(`${now - 2_000_000} + i / 1000`)} || ${scattered(2654435761)} || ${scattered(40503)} || ${hex('i')}`;
}

/** Table by table, in the order that foreign keys ask for: each column with the expression that fills it. */
function columnsOf(dialect: Dialect, now: number): Record<string, Record<string, string>> {
  const { random, true: yes } = dialect;
  const id = idOf(dialect, now);
  const created_at = `${now - 2_000_000} + i / 1000`;
  const later = String(now + 7_776_000);
  const access = { hash: random, scope: `'${client.scope}'`, issued_at: created_at, expires_at: later };
  return {
    users: {
      id,
      username: `'user-' || i`,
      username_key: `'user-' || i`,
      name: `'Ada'`,
      password_hash: `''`,
      created_at,
    },
    clients: {
      client_id: id,
      client_name: `'A client of the bench'`,
      client_secret_hash: random,
      token_endpoint_auth_method: `'client_secret_basic'`,
      redirect_uris: `'["${client.redirectUri}"]'`,
      grant_types: `'["authorization_code","refresh_token"]'`,
      scope: `'${client.scope}'`,
      created_at,
    },
    grants: {
      ...{
        id,
        client_id: id,
        user_id: id,
        scope: `'${client.scope}'`,
        redirect_uri: `'${client.redirectUri}'`,
      },
      ...{ redirect_uri_sent: yes, code_hash: random, code_challenge: random, code_expires_at: created_at },
      ...{ created_at, redeemed_at: created_at, last_used_at: created_at, expires_at: later },
      ...prefixed('access', access),
      ...prefixed('refresh', {
        family_hash: random,
        generation: '0',
        hash: random,
        expires_at: later,
        ends_at: later,
      }),
    },
    sessions: { id_hash: random, user_id: id, created_at, expires_at: later },
    events: { user_id: id, id, title: `'An event'`, starts_at: `'2026-01-01T00:00:00Z'`, created_at },
    throttle: { key: random, points: '1', expire: `${later}000` },
  };
}

function prefixed(prefix: string, columns: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [`${prefix}_${name}`, value]));
}
