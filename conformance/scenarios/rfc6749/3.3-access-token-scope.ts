import { answerOf, deliversCode, redirectsError } from '../../expect/authorization.ts';
import { preferably } from '../../expect/combine.ts';
import { issuesTokens, memberOf } from '../../expect/http.ts';
import { isSameScope, statedScope, withholdsScope } from '../../expect/scope.ts';
import { swapCase } from '../../model/altered.ts';
import { change as byHand, omit, set, type Change } from '../../model/change.ts';
import { valueOf } from '../../model/exchange.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

const unknown = 'x_conformance_unknown';

/** Not of the characters that a scope token may have. */
const malformed: readonly (readonly [slug: string, what: string, token: string])[] = [
  ['quote', 'a quote', 'x"conformance'],
  ['backslash', 'a backslash', 'x\\conformance'],
  ['control', 'a control character', 'x\u0001conformance'],
  ['non-ascii', 'a letter outside ASCII', 'x\u00e9conformance'],
];

/**
 * RFC 6749 §3.3: a scope that is asked for is granted, granted in part and said so, or refused (A21). What was granted
 * shows at the token endpoint.
 */
export const accessTokenScope: readonly Scenario[] = [
  {
    id: 'rfc6749/3.3/letter-case',
    title: 'takes a scope token in another letter case for another one',
    requires: ['RFC6749-3.3-a'],
    needs: ['confidential_client', 'scope'],
    act: (stage) => {
      const [token = '', ...rest] = stage.scopesOf('confidential');
      if (swapCase(token) === token) throw new Inapplicable('the scope has no letters');
      return withholds(stage, swapCase(token), [swapCase(token), ...rest].join(' '));
    },
  },
  {
    id: 'rfc6749/3.3/order',
    title: 'grants the same whatever the order of the scope tokens',
    requires: ['RFC6749-3.3-b'],
    needs: ['confidential_client', 'two_scopes'],
    act: (stage) => grantsTheSame(stage, set('scope', reversed)),
  },
  {
    id: 'rfc6749/3.3/spaces-encoded',
    title: 'grants the same when the spaces of the scope are sent as %20',
    requires: ['RFC6749-B-b'],
    needs: ['confidential_client', 'two_scopes'],
    act: (stage) => grantsTheSame(stage, spacesEncoded),
  },
  {
    id: 'rfc6749/3.3/repeated-token',
    title: 'accepts a scope token that stands there twice',
    requires: ['RFC6749-3.3-a'],
    needs: ['scope'],
    from: 'authorization request',
    change: set('scope', (scope) => `${scope} ${scope.split(' ')[0] ?? ''}`),
    expect: [preferably(deliversCode, redirectsError(['invalid_scope']))],
  },
  {
    id: 'rfc6749/3.3/missing',
    title: 'grants a default and names it when scope is missing, or answers invalid_scope',
    requires: ['RFC6749-3.3-f', 'RFC6749-4.1.1-d'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const outcome = await stage.authorize({ change: omit('scope') });
      const code = stage.codeOf(outcome);
      if (code === null) return stage.expect(outcome, redirectsError(['invalid_scope']));
      const answer = await stage.exchange(code);
      stage.tokensOf(answer);
      const scope = memberOf(answer.json, 'scope');
      stage.found('a `scope` that names the default', typeof scope === 'string' ? null : 'none');
    },
  },
  {
    id: 'rfc6749/3.3/unknown-beside-known',
    title: 'answers invalid_scope when one scope is unknown, or grants the others and names them',
    requires: ['RFC6749-4.1.2.1-m', 'RFC6749-3.3-d', 'RFC6749-3.3-e'],
    needs: ['confidential_client', 'scope'],
    act: (stage) => withholds(stage, unknown, [...stage.scopesOf('confidential'), unknown].join(' ')),
  },
  {
    id: 'rfc6749/3.3/unknown',
    title: 'answers invalid_scope when the scope is unknown, or grants something else and names it',
    requires: ['RFC6749-4.1.2.1-m', 'RFC6749-3.3-e'],
    needs: ['confidential_client'],
    act: (stage) => withholds(stage, unknown, unknown),
  },
  ...malformed.map(([slug, what, token]): Scenario => ({
    id: `rfc6749/3.3/malformed-${slug}`,
    title: `answers invalid_scope when a scope token has ${what}, or leaves it out and says so`,
    requires: ['RFC6749-4.1.2.1-m', 'RFC6749-4.1.2.1-q'],
    needs: ['confidential_client'],
    act: (stage) => withholds(stage, token, [...stage.scopesOf('confidential'), token].join(' ')),
  })),
];

async function withholds(stage: Stage, token: string, scope: string): Promise<void> {
  const outcome = await stage.authorize({ change: set('scope', scope) });
  const code = stage.codeOf(outcome);
  // Nothing is left to grant where the rest of the scope was ignored: a denial, though not the one that names the cause.
  const refusal = redirectsError(['invalid_scope'], { tolerated: ['invalid_request'] });
  const isError = valueOf(answerOf(outcome.landing), 'error') !== undefined;
  if (code === null || isError)
    return stage.expect(outcome, preferably(refusal, redirectsError(['access_denied'])));
  stage.expect(await stage.exchange(code), withholdsScope(token));
}

async function grantsTheSame(stage: Stage, change: Change): Promise<void> {
  const asked = stage.scopesOf('confidential').join(' ');
  const granted = (await stage.obtainTokens()).scope ?? asked;
  const outcome = await stage.authorize({ change });
  const code = stage.codeOf(outcome);
  if (code === null) return stage.expect(outcome, deliversCode);
  const exchanged = await stage.exchange(code);
  stage.expect(exchanged, issuesTokens);
  const grantedToo = statedScope(exchanged, asked);
  stage.found(`the scope \`${granted}\``, isSameScope(granted, grantedToo) ? null : grantedToo);
}

function reversed(scope: string): string {
  return scope.split(' ').reverse().join(' ');
}

const spacesEncoded = byHand('the spaces of scope as %20', (draft) => {
  const scope = draft.query.find(([name]) => name === 'scope')?.[1] ?? '';
  const separator = draft.url.includes('?') ? '&' : '?';
  return {
    ...draft,
    url: `${draft.url}${separator}scope=${encodeURIComponent(scope)}`,
    query: draft.query.filter(([name]) => name !== 'scope'),
  };
});
