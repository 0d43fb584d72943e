import type { Move } from './navigation.ts';
import type { Document } from './markup.ts';

/** What the owner wants of this request. */
export type Intent = 'approve' | 'deny';

/** Plays the resource owner on the pages of the server. */
export interface OwnerDriver {
  /** One person, one request: remembers which forms were answered already. */
  begin(intent: Intent): {
    /** What the person does on the page: a move; null where there is nothing to do; or why it goes no further. */
    answer(document: Document): Promise<Move | null | { stuck: string }>;
  };
}
