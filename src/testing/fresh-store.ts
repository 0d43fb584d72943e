import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../store/connect.ts';
import type { DatabaseKind, FreshDatabase } from './databases.ts';

export interface FreshStore {
  readonly store: Store;
  readonly url: string;
  /** Another store on the same database, as another process would have; closed with the first. */
  another(): Promise<Store>;
}

/** For the body of a `describe`: a store on an empty database of its own, both gone when the block has run. */
export function freshStore(create: DatabaseKind['create'], options: StoreOptions = {}): FreshStore {
  const stores: Store[] = [];
  let database: FreshDatabase | undefined;

  async function another(): Promise<Store> {
    const store = await openStore(present(database).url, options);
    stores.push(store);
    return store;
  }

  beforeAll(async () => {
    database = await create();
    await another();
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database?.drop();
  });
  return {
    another,
    get store() {
      return present(stores[0]);
    },
    get url() {
      return present(database).url;
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('The store is there only while the tests of its describe block run');
  return value;
}
