import { operations } from '../../generated/operations.ts';
import { responseModes } from '../oauth/authorization-response.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** What a client may build on, RFC 8414 §2: the paths are the contract's. */
export async function getMetadata(
  _input: Input<'getMetadata'>,
  { issuer, scopes }: Deps,
): Promise<Output<'getMetadata'>> {
  const authentication = ['client_secret_basic', 'client_secret_post'];
  return {
    status: 200,
    json: {
      issuer,
      authorization_endpoint: issuer + operations.authorize.path,
      token_endpoint: issuer + operations.issueToken.path,
      registration_endpoint: issuer + operations.registerClient.path,
      revocation_endpoint: issuer + operations.revokeToken.path,
      introspection_endpoint: issuer + operations.introspectToken.path,
      scopes_supported: Object.keys(scopes),
      response_types_supported: ['code'],
      response_modes_supported: [...responseModes],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: [...authentication, 'none'],
      revocation_endpoint_auth_methods_supported: [...authentication, 'none'],
      introspection_endpoint_auth_methods_supported: authentication,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      service_documentation: `${issuer}/docs`,
    },
  };
}
