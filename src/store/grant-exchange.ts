import type { Knex } from 'knex';
import type { Grants } from '../oauth/ports.ts';
import { despiteDeadlock } from './deadlock.ts';
import { issueColumns, issueTypes, type IssueColumns } from './grant-row.ts';
import { rowSet } from './row-set.ts';
import { rowsOf } from './rows-of.ts';
import { coalesce } from './coalesce.ts';

/** One redemption or one refresh that waits for its turn. `id` and `access_hash` say which one it is. */
type Exchange = IssueColumns & { id: string };

/**
 * The two writes that decide a race, each as one statement for all that wait. Where two of them are for one grant, the row is
 * written by one; the hash of its access token says by which.
 */
export function exchangeGrants(db: Knex): Pick<Grants, 'redeem' | 'rotate'> {
  const redeem = exchange<{ redeemed_at: number }>(db, {
    mark: { redeemed_at: 'bigint' },
    set: ['redeemed_at = given.redeemed_at'],
    where: 'grants.redeemed_at is null',
  });
  const rotate = exchange<{ generation: number }>(db, {
    mark: { generation: 'integer' },
    // The right-hand side is the row as it was, so the copy and the new token fit in one statement.
    set: ['hash', 'scope', 'issued_at', 'expires_at'].map(
      (of) => `previous_access_${of} = grants.access_${of}`,
    ),
    where: 'grants.refresh_generation = given.generation',
  });
  return {
    redeem: (id, at, issue) => redeem({ id, redeemed_at: at, ...issueColumns(issue) }),
    rotate: (id, generation, issue) => rotate({ id, generation, ...issueColumns(issue) }),
  };
}

interface Condition<Mark> {
  mark: { readonly [Name in keyof Mark & string]: 'bigint' | 'integer' };
  set: readonly string[];
  where: string;
}

function exchange<Mark extends object>(db: Knex, { mark, set, where }: Condition<Mark>) {
  const types = { id: 'text', ...mark, ...issueTypes } as Parameters<typeof rowSet<Exchange & Mark>>[1];
  const given = rowSet<Exchange & Mark>(db, types);
  const issued = Object.keys(issueTypes).map((name) => `${name} = given.${name}`);
  const text = `update grants set ${[...set, ...issued].join(', ')} from ${given.sql}
    where grants.id = given.id and grants.revoked_at is null and ${where} returning grants.id, grants.access_hash`;
  return coalesce(async (exchanges: readonly (Exchange & Mark)[]) => {
    const bindings = given.bindings(exchanges);
    const written = await despiteDeadlock(() =>
      rowsOf<Pick<Exchange, 'id' | 'access_hash'>>(db, text, bindings),
    );
    const winners = new Map(written.map((row) => [row.id, row.access_hash]));
    return exchanges.map(({ id, access_hash }) => winners.get(id) === access_hash);
  });
}
