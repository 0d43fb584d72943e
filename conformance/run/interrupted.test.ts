import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { listen, smallServer } from '../doctor/small-server.fixture.ts';
import type { Check } from '../model/report.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { performRun, type PerformOptions } from './perform-run.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

interface Asked {
  redirect_uris: string[];
  token_endpoint_auth_method: string;
}

/** The small server with registration (RFC 7591) of what it can serve, and its management (RFC 7592). */
async function serve(): Promise<{ origin: string; clients: Record<string, unknown>; seen: () => number }> {
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
      delete clients[id];
      return response.writeHead(204).end();
    }
    void text(request).then((body) => {
      const answer = register(JSON.parse(body) as Asked);
      response.writeHead(answer === null ? 400 : 201).end(JSON.stringify(answer ?? { error: 'invalid' }));
    });
  });
  opened.push(close);
  return { origin, clients, seen: () => next };
}

async function play(origin: string, options: PerformOptions) {
  return await performRun(
    {
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      registration_endpoint: `${origin}/register`,
      client_authentication: ['basic'],
      pkce: { supported: false },
      owner: { username: 'alice', password: 'wonderland' },
      timeout: 1000,
    },
    catalogue,
    { selection: ['4.1.3'], ...options },
  );
}

describe('a run that is interrupted', () => {
  test('deletes what it registered, and reports what it knows', async () => {
    const { origin, clients, seen } = await serve();
    const interrupt = new AbortController();
    let played = 0;
    const onResult = () => ((played += 1), played === 5 && interrupt.abort());
    const report = await play(origin, { signal: interrupt.signal, onResult });
    expect(played).toBeGreaterThan(5);
    expect(report.setup.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(seen()).toBeGreaterThan(0);
    expect(clients).toEqual({});
    expect(report.exit).toBe(3);
    const cut = report.results.filter(({ reason }) => reason === 'the run was interrupted');
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.every(({ verdict }) => verdict === 'blocked')).toBe(true);
    expect(report.results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(1);
  });

  test('during the examination, deletes too, and blames nobody', async () => {
    const { origin, clients, seen } = await serve();
    const interrupt = new AbortController();
    const onCheck = ({ id }: Check) => id === 'client' && interrupt.abort();
    const report = await play(origin, { signal: interrupt.signal, onCheck });
    expect(seen()).toBeGreaterThan(0);
    expect(clients).toEqual({});
    expect(report.exit).toBe(3);
    expect(report.setup.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(report.totals.blocked).toBe(report.results.filter(({ verdict }) => verdict !== 'skip').length);
    expect(report.results.length).toBeGreaterThan(20);
  });
});
