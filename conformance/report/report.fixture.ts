import type { Result } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Target } from '../target/target.ts';
import { canaries } from './canaries.fixture.ts';
import { countOf } from './summary.ts';

/** A target for tests: everything configured, nothing of it there. */
export function targetOf(base: string): Target {
  return {
    ...settings,
    issuer: base,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
  };
}

const settings: Omit<Target, 'issuer' | 'authorization_endpoint' | 'token_endpoint'> = {
  name: 'a server of the tests',
  introspection_endpoint: null,
  revocation_endpoint: null,
  clients: {
    confidential: {
      client_id: 'app',
      client_secret: canaries.secret,
      redirect_uris: ['https://app.example/callback'],
      scopes: null,
    },
  },
  client_authentication: ['basic'],
  scopes: ['profile'],
  pkce: { supported: true, required: false, plain: false },
  refresh_tokens: true,
  post_authorization: false,
  metadata_url: null,
  registration: null,
  owner: {
    username: 'alice',
    password: canaries.password,
    driver: 'form',
    signs_in: true,
    can_deny: true,
    headers: {},
    command: [],
    recipe: {},
  },
  resource: null,
  authorization_parameters: {},
  token_parameters: {},
  quirks: {
    fragment_response: false,
    no_grant_type: false,
    grant_type: null,
    token_parameters_in_url: false,
    token_scheme: null,
  },
  waivers: [],
  timeout: 2000,
  concurrency: 2,
  rate: null,
  verify_certificates: true,
  ca_file: null,
};

export function resultOf(some: Partial<Result>): Result {
  return {
    id: 'rfc6749/5.1/example',
    title: 'answers as an example',
    verdict: 'pass',
    level: 'MUST',
    requirements: ['RFC6749-5.1-a'],
    findings: [],
    reason: null,
    exchanges: [],
    milliseconds: 1.5,
    ...some,
  };
}

/** A report with these results; `told` stands wherever a report quotes the target or its settings. */
export function reportOf(base: string, results: readonly Result[], told = 'nothing'): Report {
  return {
    header: {
      tool: 'codegrant-conformance',
      version: '0.0.0',
      target: {
        name: `a server; ${told}`,
        issuer: base,
        authorization_endpoint: `${base}/authorize?password=${encodeURIComponent(canaries.password)}`,
        token_endpoint: `${base}/token`,
        quirks: [told],
      },
      profile: 'rfc6749',
      started: '2026-01-02T03:04:05.000Z',
      options: { strict: false, selection: [], seed: 1, concurrency: 2, rate: null, timeout: 2000 },
    },
    setup: [{ id: 'sign-in', title: 'the password is right', state: 'failed', detail: told, fix: told }],
    results,
    totals: countOf(results),
    waivers: [{ scenario: 'rfc6749/5.1/gone', verdict: 'fail', reason: told, link: told, state: 'stale' }],
    left_clients: [told],
    requests: 7,
    milliseconds: 1234.5,
    exit: 1,
  };
}
