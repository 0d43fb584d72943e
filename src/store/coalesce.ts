import { setImmediate } from 'node:timers/promises';

/** As many as one statement takes, so that what it is given and the lock that it holds stay small. */
const most = 64;

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Has what is asked at the same time answered by one statement: what comes while one runs waits for it, and shares the
 * next. Of writes this is the group commit: nobody is answered before the transaction that holds their row is on disk.
 * `run` answers its items in their order; where it rejects, so does each of them.
 */
export function coalesce<Item, Answer>(
  run: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    // Once all that the sockets hold at this moment is read.
    await setImmediate();
    while (waiting.length > 0) await answer(waiting.splice(0, most));
    isRunning = false;
  }

  async function answer(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void runAll();
    });
}

/** The same for rows that are looked up by a key, each of them once. */
export function coalesceLookups<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (key: string) => Promise<Row | undefined> {
  return coalesce(async (keys) => {
    const rows = await find([...new Set(keys)]);
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key));
  });
}
