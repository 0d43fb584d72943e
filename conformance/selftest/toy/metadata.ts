import type { FaultName } from '../faults.ts';
import type { VariantName } from '../variants.ts';
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
    registration_endpoint: `${issuer}/register`,
    response_types_supported: ['code', ...namesOf(toy, responseTypes)],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token', ...namesOf(toy, grantTypes)],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: scopes,
    code_challenge_methods_supported: toy.varies('plain-offered') ? ['S256', 'plain'] : ['S256'],
    authorization_response_iss_parameter_supported: !toy.varies('no-iss'),
  });
}

/** Table of data: what a toy announces beside the code grant. */
const responseTypes: Announced = {
  'announces-extensions': ['code id_token', 'none'],
  'announces-response-type-with-hyphen': ['code id-token'],
};

const grantTypes: Announced = {
  'announces-extensions': ['urn:ietf:params:oauth:grant-type:device_code', 'https://grants.example/shared'],
  'announces-grant-by-bare-word': ['device_code'],
};

type Announced = Partial<Record<FaultName | VariantName, readonly string[]>>;

function namesOf(toy: Toy, announced: Announced): string[] {
  return Object.entries(announced).flatMap(([name, values]) =>
    toy.faulty(name as FaultName) || toy.varies(name as VariantName) ? values : [],
  );
}
