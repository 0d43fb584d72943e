import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a process; rejects where it ends before. */
export async function answerOf<Message>(child: ChildProcess): Promise<Message> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('A process has ended instead of answering.');
  });
  try {
    const answer: unknown[] = await Promise.race([once(child, 'message', { signal }), ended]);
    return answer[0] as Message;
  } finally {
    settled.abort();
    ended.catch(() => undefined);
  }
}
