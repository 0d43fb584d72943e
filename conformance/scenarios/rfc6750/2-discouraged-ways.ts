import { deniesAccess } from '../../expect/resource.ts';
import { change, header } from '../../model/change.ts';
import { valueOf, type RequestDraft } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

const tokenIn = ({ headers }: RequestDraft) =>
  /([^\s"]+)"?$/.exec(valueOf(headers, 'authorization') ?? '')?.[1] ?? '';

/**
 * RFC 6750 §2: what a resource may do and had better not. A token in the query is optional and advised against, and a
 * scheme of one's own is not what the token type promises (RFC 6749 §7.1): neither is more than a warning.
 */
export const discouragedWays: readonly Scenario[] = [
  {
    id: 'rfc6750/2.1/scheme-of-its-own',
    title: 'keeps the resource shut to a token under the scheme Token',
    requires: ['RFC6750-2.1-a', 'RFC6749-7-a'],
    advises: 'RFC 6750 §2.1 asks for Bearer and says nothing of a scheme beside it',
    from: 'resource request',
    change: change('the scheme Token, with the token as its parameter', (draft) =>
      header('authorization', `Token token="${tokenIn(draft)}"`).apply(draft),
    ),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6750/2.3/query-refused',
    title: 'keeps the resource shut to a token in the query',
    requires: ['RFC6750-2.3-b'],
    from: 'resource request',
    change: change('the token in the query', (draft) => ({
      ...header('authorization', null).apply(draft),
      query: [...draft.query, ['access_token', tokenIn(draft)] as const],
    })),
    expect: [deniesAccess],
  },
];
