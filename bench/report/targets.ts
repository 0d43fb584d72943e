import { quantile, ratio, spread } from '../statistics.ts';
import type { Results, SideBySide } from './results.ts';

/** What was aimed at, and what was measured; null where it was not. */
export interface Target {
  demand: string;
  measured: string | null;
  isMet: boolean | null;
}

/** Every target, in the order of the page. Those of a contestant that was left out say that nothing was measured. */
export function targetsOf(results: Results): Target[] {
  return [
    ...(['exchange', 'refresh'] as const).flatMap((work) => [
      atLeast(0.6, `${work}: of the floor`, results[work], 'floor'),
      atLeast(
        4,
        `${work}: of the fastest library with Knex on SQLite`,
        results[work],
        fastestWithKnex(results[work]),
      ),
      over(1, `${work}: of oidc-provider in memory`, results[work], 'oidc-provider-memory'),
      atLeast(1, `${work}: of @node-oauth/oauth2-server in memory`, results[work], 'node-oauth-memory'),
    ]),
    ...(['introspection', 'resource'] as const).map((work) =>
      atLeast(0.75, `${work}: of the floor`, results[work], 'floor'),
    ),
    over(1, 'flow: of oidc-provider in memory', results.flow, 'oidc-provider-memory'),
    ...(['exchange', 'refresh', 'introspection', 'resource', 'flow'] as const).map((work) =>
      tail(work, results[work]),
    ),
    validatorTarget(results.validator),
    atLeast(
      1.6,
      'exchange: two processes on PostgreSQL, of one',
      results.exchange,
      'codegrant-postgres',
      'codegrant-postgres-2',
    ),
    ...(['growth-exchange', 'growth-introspection'] as const).flatMap((part) =>
      ['sqlite', 'postgres'].map((kind) =>
        atLeast(
          0.85,
          `${part.slice(7)} with a million rows, of ten thousand (${kind})`,
          results[part],
          `${kind}-10000`,
          `${kind}-1000000`,
        ),
      ),
    ),
    atLeast(0.9, 'exchange by a thousand clients, of one', results.clients, 'clients-1', 'clients-1000'),
    ...(['exchange', 'refresh', 'introspection', 'resource'] as const).map((work) =>
      atLeast(
        1.5,
        `${work}: what the load generator reaches on node:http, of the floor`,
        results[work],
        'floor',
        'node:http',
      ),
    ),
    ...footprintTargets(results.footprint),
    ...suiteTargets(results.suite),
    ...soakTargets(results.soak),
  ];
}

function rates(part: SideBySide | undefined, name: string): number[] | null {
  return part?.rounds[name]?.map(({ rate }) => rate) ?? null;
}

function atLeast(
  least: number,
  what: string,
  part: SideBySide | undefined,
  of: string,
  who = 'codegrant-sqlite',
): Target {
  const [own, others] = [rates(part, who), rates(part, of)];
  const found = own === null || others === null ? null : ratio(own, others);
  return {
    demand: `${what}, at least ${least}`,
    measured: found && `${digits(found.median)} (${digits(found.low)} to ${digits(found.high)})`,
    isMet: found && found.median >= least,
  };
}

function over(least: number, what: string, part: SideBySide | undefined, of: string): Target {
  const [own, others] = [rates(part, 'codegrant-sqlite'), rates(part, of)];
  const isMet = own === null || others === null ? null : ratio(own, others).median > least;
  return { ...atLeast(least, what, part, of), demand: `${what}, more than ${least}`, isMet };
}

function fastestWithKnex(part: SideBySide | undefined): string {
  const names = Object.keys(part?.rounds ?? {}).filter((name) => name.endsWith('-knex'));
  const middle = (name: string) => quantile(rates(part, name) ?? [], 0.5);
  return names.sort((a, b) => middle(b) - middle(a))[0] ?? '';
}

function tail(work: string, part: SideBySide | undefined): Target {
  const rounds = part?.rounds['codegrant-sqlite'];
  const found = rounds && spread(rounds.map(({ p50, p99 }) => p99 / p50)).median;
  return {
    demand: `${work}: p99 of p50, at most 10`,
    measured: found === undefined ? null : digits(found),
    isMet: found === undefined ? null : found <= 10,
  };
}

function validatorTarget(part: SideBySide | undefined): Target {
  const [validated, unvalidated] = [rates(part, 'validated'), rates(part, 'unvalidated')];
  const found = validated === null || unvalidated === null ? null : 1 - ratio(validated, unvalidated).median;
  return {
    demand: 'exchange: what its validator takes, at most 10 %',
    measured: found === null ? null : `${(100 * found).toFixed(0)} %`,
    isMet: found === null ? null : found <= 0.1,
  };
}

function below(limit: number, unit: string, what: string, values: readonly number[] | undefined): Target {
  const found = values && spread(values).median;
  return {
    demand: `${what}, under ${limit}${unit}`,
    measured: found === undefined ? null : `${found.toFixed(unit === '' ? 2 : unit === ' s' ? 1 : 0)}${unit}`,
    isMet: found === undefined ? null : found < limit,
  };
}

function footprintTargets(part: Results['footprint']): Target[] {
  const rounds = part?.rounds['codegrant-sqlite'];
  return [
    below(
      600,
      ' ms',
      'from the start to the first answer',
      rounds?.map(({ startUp }) => startUp),
    ),
    below(
      150,
      ' MB',
      'memory under load, at its peak',
      rounds?.map(({ peak }) => peak / 1e6),
    ),
  ];
}

function suiteTargets(part: Results['suite']): Target[] {
  return [
    below(
      3,
      ' s',
      'the conformance suite, start of the server included',
      part?.rounds.map(({ wall }) => wall / 1000),
    ),
    below(
      1.5,
      '',
      'the conformance suite, of its bare requests',
      part?.rounds.map(({ wall, replay }) => wall / replay),
    ),
    below(
      1.5,
      '',
      'the conformance suite, of its bare requests and the start of their server',
      part?.rounds.map(({ wall, startUp, replay }) => wall / (startUp + replay)),
    ),
  ];
}

/** Bounded is what does not grow any more: the last third beside the second, the first being there to fill up. */
function soakTargets(part: Results['soak']): Target[] {
  return (['grants', 'file', 'memory'] as const).map((key) => {
    const values = part?.samples.map((sample) => sample[key]) ?? [];
    const third = Math.floor(values.length / 3);
    const growth = Math.max(...values.slice(-third)) / Math.max(...values.slice(third, 2 * third));
    const isMeasured = third > 0;
    return {
      demand: `soak: ${soakWords[key]}, the last third of the second, at most 1.2`,
      measured: isMeasured ? digits(growth) : null,
      isMet: isMeasured ? growth <= 1.2 : null,
    };
  });
}

const soakWords = { grants: 'rows', file: 'the file', memory: 'memory' } as const;

export function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
