import type { Delivery } from './authorization-response.ts';
import type { Reason, Wire } from './refusals.ts';
import { refusals } from './refusals.ts';

interface Particulars {
  /** A sentence that adds to the public one: which parameter, what was expected. Never a value that was sent. */
  hint?: string;
  /** Facts for a page, where values may be shown. */
  details?: readonly (readonly [term: string, text: string])[];
  /** The scope that would have been enough, RFC 6750 §3. */
  scope?: string;
  /** Seconds to wait. */
  retry_after?: number;
  /** Methods that the address knows, RFC 9110 §10.2.1. */
  allow?: readonly string[];
}

/** Why a request is refused. Thrown by the protocol, written by `http/refuse` alone. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly particulars: Particulars = {},
    /** Present where the refusal travels to the client; made by a `VerifiedRedirect` only. */
    readonly delivery: Delivery | null = null,
  ) {
    super(reason);
    this.name = 'Refusal';
  }

  /** The row of the table: wire code, status, section, sentence. */
  get wire(): Wire {
    return refusals[this.reason];
  }

  /** The public sentence, with the hint. */
  get description(): string {
    const { sentence } = this.wire;
    return this.particulars.hint === undefined ? sentence : `${sentence} ${this.particulars.hint}`;
  }
}
