import { text } from 'node:stream/consumers';
import { listen, smallServer } from './small-server.fixture.ts';

interface Asked {
  redirect_uris: string[];
  token_endpoint_auth_method: string;
}

interface RegisteringServer {
  origin: string;
  /** By client_id; what was deleted is gone from it. */
  clients: Record<string, unknown>;
  /** How many were ever registered. */
  seen: () => number;
  close: () => void;
}

/**
 * The small server with registration (RFC 7591) of what it can serve, and its management (RFC 7592). Clients for which
 * `keeps` holds are never deleted.
 */
export async function registeringServer(
  keeps: (client_id: string) => boolean = () => false,
): Promise<RegisteringServer> {
  const clients: Record<string, { secret: string; redirect_uri: string }> = {};
  let next = 0;
  const small = smallServer({ clients });
  const register = ({ redirect_uris, token_endpoint_auth_method }: Asked) => {
    const [first = '', ...others] = redirect_uris;
    const isBeyondIt = others.length > 0 || first.includes('?') || token_endpoint_auth_method === 'none';
    if (isBeyondIt) return null;
    const client_id = `client-${(next += 1)}`;
    clients[client_id] = { secret: 'secret', redirect_uri: first };
    const registration_client_uri = `${origin}/register/${client_id}`;
    const answer = { client_id, client_secret: 'secret', redirect_uris, registration_client_uri };
    return { ...answer, registration_access_token: 'token' };
  };
  const { origin, close } = await listen((request, response) => {
    const [, place = '', id = ''] = (request.url ?? '').split('/');
    if (place !== 'register') return small(request, response);
    if (request.method === 'DELETE') {
      if (keeps(id)) return response.writeHead(403).end();
      delete clients[id];
      return response.writeHead(204).end();
    }
    void text(request).then((body) => {
      const answer = register(JSON.parse(body) as Asked);
      response.writeHead(answer === null ? 400 : 201).end(JSON.stringify(answer ?? { error: 'invalid' }));
    });
  });
  return { origin, clients, seen: () => next, close };
}
