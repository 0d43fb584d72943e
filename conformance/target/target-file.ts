import { stringify } from 'yaml';
import { defaultRedirectUri, methodsOf, scopesOf } from './complete-target.ts';
import type { Metadata } from './discover.ts';

/** A target file to begin with: what the metadata says, and `${NAME}` where a secret goes. */
export function targetFileFor(
  issuer: string,
  metadata: Metadata | null,
  { isInsecure }: { isInsecure: boolean },
): string {
  const registers = (metadata?.registration_endpoint ?? null) !== null;
  const blocks = [
    '# The server under test. Everything that may stand here: target.schema.json.',
    yaml({ issuer: metadata?.issuer ?? issuer }),
    metadata === null ? endpointsToFill(issuer) : '# The endpoints come from the metadata of the server.',
    ownerBlock,
    registers
      ? `# Clients are registered for the run and deleted afterwards. To use your own:\n${commented(clientsBlock)}`
      : clientsBlock,
    scopesBlock(scopesOf({}, { metadata })),
    yaml({ client_authentication: methodsOf({ metadata }) }),
    resourceBlock,
    ...(isInsecure ? [yaml({ verify_certificates: false })] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function endpointsToFill(issuer: string): string {
  return [
    '# No metadata was found: these paths are a guess.',
    yaml({ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }),
  ].join('\n');
}

const ownerBlock = `# Who signs in and consents. The pages are read as a person would; see owner.driver where that fails.
owner:
  username: \${CONFORMANCE_USER}
  password: \${CONFORMANCE_PASSWORD}`;

const clientsBlock = `clients:
  confidential:
    client_id: conformance
    client_secret: \${CONFORMANCE_SECRET}
    redirect_uris: [${defaultRedirectUri}] # never opened; register it all the same
  second:
    client_id: conformance-second
    client_secret: \${CONFORMANCE_SECOND_SECRET}
    redirect_uris: [${defaultRedirectUri}]
  public:
    client_id: conformance-public
    redirect_uris: [${defaultRedirectUri}]`;

function scopesBlock(scopes: readonly string[]): string {
  if (scopes.length > 0) return `# What valid requests ask for.\n${yaml({ scopes })}`;
  return '# What valid requests ask for; two or more make more scenarios possible.\n# scopes: [profile, email]';
}

const resourceBlock = `# Tells whether a token is alive, and is judged by RFC 6750.
# resource:
#   url: https://api.example.com/me
#   scope: profile`;

function yaml(value: object): string {
  return stringify(value, { flowCollectionPadding: false, collectionStyle: 'any' }).trimEnd();
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}
