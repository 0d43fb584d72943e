import type { Knex } from 'knex';
import type { ActiveGrant, Grant, Grants, NewGrant } from '../oauth/ports.ts';
import { despiteDeadlock } from './deadlock.ts';
import { exchangeGrants } from './grant-exchange.ts';
import { grantFromRow, noAccess, noPreviousAccess, type GrantRow, type JoinedColumns } from './grant-row.ts';
import { isOneOf, rowSet } from './row-set.ts';
import { rowsOf } from './rows-of.ts';
import { coalesce, coalesceLookups } from './coalesce.ts';

/**
 * A grant is one row: each exchange is one conditional write by primary key, and whether it changed its row is the answer.
 * Exchanges that wait for the disk share a statement. What is looked up for each request is looked up in `reads`.
 */
export function storeGrants(db: Knex, reads = db): Grants {
  const grants = () => db<GrantRow>('grants');
  const { redeem, rotate } = exchangeGrants(db);
  const noteUse = noteUses(db);
  return {
    async add(grant) {
      await grants().insert(newRow(grant));
    },
    find: coalesceLookups(findJoined(reads), ({ id }) => id),
    redeem,
    rotate,
    async revoke(id, at) {
      await grants().where({ id, revoked_at: null }).update({ revoked_at: at });
    },
    /** Current before previous: a refresh in between moves the token to where the second statement looks. */
    async revokeAccessToken(id, hash) {
      await grants().where({ id, access_hash: hash }).update(noAccess);
      await grants().where({ id, previous_access_hash: hash }).update(noPreviousAccess);
    },
    async revokeAll(user_id, at) {
      await despiteDeadlock(async () =>
        grants().where({ user_id, revoked_at: null }).update({ revoked_at: at }),
      );
    },
    touch: (id, at) => noteUse({ id, at }),
    listActive: (user_id, now) => listActive(db, user_id, now),
    countOwners: (client_id, now) => countOwners(db, client_id, now),
  };
}

function newRow(grant: NewGrant) {
  return {
    id: grant.id,
    client_id: grant.client_id,
    user_id: grant.user_id,
    scope: grant.scope,
    redirect_uri: grant.redirect_uri,
    redirect_uri_sent: grant.redirect_uri_sent,
    code_hash: grant.code_hash,
    code_challenge: grant.code_challenge,
    code_expires_at: grant.code_expires_at,
    created_at: grant.created_at,
    expires_at: grant.expires_at,
  };
}

/** With what is nearly always wanted of client and owner, so that these are no look-ups of their own. */
function findJoined(db: Knex) {
  const { sql, bindings } = isOneOf(db, 'grants.id');
  const text = `select grants.*, clients.scope as client_scope,
    users.username as owner_username, users.name as owner_name
    from grants join clients on clients.client_id = grants.client_id join users on users.id = grants.user_id
    where ${sql}`;
  return async (ids: readonly string[]): Promise<Grant[]> =>
    (await rowsOf<GrantRow & JoinedColumns>(db, text, bindings(ids))).map(grantFromRow);
}

/** Later uses win, whatever the order in which they arrive. */
function noteUses(db: Knex) {
  const given = rowSet<Use>(db, { id: 'text', at: 'bigint' });
  const text = `update grants set last_used_at = given.at from ${given.sql}
    where grants.id = given.id and (grants.last_used_at is null or grants.last_used_at < given.at)`;
  return coalesce<Use, void>(async (uses) => {
    await despiteDeadlock(() => rowsOf(db, text, given.bindings(uses)));
    return uses.map(() => undefined);
  });
}

interface Use {
  id: string;
  at: number;
}

async function countOwners(db: Knex, client_id: string, now: number): Promise<number> {
  const active = whereActive(db('grants').where('grants.client_id', client_id), now);
  const [row] = await active.countDistinct<{ owners: number | string }[]>({ owners: 'grants.user_id' });
  return Number(row?.owners ?? 0);
}

async function listActive(db: Knex, user_id: string, now: number): Promise<ActiveGrant[]> {
  return whereActive(db('grants').where('grants.user_id', user_id), now)
    .join('clients', 'clients.client_id', 'grants.client_id')
    .orderBy([
      { column: 'grants.created_at', order: 'desc' },
      { column: 'grants.id', order: 'desc' },
    ])
    .select<ActiveGrant[]>(
      'grants.id',
      'grants.client_id',
      'clients.client_name',
      'clients.client_uri',
      'grants.scope',
      'grants.created_at',
      'grants.last_used_at',
      'grants.expires_at',
    );
}

/** Redeemed, and neither revoked nor expired at `now`. */
function whereActive(grants: Knex.QueryBuilder, now: number): Knex.QueryBuilder {
  return grants
    .whereNotNull('grants.redeemed_at')
    .whereNull('grants.revoked_at')
    .where('grants.expires_at', '>', now);
}
