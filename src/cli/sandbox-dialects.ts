import { operations, type OperationId } from '../../generated/operations.ts';
import type { DialectName } from '../dialects/dialect.ts';
import { dialects } from '../dialects/enabled.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { Client } from '../oauth/ports.ts';
import { secrets } from '../secrets/secrets.ts';

export const DEMO_CALLBACK = 'http://127.0.0.1:8080/callback';

interface Demonstration {
  redirect_uris: readonly [string, ...string[]];
  /** Where its document begins. */
  first: OperationId;
}

const demonstrations: Readonly<Record<DialectName, Demonstration>> = {
  gancio: { redirect_uris: [DEMO_CALLBACK, outOfBandUri], first: 'gancioRegister' },
  ghost: { redirect_uris: [DEMO_CALLBACK], first: 'ghostAuthorize' },
  gitshare: { redirect_uris: [DEMO_CALLBACK, outOfBandUri], first: 'gitshareAuthorize' },
  gocd: { redirect_uris: ['http://www.my_redirect_uri.com', DEMO_CALLBACK], first: 'authorize' },
  metamaps: { redirect_uris: [outOfBandUri, DEMO_CALLBACK], first: 'authorize' },
};

const idOf = (name: DialectName): string => `${name}-demo`;
const secretOf = (name: DialectName): string => `${name}-secret`;

/** What the demonstration client of a dialect has of its own. */
export function dialectClient(
  name: DialectName,
): Pick<Client, 'client_id' | 'client_name' | 'client_secret_hash' | 'redirect_uris'> {
  return {
    client_id: idOf(name),
    client_name: `Demo client for ${dialects[name].title}`,
    client_secret_hash: secrets.hash(secretOf(name)),
    redirect_uris: demonstrations[name].redirect_uris,
  };
}

/** For each dialect its client, where its document begins, and the page that goes on from there. */
export function dialectLines({
  issuer,
  dialects: names,
}: {
  issuer: string;
  dialects: readonly DialectName[];
}): string {
  return names.map((name) => linesFor(name, issuer)).join('');
}

function linesFor(name: DialectName, issuer: string): string {
  const { redirect_uris, first } = demonstrations[name];
  const { method } = operations[first];
  const path = operations[first].path + (dialects[name].trailing_slash ? '/' : '');
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: idOf(name),
    redirect_uri: redirect_uris[0],
  });
  const start = method === 'get' ? `open ${issuer}${path}?${request.toString()}` : `POST ${issuer}${path}`;
  return `
${dialects[name].title.padEnd(9)} ${idOf(name)}, secret ${secretOf(name)}: ${redirect_uris.join(' or ')}
          Begin: ${start}
          The rest: docs/dialects/${name}.md
`;
}
