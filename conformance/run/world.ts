import type { Browser } from '../agents/browser.ts';
import type { Transport } from '../agents/transport.ts';
import type { Target } from '../target/target.ts';

/** What all scenarios of a run share. */
export interface World {
  target: Target;
  transport: Transport;
  /** A browser in which the owner has signed in; every request starts from a copy of its cookies. */
  browser: Browser;
  /** Where the client_ids of clients are noted that were registered on the way and could not be deleted. */
  left: string[];
}

/** A precondition failed, so nothing was learned. */
export class Blocked extends Error {}
