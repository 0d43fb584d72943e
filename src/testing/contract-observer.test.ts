import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../generated/operations.ts';
import { observe, violations } from './contract-observer.ts';

const html = { 'X-Request-Id': 'r', 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' };
const json = { 'X-Request-Id': 'r', 'Cache-Control': 'no-store', 'Content-Type': 'application/json' };
const tooMany = '<dl><dt>Error</dt><dd><bdi class="exact">too_many_attempts</bdi></dd></dl>';
const tokens = { access_token: 'a', token_type: 'Bearer', expires_in: 3600, scope: 'profile' };
const issued = { ...json, Pragma: 'no-cache' };

interface Answer {
  id?: OperationId;
  status: number;
  headers?: Record<string, string | number>;
  body?: string;
}

describe('the observer of a test server', () => {
  let answer: Answer;
  const server = observe(
    createServer((_request, response: ServerResponse & { locals?: object }) => {
      response.locals = { operationId: answer.id };
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
      response.statusCode = answer.status;
      // In two pieces, as a long page goes.
      if (answer.body !== undefined) response.write(answer.body.slice(0, 3));
      response.end(answer.body?.slice(3));
    }),
  );
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  async function reportOn(given: Answer, method = 'POST'): Promise<string[]> {
    answer = given;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await (await fetch(url, { method, redirect: 'manual', headers: { connection: 'close' } })).text();
    return violations.splice(0);
  }

  it.each<[string, Answer]>([
    ['a page', { id: 'showHome', status: 200, headers: html, body: '<p>' }],
    ['tokens', { id: 'issueToken', status: 200, headers: issued, body: JSON.stringify(tokens) }],
    ['a redirect', { id: 'login', status: 303, headers: { ...html, Location: '/' } }],
    ['a wait', { id: 'login', status: 429, headers: { ...html, 'Retry-After': 7 }, body: tooMany }],
    ['nothing', { id: 'deleteEvent', status: 204, headers: { 'X-Request-Id': 'r' } }],
    ['a path outside the contract', { status: 404 }],
    ['a method outside the contract', { status: 405 }],
  ])('has nothing against %s as the contract has it', async (_, given) => {
    expect(await reportOn(given)).toEqual([]);
  });

  it('has nothing against the missing body of HEAD', async () => {
    expect(await reportOn({ id: 'showHome', status: 200, headers: html }, 'HEAD')).toEqual([]);
  });

  it.each<[string, Answer, RegExp]>([
    [
      'a status that the contract does not have',
      { id: 'showHome', status: 418, headers: html, body: '<p>' },
      /^showHome answers 418, which the contract does not have$/,
    ],
    ['an answer outside the contract', { status: 200, body: 'hello' }, /^\/ answers 200$/],
    [
      'a header of another value',
      { id: 'showHome', status: 200, headers: { ...html, 'Cache-Control': 'public' }, body: '<p>' },
      /^showHome 200 Cache-Control: data must be equal to constant$/,
    ],
    [
      'a header that is no number',
      { id: 'login', status: 429, headers: { ...html, 'Retry-After': 'soon' }, body: tooMany },
      /^login 429 Retry-After: data must be integer/,
    ],
    [
      'a header below its minimum',
      { id: 'login', status: 429, headers: { ...html, 'Retry-After': 0 }, body: tooMany },
      /^login 429 Retry-After: data must be >= 1$/,
    ],
    [
      'a body of another media type',
      { id: 'issueToken', status: 200, headers: { ...issued, 'Content-Type': 'text/html' }, body: '<p>' },
      /^issueToken 200 is text\/html, which the contract does not have$/,
    ],
    [
      'a body without the member that is required',
      {
        id: 'issueToken',
        status: 200,
        headers: issued,
        body: JSON.stringify({ ...tokens, scope: undefined }),
      },
      /^issueToken 200: data must have required property 'scope'$/,
    ],
    [
      'a member that the contract does not have',
      { id: 'issueToken', status: 200, headers: issued, body: JSON.stringify({ ...tokens, id_token: 'x' }) },
      /^issueToken 200: data must NOT have additional properties$/,
    ],
    [
      'a member of another type',
      {
        id: 'issueToken',
        status: 200,
        headers: issued,
        body: JSON.stringify({ ...tokens, expires_in: '3600' }),
      },
      /^issueToken 200: data\/expires_in must be integer$/,
    ],
    [
      'a body that is no JSON',
      { id: 'issueToken', status: 200, headers: issued, body: '{"access_token":' },
      /^issueToken 200 is no JSON$/,
    ],
    [
      'a body where none belongs',
      { id: 'revokeToken', status: 200, headers: json, body: '{"a":1}' },
      /^revokeToken 200: data must NOT have more than 0 properties$/,
    ],
    [
      'an error code without an example, in JSON',
      { id: 'issueToken', status: 400, headers: issued, body: '{"error":"invalid_token"}' },
      /^issueToken 400 has no example for invalid_token in the contract$/,
    ],
    [
      'an error code without an example, on a page',
      { id: 'showCode', status: 404, headers: html, body: tooMany },
      /^showCode 404 has no example for too_many_attempts in the contract$/,
    ],
    [
      'an error code without an example, in a redirect',
      { id: 'authorize', status: 303, headers: { ...html, Location: 'https://app.example/?error=oops' } },
      /^authorize 303 has no example for oops in the contract$/,
    ],
    [
      'an error page without an error code',
      { id: 'showCode', status: 404, headers: html, body: '<p>Gone</p>' },
      /^showCode 404 names no error code$/,
    ],
  ])('reports %s', async (_, given, report) => {
    const reports = await reportOn(given);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatch(report);
  });

  it.each(['X-Request-Id', 'Cache-Control', 'Pragma'])('reports the missing header %s', async (name) => {
    const headers = Object.fromEntries(Object.entries(issued).filter(([header]) => header !== name));
    const given = { id: 'issueToken', status: 200, headers, body: JSON.stringify(tokens) } as const;
    expect(await reportOn(given)).toEqual([`issueToken 200 lacks the header ${name}`]);
  });

  it('reports a redirect that says nowhere to go', async () => {
    expect(await reportOn({ id: 'login', status: 303, headers: html })).toEqual([
      'login 303 lacks the header Location',
    ]);
  });
});
