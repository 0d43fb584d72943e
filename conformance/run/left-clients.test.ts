import { afterEach, describe, expect, test } from 'vitest';
import { registeringServer } from '../doctor/registering-server.fixture.ts';
import { backgroundOf } from '../report/background.ts';
import { terminalReport } from '../report/terminal.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { performRun } from './perform-run.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

async function play(keeps?: (client_id: string) => boolean) {
  const { origin, clients, close } = await registeringServer(keeps);
  opened.push(close);
  const settings = {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    registration_endpoint: `${origin}/register`,
    client_authentication: ['basic' as const],
    pkce: { supported: false },
    owner: { username: 'alice', password: 'wonderland' },
    timeout: 1000,
  };
  const report = await performRun(settings, catalogue, { selection: ['5.1'] });
  return { report, clients: Object.keys(clients).sort() };
}

describe('clients that were registered for a run', () => {
  test('are not told of where they were deleted', async () => {
    const { report, clients } = await play();
    expect(clients).toEqual([]);
    expect(report.left_clients).toEqual([]);
    expect(screen(report)).not.toContain('left at the server');
  });

  test('are named where the server keeps them, those of scenarios too', async () => {
    const { report, clients } = await play(() => true);
    expect(clients.length).toBeGreaterThan(1);
    expect([...report.left_clients].sort()).toEqual(clients);
    expect(screen(report)).toContain(`! left at the server: ${clients.length} clients\n  Seen      client-`);
  });

  test('are named alone where the server keeps one of them', async () => {
    const { report, clients } = await play((client_id) => client_id === 'client-1');
    expect(clients).toEqual(['client-1']);
    expect(report.left_clients).toEqual(['client-1']);
    expect(screen(report)).toContain('! left at the server: 1 client\n  Seen      client-1\n');
  });
});

function screen(report: Awaited<ReturnType<typeof performRun>>): string {
  return terminalReport(report, backgroundOf([], new Map()), { columns: 100, colours: false });
}
