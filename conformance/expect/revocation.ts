import type { Finding } from '../model/finding.ts';
import type { Target } from '../target/target.ts';
import { judge } from './finding.ts';

/** RFC 6749 §4.1.2: the token is withdrawn. Not asked where the resource reads the token without asking anyone (A17). */
export function revocationFinding(target: Target, access_token: string, isAlive: boolean): Finding {
  const isReadOffline = target.introspection_endpoint === null && isSelfContained(access_token);
  return judge(
    'an access token that is no longer alive',
    !isAlive || isReadOffline,
    'it is still alive',
    'advice',
  );
}

/** A signed JWT: three parts of which the first is a JSON object. */
function isSelfContained(token: string): boolean {
  const [header = '', ...rest] = token.split('.');
  return rest.length === 2 && Buffer.from(header, 'base64url').toString('utf8').startsWith('{');
}
