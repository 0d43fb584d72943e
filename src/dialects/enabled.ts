import { operations, type OperationId } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect, DialectName, Rules } from './dialect.ts';
import { gancio } from './gancio.ts';
import { ghost } from './ghost.ts';
import { gitshare } from './gitshare.ts';
import { gocd } from './gocd.ts';
import { metamaps } from './metamaps.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = { gancio, ghost, gitshare, gocd, metamaps };

const ownRules: Rules = {
  authorization_endpoint: operations.authorize.path,
  trailing_slash: false,
  tolerances: strict,
};

/** The dialects that the operator has switched on. */
export interface EnabledDialects {
  /** Whether an operation of that `x-dialect` exists here; those without one always do. */
  serves(dialect: DialectName | undefined): boolean;
  /** What holds at the operation. */
  governing(id: OperationId): Rules;
}

export function enableDialects(names: readonly DialectName[]): EnabledDialects {
  const collision = findCollision(names);
  if (collision !== null) throw new Error(collision);
  const rules = new Map<OperationId, Rules>();
  for (const name of names) {
    for (const id of dialects[name].governs) rules.set(id, rulesAt(id, dialects[name]));
  }
  return {
    serves: (dialect) => dialect === undefined || names.includes(dialect),
    governing: (id) => rules.get(id) ?? ownRules,
  };
}

/** The slash at the end is for the dialect's own paths: those of this server keep the one form that they have. */
function rulesAt(id: OperationId, dialect: Dialect): Rules {
  const isOwn = operations[id]['x-dialect'] === dialect.name;
  return { ...dialect, trailing_slash: dialect.trailing_slash && isOwn };
}

/** The first path that two of them would answer at, each in its own way, as a sentence; null where there is none. */
export function findCollision(names: readonly DialectName[]): string | null {
  const taken = new Map<string, DialectName>();
  for (const name of new Set(names)) {
    for (const path of new Set(dialects[name].governs.map((id) => operations[id].path))) {
      const other = taken.get(path);
      if (other !== undefined) return `${other} and ${name} both answer at ${path}, each in its own way`;
      taken.set(path, name);
    }
  }
  return null;
}
