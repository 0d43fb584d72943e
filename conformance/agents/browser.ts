import type { RequestDraft } from '../model/exchange.ts';
import type { Intent } from './owner-driver.ts';
import type { Journey } from './user-agent.ts';

/** A browser with a person in front of it, or something that stands for both. */
export interface Browser {
  /** Another one that starts signed in as this one is. */
  clone(): Browser;
  /** Another one that nobody has signed in with. */
  fresh(): Browser;
  /** Opens the request and goes on, with the owner's help, until it rests. Intent null: nobody is there to help. */
  travel(first: RequestDraft, errand: { redirect_uri: string; intent: Intent | null }): Promise<Journey>;
}
