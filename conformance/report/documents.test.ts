import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classify } from '../cli/coverage.ts';
import { readLedger } from '../requirements/ledger.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { reasonFor } from './coverage-page.ts';
import { unshown } from './unshown.ts';

/** The test classes of OAuch about the authorization endpoint, the token endpoint, PKCE, tokens and races of this grant. */
const testsOfOthers =
  'AccessTokenEntropyMinReq AccessTokenEntropySugReq AuthorizationCodeEntropyMinReq AuthorizationCodeEntropySugReq AuthorizationCodeTimeout AutomaticRedirectInvalidResponseType AutomaticRedirectInvalidScope ClientSecretEntropyMinReq ClientSecretEntropySugReq CodeFlowSupported CodePollution FragmentFix HasCacheControlHeader HasContentSecurityPolicy HasFragment HasFrameOptions HasPragmaHeader HashedPkceDisabled InvalidRedirect InvalidatedRefreshToken IsAuthInUriAllowed IsBasicAuthenticationSupported IsClientAuthenticationRequired IsClientIdRequired IsCodeBoundToClient IsGetSupported IsPkceDowngradeDetected IsPkceImplemented IsPkcePlainDowngradeDetected IsPkceRequired IsPkceTokenDowngradeDetected IsRefreshAuthenticationRequired IsRefreshBoundToClient IsResponseTypeChecked MultiFastACExchange MultiFastRefresh MultipleCodeExchanges PlainPkce PlainPkceDisabled RedirectUriChecked RedirectUriConfusion RedirectUriFullyMatched RedirectUriPathMatched ReferrerPolicyEnforced RefreshTokenEntropyMinReq RefreshTokenEntropySugReq RefreshTokenRevokedAfterUse RefreshTokenValidAfterMultiExchange RequireUserConsent SameParameterTwiceDisallowed SameParameterTwiceDisallowed ShortVerifier SingleFastACExchange SingleFastRefresh StatePresent SupportsPostAuthorizationRequests TokenTimeout TokenValidAfterMultiExchange UnrecognizedParameterAllowed UnrecognizedParameterAllowed UsesTokenRotation';

const ledger = readLedger();
const shown = new Set(catalogue.flatMap(({ requires }) => requires));
const read = (name: string) =>
  readFileSync(new URL(`../../docs/conformance/${name}`, import.meta.url), 'utf8');

describe('the page of requirements', () => {
  test('has a scenario or a reason for every requirement', () => {
    const silent = [...ledger.values()].filter((entry) => reasonFor(entry, shown) === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('has no reason for a requirement that a scenario shows, or that does not exist', () => {
    const stale = Object.keys(unshown).filter((id) => {
      const requirement = ledger.get(id);
      return requirement === undefined || classify(requirement, shown) !== 'open';
    });
    expect(stale).toEqual([]);
  });
});

test('every scenario that is named beside the tests of others exists', () => {
  const named = [...read('prior-art.md').matchAll(/`((?:rfc\d+)\/[^`\s]+)`/g)].map(([, id = '']) => id);
  const missing = named.filter((id) => {
    const pattern = new RegExp(`^${id.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
    return !catalogue.some((scenario) => pattern.test(scenario.id));
  });
  expect(named.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test('all 61 tests of others about the code grant are there, each once', () => {
  const rows = [...read('prior-art.md').matchAll(/^\| \d+ +\| ([^|]+)/gm)].map(([, cell = '']) => cell);
  const named = rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual(testsOfOthers.split(/\s+/));
});

test('all 22 groups of the tests of others are there', () => {
  const rows = [...read('prior-art.md').matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
  expect(rows).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
});

test('every ambiguity that widens a verdict of the default profile is explained, with a section', () => {
  const page = read('interpretations.md');
  const widening = [...readLedger(['rfc6749', 'rfc6750', 'rfc7636']).values()].flatMap(
    ({ ambiguity }) => ambiguity ?? [],
  );
  const explained = [...page.matchAll(/^### (A\d\d) .*\n\n((?:(?!^#)[^\n]*\n)+)/gm)];
  const complete = explained.filter(([, , text = '']) => /RFC \d+ §/.test(text) && /\*\*Here\*\*/.test(text));
  expect([...new Set(widening)].filter((id) => !complete.some(([, one]) => one === id))).toEqual([]);
});
