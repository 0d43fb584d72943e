import type { RegisteredClient } from './clients.ts';
import { json, withHeader, type Reply, type Request } from './message.ts';
import { draw } from './store.ts';
import type { Toy } from './toy.ts';

interface Asked {
  redirect_uris: readonly string[] | undefined;
  isPublic: boolean;
}

/** RFC 7591 §3: whoever asks gets a client, with its redirect URIs (RFC 6749 §3.1.2.2). */
export function register(toy: Toy, request: Request): Reply {
  const asked = readAsked(request.raw.body);
  if (request.method !== 'POST' || asked === undefined) return refuse('invalid_client_metadata');
  const redirect_uris = registrable(toy, asked);
  if (redirect_uris === undefined) return refuse('invalid_redirect_uri');
  const isPublic = asked.isPublic && !becomesConfidential(toy, asked);
  const client: RegisteredClient = {
    client_id: toy.faulty('gives-every-client-one-identifier') ? 'toy-everybody' : `toy-${draw()}`,
    client_secret: isPublic ? null : draw(),
    redirect_uris: redirect_uris as RegisteredClient['redirect_uris'],
    grants: ['authorization_code', 'refresh_token'],
  };
  toy.store.registered.set(client.client_id, client);
  return answer(toy, client);
}

function readAsked(body: string): Asked | undefined {
  try {
    const { redirect_uris, token_endpoint_auth_method } = JSON.parse(body) as Record<string, unknown>;
    const isList = Array.isArray(redirect_uris);
    return {
      redirect_uris: isList ? redirect_uris.filter((uri) => typeof uri === 'string') : undefined,
      isPublic: token_endpoint_auth_method === 'none',
    };
  } catch {
    return undefined;
  }
}

/** What is registered; undefined where the request is refused. */
function registrable(toy: Toy, { redirect_uris, isPublic }: Asked): readonly string[] | undefined {
  if (redirect_uris !== undefined && redirect_uris.length > 0) return redirect_uris;
  if (toy.varies('fills-in-redirect-uri')) return [`${toy.issuer}/nowhere`];
  if (isPublic && toy.varies('makes-clients-confidential')) return [];
  if (redirect_uris !== undefined && toy.faulty('takes-empty-list-of-redirect-uris')) return [];
  const isLax = isPublic
    ? 'registers-public-client-without-redirect-uri'
    : 'registers-confidential-client-without-redirect-uri';
  return toy.faulty(isLax) ? [] : undefined;
}

function becomesConfidential(toy: Toy, { redirect_uris = [] }: Asked): boolean {
  return redirect_uris.length === 0 && toy.varies('makes-clients-confidential');
}

function answer(toy: Toy, { client_id, client_secret, redirect_uris }: RegisteredClient): Reply {
  const secret = client_secret === null ? {} : { client_secret, client_secret_expires_at: 0 };
  const reply = json(201, { client_id, ...secret, redirect_uris });
  return toy.faulty('lets-registration-be-stored') ? withHeader(reply, 'cache-control', null) : reply;
}

function refuse(error: string): Reply {
  return json(400, { error });
}
