import { afterEach, describe, expect, test } from 'vitest';
import { registeringServer } from '../doctor/registering-server.fixture.ts';
import type { Check } from '../model/report.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { performRun, type PerformOptions } from './perform-run.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

async function serve() {
  const server = await registeringServer();
  opened.push(server.close);
  return server;
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
