import { describeLanding, answerOf } from '../expect/authorization.ts';
import { describeAnswer, memberOf } from '../expect/http.ts';
import { valueOf } from '../model/exchange.ts';
import type { AuthorizationBase, HttpBase } from '../model/expectation.ts';
import type { ClientRole } from '../model/client-role.ts';
import { LiveStage } from './live-stage.ts';
import { Blocked, type World } from './world.ts';

export type Base = AuthorizationBase | HttpBase;

const authorizationBases: readonly Base[] = [
  'authorization request',
  'public authorization request',
  'authorization request, denied',
];

export function isAuthorizationBase(base: Base): base is AuthorizationBase {
  return authorizationBases.includes(base);
}

/**
 * The positive beside every negative: the unchanged request of each base, sent once in a run. Where it does not
 * succeed, "refused" would not mean "refused for this", and the scenarios that depart from it are blocked.
 */
export class Controls {
  readonly #outcomes = new Map<string, Promise<string | null>>();

  constructor(private readonly world: World) {}

  /** Passes where the valid request succeeds; else the scenario is blocked. */
  async require(base: Base, client?: ClientRole): Promise<void> {
    const key = `${base}, ${client ?? 'default'}`;
    let outcome = this.#outcomes.get(key);
    if (outcome === undefined) {
      outcome = this.#send(base, client);
      this.#outcomes.set(key, outcome);
    }
    const problem = await outcome;
    if (problem !== null) throw new Blocked(`the valid request does not succeed (${base}): ${problem}`);
  }

  async #send(base: Base, client: ClientRole | undefined): Promise<string | null> {
    const stage = new LiveStage(this.world);
    try {
      return isAuthorizationBase(base) ? await authorizes(stage, base, client) : await succeeds(stage, base);
    } catch (error) {
      if (error instanceof Blocked) return error.message;
      throw error;
    }
  }
}

async function authorizes(
  stage: LiveStage,
  base: AuthorizationBase,
  client: ClientRole | undefined,
): Promise<string | null> {
  const { landing } = await stage.authorize({ base, client });
  const wanted = base === 'authorization request, denied' ? 'error' : 'code';
  return (valueOf(answerOf(landing), wanted) ?? '') === '' ? describeLanding(landing) : null;
}

async function succeeds(stage: LiveStage, base: HttpBase): Promise<string | null> {
  const outcome = await stage.probe(base, undefined);
  const isDone =
    base === 'resource request'
      ? outcome.response?.status === 200
      : (memberOf(outcome.json, 'access_token') ?? '') !== '';
  return isDone ? null : describeAnswer(outcome);
}
