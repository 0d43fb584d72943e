import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { Transport } from '../agents/transport.ts';
import { completeTarget } from './complete-target.ts';
import { discover, wellKnownUrls } from './discover.ts';
import { deleteClients, registerClient, type RegistrationRequest } from './register.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

async function start(listener: RequestListener): Promise<{ origin: string; transport: Transport }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = new Transport({ timeout: 1000, concurrency: 2, rate: null, verify_certificates: true });
  opened.push(() => (transport.close(), server.close()));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, transport };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

describe('discovery', () => {
  test('asks between origin and path first, as RFC 8414 §3.1 has it', () => {
    expect(wellKnownUrls('https://id.example/realm')).toEqual([
      'https://id.example/.well-known/oauth-authorization-server/realm',
      'https://id.example/realm/.well-known/openid-configuration',
      'https://id.example/realm/.well-known/oauth-authorization-server',
      'https://id.example/.well-known/openid-configuration/realm',
    ]);
  });

  test('takes an OpenID configuration where there is nothing else, and says so', async () => {
    const { origin, transport } = await start((request, response) => {
      if (request.url !== '/.well-known/openid-configuration') return void response.writeHead(404).end();
      const scopes_supported = ['openid', 'profile', 7];
      response.end(JSON.stringify({ issuer: 'http://a', token_endpoint: 'http://a/t', scopes_supported }));
    });
    const found = await discover(origin, transport);
    expect(found).toMatchObject({ isOAuth: false, metadata: { token_endpoint: 'http://a/t' } });
    expect(completeTarget({ issuer: origin }, found, []).scopes).toEqual(['profile']);
  });

  test.each(['[]', 'null', '{}', '<html>', '{"issuer":7}'])('takes %s for no metadata', async (body) => {
    const { origin, transport } = await start((_request, response) => void response.end(body));
    expect((await discover(origin, transport)).metadata).toBeNull();
  });
});

describe('registration', () => {
  const asked = (endpoint: string): RegistrationRequest => ({
    endpoint,
    token: 'initial',
    redirect_uri: 'https://client.example/callback',
    scopes: ['read'],
    method: 'post',
  });

  test('asks for what the role needs, adopts the answer, and deletes the client again', async () => {
    const seen: string[] = [];
    const { origin, transport } = await start((request, response) => {
      void textOf(request).then((body) => {
        seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
        if (request.method === 'DELETE') return void response.writeHead(204).end();
        const answer = { ...JSON.parse(body), client_id: 'c', client_secret: 's', scope: 'other' };
        const management = { registration_client_uri: `${origin}/c`, registration_access_token: 'manage' };
        response.writeHead(201).end(JSON.stringify({ ...answer, ...management }));
      });
    });
    const client = await registerClient('several_redirects', asked(`${origin}/register`), transport);
    expect(client).toEqual({
      role: 'several_redirects',
      client_id: 'c',
      client: {
        client_id: 'c',
        client_secret: 's',
        redirect_uris: ['https://client.example/callback', 'https://client.example/other'],
        scopes: ['other'],
      },
      management: { url: `${origin}/c`, token: 'manage' },
    });
    expect(await deleteClients([client], transport)).toEqual([]);
    expect(seen).toEqual(['POST /register Bearer initial', 'DELETE /c Bearer manage']);
  });

  test.each<[string, 'confidential' | 'public' | 'no_code_grant', number, object | string, string]>([
    [
      'a refusal',
      'confidential',
      400,
      { error: 'invalid_client_metadata' },
      'status 400, invalid_client_metadata',
    ],
    ['an answer that is no JSON', 'confidential', 201, 'fine', 'the answer has no client_id'],
    ['no secret', 'confidential', 201, { client_id: 'c' }, 'the server gave no secret'],
    [
      'a secret for a public client',
      'public',
      201,
      { client_id: 'c', client_secret: 's' },
      'the server gave a secret all the same',
    ],
    [
      'a grant that was not asked for',
      'no_code_grant',
      201,
      { client_id: 'c', client_secret: 's', grant_types: ['authorization_code'] },
      'the server allows it authorization_code all the same',
    ],
  ])('leaves the role empty after %s', async (_what, role, status, body, problem) => {
    const { origin, transport } = await start((_request, response) => {
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    const client_id = typeof body === 'object' && 'client_id' in body ? 'c' : null;
    const nobody = { role, problem, client_id, management: null };
    expect(await registerClient(role, asked(origin), transport)).toEqual(nobody);
  });
});
