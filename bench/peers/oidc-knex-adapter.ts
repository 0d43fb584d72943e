import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { openSqliteFile } from './sqlite-file.ts';

interface Row {
  type: string;
  id: string;
  payload: string;
  grant_id: string | null;
  uid: string | null;
  consumed_at: number | null;
  expires_at: number | null;
}

export interface OidcDatabase {
  adapter: (model: string) => Adapter;
  /** Whatever the adapter is asked for in there is one transaction. */
  inTransaction<Result>(act: () => Promise<Result>): Promise<Result>;
}

/** oidc-provider's storage in one table of SQLite, after the adapters for Knex that its users share. */
export async function knexAdapter(filename: string): Promise<OidcDatabase> {
  const db = openSqliteFile(filename);
  await createTable(db);
  const current = new AsyncLocalStorage<Knex>();
  return {
    adapter: (type) => adapterOn(type, () => (current.getStore() ?? db)<Row>('payloads')),
    inTransaction: (act) => db.transaction((transaction) => current.run(transaction, act)),
  };
}

function adapterOn(type: string, rows: () => Knex.QueryBuilder<Row, Row[]>): Adapter {
  const findWhere = async (wanted: Partial<Row>) => {
    const [found] = await rows().where(wanted).select<Row[]>().limit(1);
    return found && payloadOf(found);
  };
  return {
    async upsert(id, payload, expiresIn) {
      const row: Row = {
        type,
        id,
        payload: JSON.stringify(payload),
        grant_id: payload.grantId ?? null,
        uid: payload.uid ?? null,
        consumed_at: null,
        expires_at: expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
      };
      await rows().insert(row).onConflict(['type', 'id']).merge();
    },
    find: (id) => findWhere({ type, id }),
    findByUid: (uid) => findWhere({ type, uid }),
    findByUserCode: async () => undefined,
    consume: async (id) => void (await rows().where({ type, id }).update({ consumed_at: Date.now() })),
    destroy: async (id) => void (await rows().where({ type, id }).delete()),
    revokeByGrantId: async (grant_id) => void (await rows().where({ grant_id }).delete()),
  };
}

function payloadOf(row: Row): AdapterPayload | undefined {
  if (row.expires_at !== null && row.expires_at <= Date.now()) return undefined;
  const payload = JSON.parse(row.payload) as AdapterPayload;
  return row.consumed_at === null ? payload : { ...payload, consumed: Math.floor(row.consumed_at / 1000) };
}

async function createTable(db: Knex): Promise<void> {
  await db.schema.createTable('payloads', (table) => {
    table.text('type');
    table.text('id');
    table.text('payload').notNullable();
    table.text('grant_id').index();
    table.text('uid').index();
    table.bigInteger('consumed_at');
    table.bigInteger('expires_at');
    table.primary(['type', 'id']);
  });
}
