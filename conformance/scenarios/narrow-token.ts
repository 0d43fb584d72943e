import { set } from '../model/change.ts';
import type { Stage } from '../model/stage.ts';

/** An access token without the scope that the resource demands. */
export async function obtainNarrowToken(stage: Stage): Promise<string> {
  const demanded = stage.target.resource?.scope ?? '';
  const other = stage.scopesOf('confidential').find((scope) => scope !== demanded) ?? '';
  const { access_token, scope = other } = await stage.obtainTokens({ change: set('scope', other) });
  stage.require(!scope.split(' ').includes(demanded), 'the token was granted the scope nonetheless');
  return access_token;
}
