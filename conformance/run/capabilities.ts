import { capabilities, type Capability } from '../model/capability.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Target } from '../target/target.ts';

/** What the target has; each question is answered by its settings alone. */
const has: Readonly<Record<Capability, (target: Target) => boolean>> = {
  confidential_client: ({ clients }) => clients.confidential !== undefined,
  second_client: ({ clients }) => clients.second !== undefined,
  public_client: ({ clients }) => clients.public !== undefined,
  second_public_client: ({ clients }) => clients.second_public !== undefined,
  single_redirect_client: ({ clients }) => clients.confidential?.redirect_uris.length === 1,
  several_redirects_client: ({ clients }) => (clients.several_redirects?.redirect_uris.length ?? 0) > 1,
  query_redirect_client: ({ clients }) => clients.query_redirect?.redirect_uris[0].includes('?') ?? false,
  no_code_grant_client: ({ clients }) => clients.no_code_grant !== undefined,
  no_refresh_grant_client: ({ clients }) => clients.no_refresh_grant !== undefined,
  basic: ({ client_authentication }) => client_authentication.includes('basic'),
  post: ({ client_authentication }) => client_authentication.includes('post'),
  denial: ({ owner }) => owner.can_deny,
  sign_in: ({ owner }) => owner.signs_in,
  refresh_tokens: ({ refresh_tokens }) => refresh_tokens,
  two_scopes: ({ scopes }) => scopes.length > 1,
  scope: ({ scopes }) => scopes.length > 0,
  pkce: ({ pkce }) => pkce.supported,
  pkce_plain: ({ pkce }) => pkce.supported && pkce.plain,
  pkce_optional: ({ pkce }) => !pkce.required,
  liveness: ({ introspection_endpoint, resource }) => introspection_endpoint !== null || resource !== null,
  resource: ({ resource }) => resource !== null,
  resource_form_token: ({ resource }) => resource?.form_body ?? false,
  resource_scope: ({ resource }) => resource?.scope !== null && resource !== null,
  post_authorization: ({ post_authorization }) => post_authorization,
  metadata: ({ metadata_url }) => metadata_url !== null,
  registration: ({ registration }) => registration !== null,
  tls: ({ authorization_endpoint, token_endpoint }) =>
    [authorization_endpoint, token_endpoint].some((endpoint) => endpoint.startsWith('https:')),
};

/** Why the scenario cannot be played on this target; null where it can. */
export function missingCapability(scenario: Scenario, target: Target): string | null {
  const needs = [...(scenario.needs ?? []), ...implied(scenario)];
  const missing = needs.find((capability) => !has[capability](target));
  return missing === undefined ? null : capabilities[missing];
}

/** What the base of a scenario needs by itself. */
function implied(scenario: Scenario): Capability[] {
  if ('act' in scenario) return [];
  if ('client' in scenario && scenario.client !== undefined) {
    const byOwner: Capability[] = scenario.from === 'authorization request, denied' ? ['denial'] : [];
    return [`${scenario.client}_client`, ...byOwner];
  }
  const byBase: Partial<Record<typeof scenario.from, Capability[]>> = {
    'public authorization request': ['public_client'],
    'public access token request': ['public_client'],
    'authorization request, denied': ['confidential_client', 'denial'],
    'access token request, Basic': ['confidential_client', 'basic'],
    'access token request, credentials in the body': ['confidential_client', 'post'],
    'refresh request': ['confidential_client', 'refresh_tokens'],
    'resource request': ['confidential_client', 'resource'],
  };
  return byBase[scenario.from] ?? ['confidential_client'];
}
