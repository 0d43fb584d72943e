import type { Finding } from '../model/finding.ts';
import type { AuthorizationOutcome, HttpOutcome } from '../model/outcome.ts';
import type { Scenario } from '../model/scenario.ts';
import { changedRequest, sampleRequest } from './sample-request.ts';

type Probe = Exclude<Scenario, { act: unknown }>;

/**
 * What a conforming server answers, in the words of the expectations themselves: each is shown answers that fit
 * nothing, and says what it had expected instead.
 */
export function expectationWords(scenario: Probe): string[] {
  const outcomes =
    'authorize' === kindOf(scenario) ? authorizationOutcomes(scenario) : httpOutcomes(scenario);
  const tried = outcomes.map((outcome) =>
    scenario.expect.flatMap(({ check }) => {
      try {
        return [(check as (given: unknown) => Finding | readonly Finding[])(outcome)].flat();
      } catch {
        return [];
      }
    }),
  );
  return [...new Set(tried.flat().map(({ expected }) => expected))];
}

export function kindOf({ from }: Probe): 'authorize' | 'http' {
  return from.includes('authorization request') ? 'authorize' : 'http';
}

function authorizationOutcomes(scenario: Probe): AuthorizationOutcome[] {
  const redirect_uri = 'https://client.example/callback';
  const request = changedRequest(scenario) ?? sampleRequest(scenario.from);
  const rest = { request, redirect_uri, state: 'STATE', navigations: [], exchanges: [] };
  return [{ ...rest, landing: { at: 'nowhere', reason: 'nothing came' } }];
}

function httpOutcomes(scenario: Probe): HttpOutcome[] {
  const request = changedRequest(scenario) ?? sampleRequest(scenario.from);
  const { method, url } = request;
  const response = { status: 400, headers: [], body: '{}', isTruncated: false };
  const exchange = {
    request: { method, url, headers: [], body: '' },
    response,
    failure: null,
    milliseconds: 0,
  };
  return [{ request, exchange, response, json: {} }];
}
