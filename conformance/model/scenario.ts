import type { AuthorizationBase, Expectation, HttpBase } from './expectation.ts';
import type { ClientRole } from './client-role.ts';
import type { AuthorizationOutcome, HttpOutcome } from './outcome.ts';
import type { Change } from './change.ts';
import type { Capability } from './capability.ts';
import type { Stage } from './stage.ts';

/** One behaviour of a conforming server, and how to see it. */
export type Scenario = AuthorizationProbe | HttpProbe | Story;

interface Described {
  /** `rfc6749/4.1.3/redirect-uri-mismatch`: document, section, slug. Never reused, never a position. */
  id: string;
  /** What a conforming server does, in the present tense. */
  title: string;
  /** The requirements that it shows to hold. */
  requires: readonly [string, ...string[]];
  /** Without these the scenario is skipped, and the reason is named. */
  needs?: readonly Capability[];
  /**
   * Why it asks for more than the words of its requirements: the texts leave the matter open, or a later one takes the
   * demand back. It weighs as a recommendation then and warns at worst, and a fault proves it that turns it amber. Every
   * other scenario of a MUST that binds the server has to be turned red by a fault, and a test holds that it is.
   */
  advises?: string;
}

/** Departs from a valid authorization request. */
export interface AuthorizationProbe extends Described {
  from: AuthorizationBase;
  /** Whose request it is, where that matters; by default the confidential client's. */
  client?: ClientRole;
  /** `fresh`: without cookies, so that the owner is not signed in yet. */
  browser?: 'fresh';
  /** Exactly one; null for the valid request itself. */
  change: Change | null;
  expect: readonly Expectation<AuthorizationOutcome>[];
}

/** Departs from a valid request of the client, at the token endpoint or at the resource. */
export interface HttpProbe extends Described {
  from: HttpBase;
  change: Change | null;
  expect: readonly Expectation<HttpOutcome>[];
}

/** More than one request: a replay, a rotation, a comparison. */
export interface Story extends Described {
  act: (stage: Stage) => Promise<void>;
}
