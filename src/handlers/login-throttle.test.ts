import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../testing/authorization-answer.ts';
import { aUser } from '../testing/records.ts';
import { password, testServer } from '../testing/server.ts';
import { signIn } from '../testing/sign-in.ts';

const limits = { throttle: { attempts: 3, seconds: 900 } };

describe('attempts to sign in, RFC 6749 §10.10', () => {
  const server = testServer(limits);
  const address = 'address 127.0.0.1';
  beforeEach(async () => {
    await server.store.throttle.reset(address);
    await server.store.throttle.reset('user ada');
  });
  const attempt = (username: string, typed = 'wrong') =>
    signIn(supertest.agent(server.url), { username, password: typed });

  it('on one user name are refused after the limit, with the time to wait', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect((await attempt('ada')).status).toBe(200);
      await server.store.throttle.reset(address);
    }
    const answer = await attempt('ada');
    expect(answer.status).toBe(429);
    const wait = Number(answer.headers['retry-after']);
    expect(wait).toBeGreaterThan(890);
    expect(wait).toBeLessThanOrEqual(900);
    expect(textOf(answer.text)).toContain('There were too many attempts to sign in.');
  });

  it('are refused even with the right password then, and in any letter case', async () => {
    for (let count = 0; count < 3; count += 1) await attempt('ada');
    await server.store.throttle.reset(address);
    const answers = [await attempt('ada', password), await attempt('ADA', password)];
    expect(answers.map(({ status }) => status)).toEqual([429, 429]);
  });

  it('on a name that nobody has are refused as on one that somebody has', async () => {
    for (let count = 0; count < 3; count += 1) await attempt('nobody');
    await server.store.throttle.reset(address);
    expect((await attempt('nobody')).status).toBe(429);
  });

  it('from one address are refused after the limit, whatever the names', async () => {
    const answers = [];
    for (const name of ['a', 'b', 'c', 'd']) answers.push((await attempt(name)).status);
    expect(answers).toEqual([200, 200, 200, 429]);
    expect((await attempt('ada', password)).status).toBe(429);
  });

  it('from one address are not forgiven for a success in between', async () => {
    await server.store.users.add(aUser({ username: 'eve', password_hash: server.cast.owner.password_hash }));
    const answers = [];
    for (const name of ['e', 'f']) answers.push((await attempt(name)).status);
    answers.push((await attempt('eve', password)).status);
    for (const name of ['g', 'h']) answers.push((await attempt(name)).status);
    expect(answers).toEqual([200, 200, 303, 200, 429]);
  });

  it('on one user name are forgiven once one succeeds', async () => {
    for (let round = 0; round < 3; round += 1) {
      await attempt('ada');
      await attempt('ada');
      expect((await attempt('ada', password)).status).toBe(303);
      await server.store.throttle.reset(address);
    }
  });

  it('that are refused leave a reason in the log and no name', async () => {
    for (let count = 0; count < 3; count += 1) await attempt('ada');
    server.log.length = 0;
    await attempt('ada');
    const [last] = server.log.slice(-1).map((line) => JSON.parse(line));
    expect(last).toMatchObject({ operation: 'login', status: 429, reason: 'sign_in_throttled' });
    expect(server.log.join()).not.toContain('ada');
  });
});
