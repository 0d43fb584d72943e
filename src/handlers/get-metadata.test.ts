import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { scopes } from '../../generated/scopes.ts';
import { testServer } from '../testing/server.ts';

const path = '/.well-known/oauth-authorization-server';

describe('the metadata, RFC 8414 §2', () => {
  const server = testServer();

  it('names the issuer, the endpoints and what they can do', async () => {
    const { body } = await supertest(server.url).get(path).expect(200);
    expect(body).toEqual({
      issuer: 'http://127.0.0.1',
      authorization_endpoint: 'http://127.0.0.1/oauth/authorize',
      token_endpoint: 'http://127.0.0.1/oauth/token',
      registration_endpoint: 'http://127.0.0.1/oauth/register',
      revocation_endpoint: 'http://127.0.0.1/oauth/revoke',
      introspection_endpoint: 'http://127.0.0.1/oauth/introspect',
      scopes_supported: [
        'profile',
        'event:read',
        'event:write',
        'tokens:read',
        'tokens:revoke',
        'applications:read',
        'applications:write',
      ],
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
      introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      service_documentation: 'http://127.0.0.1/docs',
    });
    expect(Object.keys(scopes)).toEqual(body.scopes_supported);
  });

  it('names endpoints that are there', async () => {
    const { body } = await supertest(server.url).get(path).expect(200);
    const endpoints = Object.entries(body as Record<string, unknown>).filter(([name]) =>
      name.endsWith('_endpoint'),
    );
    expect(endpoints).toHaveLength(5);
    for (const [name, endpoint] of endpoints) {
      const { status } = await supertest(server.url).post(new URL(String(endpoint)).pathname);
      expect([400, 401], name).toContain(status);
    }
  });

  it('is JSON that a cache may keep', async () => {
    const { headers } = await supertest(server.url).get(path).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
  });

  it('follows the issuer and not the Host of the request', async () => {
    const { body } = await supertest(server.url).get(path).set('Host', 'evil.example').expect(200);
    expect(body.issuer).toBe('http://127.0.0.1');
  });
});

describe('the metadata of a server with another issuer', () => {
  const server = testServer({ issuer: 'https://login.example' });

  it('begins each address with it', async () => {
    const { body } = await supertest(server.url).get(path).expect(200);
    expect(body).toMatchObject({
      issuer: 'https://login.example',
      token_endpoint: 'https://login.example/oauth/token',
      service_documentation: 'https://login.example/docs',
    });
  });
});
