import type { Target } from '../../target/target.ts';
import { clients } from './clients.ts';
import { owner } from './owner-session.ts';
import type { RunningToy } from './server.ts';
import { scopes } from './toy.ts';

type RoleSettings = Target['clients'];

/** The toy as the suite is told of it. */
export function targetOf({ issuer, caFile }: Pick<RunningToy, 'issuer' | 'caFile'>): Target {
  const roles = Object.entries(clients).map(([role, { client_id, client_secret, redirect_uris }]) => [
    role,
    { client_id, client_secret, redirect_uris, scopes: null },
  ]);
  return {
    name: 'toy',
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: null,
    clients: Object.fromEntries(roles) as RoleSettings,
    client_authentication: ['basic', 'post'],
    scopes,
    pkce: { supported: true, required: false, plain: false },
    refresh_tokens: true,
    post_authorization: true,
    metadata_url: `${issuer}/.well-known/oauth-authorization-server`,
    registration: { url: `${issuer}/register`, token: null },
    owner: { ...owner, driver: 'form', signs_in: true, can_deny: true, headers: {}, command: [], recipe: {} },
    resource: { url: `${issuer}/me`, method: 'GET', scope: 'profile', form_body: true },
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
    timeout: 5000,
    concurrency: 8,
    rate: null,
    verify_certificates: true,
    ca_file: caFile,
  };
}
