import { operations, type OperationId } from '../../generated/operations.ts';
import { parseScope } from '../oauth/scope.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { requireToken } from './resource.ts';

const gadgets = {
  getMe: 'Read who the token stands for',
  listEvents: 'List your events',
  listMyTokens: 'List the applications you allowed',
} satisfies Partial<Record<OperationId, string>>;

/** What the token opens, of the resources that can be read: a token does not learn of others. */
export async function gocdGadgets(input: Input<'gocdGadgets'>, deps: Deps): Promise<Output<'gocdGadgets'>> {
  const { token } = await requireToken('gocdGadgets', input, deps);
  const granted = parseScope(token.scope);
  const open = (Object.keys(gadgets) as (keyof typeof gadgets)[]).filter((id) =>
    operations[id].scopes.every((scope) => granted.includes(scope)),
  );
  const shown = open.map((id) => ({ title: gadgets[id], url: deps.issuer + operations[id].path }));
  return { status: 200, json: { gadgets: shown } };
}
