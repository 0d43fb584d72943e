import { json, type Reply } from './message.ts';
import { scopes, type Toy } from './toy.ts';

/** RFC 8414 §2: what the toy says of itself. */
export function metadata(toy: Toy): Reply {
  const { issuer } = toy;
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    introspection_endpoint: `${issuer}/introspect`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: scopes,
    code_challenge_methods_supported: toy.varies('plain-offered') ? ['S256', 'plain'] : ['S256'],
    authorization_response_iss_parameter_supported: !toy.varies('no-iss'),
  });
}
