import type { Knex } from 'knex';
import type { ActiveGrant, Grant, Grants, NewGrant } from '../oauth/ports.ts';
import { grantFromRow, issueColumns, noAccess, noPreviousAccess, type GrantRow } from './grant-row.ts';

/**
 * A grant is one row: each exchange is one UPDATE by primary key, and the number of rows it changed is the answer. What is
 * looked up for each request is looked up in `reads`.
 */
export function storeGrants(db: Knex, reads = db): Grants {
  const grants = () => db<GrantRow>('grants');
  return {
    async add(grant) {
      await grants().insert(newRow(grant));
    },
    find: (id) => findWithClient(reads, id),
    async redeem(id, at, issue) {
      const open = grants().where({ id, redeemed_at: null, revoked_at: null });
      return (await open.update({ redeemed_at: at, ...issueColumns(issue) })) === 1;
    },
    async rotate(id, generation, issue) {
      const current = grants().where({ id, refresh_generation: generation, revoked_at: null });
      return (await current.update({ ...previousAccess(db), ...issueColumns(issue) })) === 1;
    },
    async revoke(id, at) {
      await grants().where({ id, revoked_at: null }).update({ revoked_at: at });
    },
    /** Current before previous: a refresh in between moves the token to where the second statement looks. */
    async revokeAccessToken(id, hash) {
      await grants().where({ id, access_hash: hash }).update(noAccess);
      await grants().where({ id, previous_access_hash: hash }).update(noPreviousAccess);
    },
    async revokeAll(user_id, at) {
      await grants().where({ user_id, revoked_at: null }).update({ revoked_at: at });
    },
    touch: (id, at) => touch(db, id, at),
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

async function findWithClient(db: Knex, id: string): Promise<Grant | undefined> {
  const row = await db('grants')
    .join('clients', 'clients.client_id', 'grants.client_id')
    .where('grants.id', id)
    .first<(GrantRow & { client_scope: string }) | undefined>('grants.*', { client_scope: 'clients.scope' });
  return row && grantFromRow(row, row.client_scope);
}

/** Later uses win, whatever the order in which they arrive. */
async function touch(db: Knex, id: string, at: number): Promise<void> {
  const isEarlier = (use: Knex.QueryBuilder) =>
    void use.whereNull('last_used_at').orWhere('last_used_at', '<', at);
  await db('grants').where({ id }).where(isEarlier).update({ last_used_at: at });
}

async function countOwners(db: Knex, client_id: string, now: number): Promise<number> {
  const active = whereActive(db('grants').where('grants.client_id', client_id), now);
  const [row] = await active.countDistinct<{ owners: number | string }[]>({ owners: 'grants.user_id' });
  return Number(row?.owners ?? 0);
}

/** In an UPDATE the right-hand side is the row as it was, so the copy and the new token fit in one statement. */
function previousAccess(db: Knex) {
  return {
    previous_access_hash: db.raw('access_hash'),
    previous_access_scope: db.raw('access_scope'),
    previous_access_issued_at: db.raw('access_issued_at'),
    previous_access_expires_at: db.raw('access_expires_at'),
  };
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
