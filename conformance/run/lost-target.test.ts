import { expect, test } from 'vitest';
import { listen, smallServer } from '../doctor/small-server.fixture.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { performRun } from './perform-run.ts';

test('a server that dies in the middle of a run blocks the rest, and the run ends', async () => {
  const small = smallServer();
  let answered = 0;
  const { origin, close } = await listen((request, response) => {
    answered += 1;
    if (answered > 90) request.socket.destroy();
    else small(request, response);
  });
  const client = (id: string) => ({ client_id: id, client_secret: `secret-${id}` });
  const report = await performRun(
    {
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      clients: { confidential: client('one'), second: client('two') },
      client_authentication: ['basic'],
      pkce: { supported: false },
      owner: { username: 'alice', password: 'wonderland' },
      timeout: 500,
    },
    catalogue,
    { selection: ['4.1.3'] },
  );
  close();
  const lost = report.results.filter(({ reason }) => reason === 'the server stopped answering');
  expect(report.setup.every(({ state }) => state !== 'failed')).toBe(true);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.every(({ verdict }) => verdict === 'blocked')).toBe(true);
  expect(report.totals.blocked).toBeGreaterThan(5);
  expect([1, 3]).toContain(report.exit);
}, 20_000);
