import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { DialectName } from '../dialects/dialect.ts';
import { DEMO_CALLBACK, dialectLines } from './sandbox-dialects.ts';
import { DEMO_ADMINISTRATOR, DEMO_CLIENT, DEMO_LOOPBACK, DEMO_PUBLIC_CLIENT, DEMO_USER } from './sandbox.ts';

export interface Sandbox {
  issuer: string;
  database: string;
  codeLifetime: number;
  dialects: readonly DialectName[];
  /** Protects nothing here, but shows where a client puts one. */
  state: string;
}

/** The address that starts the flow. Its answer is a page with the code, as nothing listens on a callback yet. */
export function authorizationUrl({ issuer, state }: Sandbox): string {
  const scope = 'profile+event%3Awrite';
  const { client_id } = DEMO_CLIENT;
  return `${issuer}/oauth/authorize?response_type=code&client_id=${client_id}&redirect_uri=${outOfBandUri}&scope=${scope}&state=${state}`;
}

/** What a person needs for the whole flow, in the order in which it is needed, each command ready to be copied. */
export function sandboxGuide(sandbox: Sandbox): string {
  const { issuer, database, codeLifetime } = sandbox;
  const { client_id, client_secret } = DEMO_CLIENT;
  return `
Codegrant sandbox, listening on ${issuer}
For this machine only: the passwords below are published.

1. Open this address in a browser and sign in as ${DEMO_USER.username} with the password ${DEMO_USER.password}:

   ${authorizationUrl(sandbox)}

2. Allow it, copy the code from the page, and exchange it within ${codeLifetime} seconds:

   CODE='paste the code here'

   curl -u ${client_id}:${client_secret} ${issuer}/oauth/token \\
     -d grant_type=authorization_code \\
     -d redirect_uri=${outOfBandUri} \\
     -d "code=$CODE"

3. Use the access token of the answer:

   TOKEN='paste the access_token here'

   curl -H "Authorization: Bearer $TOKEN" ${issuer}/api/me

Docs      ${issuer}/docs
Pages     ${issuer}/oauth/applications: your applications, or everybody's
          as the administrator ${DEMO_ADMINISTRATOR.username}, password ${DEMO_ADMINISTRATOR.password}
Clients   ${client_id}, secret ${client_secret}: the page above, or ${DEMO_CALLBACK}
          ${DEMO_PUBLIC_CLIENT.client_id}, no secret, PKCE required: ${DEMO_LOOPBACK}, any port
Database  ${database}; delete the file to start afresh
${dialectLines(sandbox)}
Stop with Ctrl-C.
`;
}
