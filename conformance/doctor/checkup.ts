import type { Check } from '../model/report.ts';

/** Every question about the set-up, in the order in which they are asked. */
export const questions = {
  reachable: 'the server answers',
  metadata: 'the endpoints are known',
  clock: 'the clocks agree',
  authorization_endpoint: 'the authorization endpoint is one',
  token_endpoint: 'the token endpoint is one',
  registration: 'the clients are there',
  client: 'the client is known and its secret is right',
  other_clients: 'the other clients are known',
  callback: 'the callback is registered',
  scope: 'the scopes are known',
  sign_in: 'the user and the password are right',
  consent: 'the user may consent',
  code: 'a code arrives',
  exchange: 'the code is exchanged',
  every_client: 'every client gets a code',
  liveness: 'something tells whether a token is alive',
  behaviour: 'what the target can do is found out',
} as const;

export type Question = keyof typeof questions;

/** What a question that was not answered well says: what is wrong, and what to do about it. */
export interface Diagnosis {
  id: Question;
  detail: string;
  fix: string;
}

/** Keeps the answers. The first failure ends the examination: what follows would only repeat it. */
export class Checkup {
  readonly #answers: Check[] = [];
  readonly #onCheck: (check: Check) => void;

  constructor(onCheck: (check: Check) => void = () => undefined) {
    this.#onCheck = onCheck;
  }

  get checks(): readonly Check[] {
    return this.#answers;
  }

  get isFit(): boolean {
    return this.#answers.every(({ state }) => state !== 'failed');
  }

  ok(id: Question, detail: string | null = null): void {
    this.#add(id, { state: 'ok', detail, fix: null });
  }

  /** Nothing that stands in the way, and worth a word. */
  note(id: Question, detail: string, fix: string | null = null): void {
    this.#add(id, { state: 'noted', detail, fix });
  }

  skip(id: Question, reason: string): void {
    this.#add(id, { state: 'skipped', detail: reason, fix: null });
  }

  fail({ id, detail, fix }: Diagnosis): void {
    this.#add(id, { state: 'failed', detail, fix });
  }

  #add(id: Question, answer: Pick<Check, 'state' | 'detail' | 'fix'>): void {
    const check = { id: id.replaceAll('_', '-'), title: questions[id], ...answer };
    this.#answers.push(check);
    this.#onCheck(check);
  }
}
