import type { Knex } from 'knex';
import type { ActiveGrant, Grants, NewGrant } from '../oauth/ports.ts';
import { grantFromRow, issueColumns, noAccess, noPreviousAccess, type GrantRow } from './grant-row.ts';

/** A grant is one row: each exchange is one UPDATE by primary key, and the number of rows it changed is the answer. */
export function storeGrants(db: Knex): Grants {
  const grants = () => db<GrantRow>('grants');
  return {
    async add(grant) {
      await grants().insert(newRow(grant));
    },
    async find(id) {
      const row = await grants().where({ id }).first();
      return row && grantFromRow(row);
    },
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
    listActive: (user_id, now) => listActive(db, user_id, now),
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
  return db('grants')
    .join('clients', 'clients.client_id', 'grants.client_id')
    .where('grants.user_id', user_id)
    .whereNotNull('grants.redeemed_at')
    .whereNull('grants.revoked_at')
    .where('grants.expires_at', '>', now)
    .orderBy([
      { column: 'grants.created_at', order: 'desc' },
      { column: 'grants.id', order: 'desc' },
    ])
    .select<ActiveGrant[]>(
      'grants.id',
      'grants.client_id',
      'clients.client_name',
      'grants.scope',
      'grants.created_at',
      'grants.expires_at',
    );
}
