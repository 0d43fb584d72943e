/** How PostgreSQL calls it. */
const deadlock = '40P01';

/**
 * A write of several rows, done again where it met another one that locks some of them in another order: PostgreSQL ends one of
 * the two, and nothing of that one is left. SQLite has one writer at a time and knows no deadlock.
 */
export async function despiteDeadlock<Result>(write: () => Promise<Result>, attempts = 3): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (attempts <= 1 || !isDeadlock(error)) throw error;
    return despiteDeadlock(write, attempts - 1);
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === deadlock;
}
