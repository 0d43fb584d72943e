import { isRegistered, registersNoneWithoutRedirectUri } from '../../expect/registration.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { ClientMetadata, Stage } from '../../model/stage.ts';

type Kind = 'confidential' | 'public';

/**
 * RFC 6749 §3.1.2.2 where it applies itself: at registration. Public clients have to name a redirect URI, confidential
 * ones of the code grant ought to. The same registration with one succeeds first, so that nothing else is refused.
 */
export const registeringRedirectUris: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1.2.2/public-client-without-redirect-uri',
    title: 'registers no public client that names no redirect URI',
    requires: ['RFC6749-3.1.2.2-a', 'RFC6749-10.6-b'],
    needs: ['registration'],
    act: (stage) => registersNone(stage, 'public', ({ redirect_uris: _, ...rest }) => rest),
  },
  {
    id: 'rfc6749/3.1.2.2/public-client-with-empty-list',
    title: 'registers no public client whose list of redirect URIs is empty',
    requires: ['RFC6749-3.1.2.2-a', 'RFC6749-10.6-b'],
    needs: ['registration'],
    act: (stage) => registersNone(stage, 'public', (valid) => ({ ...valid, redirect_uris: [] })),
  },
  {
    id: 'rfc6749/3.1.2.2/confidential-client-without-redirect-uri',
    title: 'registers no confidential client that names no redirect URI',
    requires: ['RFC6749-3.1.2.2-b'],
    needs: ['registration'],
    act: (stage) => registersNone(stage, 'confidential', ({ redirect_uris: _, ...rest }) => rest),
  },
];

async function registersNone(stage: Stage, kind: Kind, edit: (valid: ClientMetadata) => object) {
  const valid = await stage.register(kind);
  stage.require(isRegistered(valid), `a ${kind} client with a redirect URI is not registered either`);
  stage.expect(await stage.register(kind, edit), registersNoneWithoutRedirectUri(kind));
}
