import { describe, expect, it } from 'vitest';
import { eventClientOf, festival } from '../testing/event-client.ts';
import { testServer } from '../testing/server.ts';
import { postForm, refusalOf } from '../testing/token-client.ts';

describe.each(['post', 'put'] as const)('the body of %s', (method) => {
  const server = testServer();

  /** A request with that body to an event that is there. */
  async function send(body: string, type = 'application/json') {
    const client = await eventClientOf(server);
    const { id } = (await client.add()).body as { id: string };
    return await client
      .request(method, method === 'post' ? '' : `/${id}`)
      .type(type)
      .send(body);
  }

  it.each([
    ['no title', { title: undefined }],
    ['an empty title', { title: '' }],
    ['a title of 201 characters', { title: 'x'.repeat(201) }],
    ['a title that is a number', { title: 7 }],
    ['a title that is null', { title: null }],
    ['a title that is a list', { title: ['x'] }],
    ['a title with NUL', { title: 'a\0b' }],
    ['no start', { starts_at: undefined }],
    ['a start that is no instant', { starts_at: 'tomorrow' }],
    ['a start without offset', { starts_at: '2027-09-18T14:00:00' }],
    ['a start on a day that no month has', { starts_at: '2027-02-30T14:00:00Z' }],
    ['a place of 201 characters', { place: 'x'.repeat(201) }],
    ['a description of 5001 characters', { description: 'x'.repeat(5001) }],
    ['a description that is an object', { description: {} }],
    ['NUL deep in a member that nobody knows', { unknown: [{ deep: ['\0'] }] }],
  ])('with %s is refused', async (_case, changes) => {
    const answer = await send(JSON.stringify({ ...festival, ...changes }));
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['JSON with a syntax error', '{"title": "x",}'],
    ['JSON that breaks off', '{"title": "x"'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['more than 64 KiB', JSON.stringify({ ...festival, unknown: 'x'.repeat(65_536) })],
  ])('that is %s is refused', async (_case, body) => {
    expect(refusalOf(await send(body))).toEqual([400, 'invalid_request']);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'of the type %s is answered with 415, which names what is read',
    async (type) => {
      const answer = await send(JSON.stringify(festival), type);
      expect(refusalOf(answer)).toEqual([415, 'invalid_request']);
      expect(answer.body.error_description).toContain('application/json');
    },
  );

  it('may be up to 64 KiB, hold members that nobody knows, and name its charset', async () => {
    const event = { ...festival, unknown: 'x'.repeat(60_000) };
    const answer = await send(JSON.stringify(event), 'application/json; charset=utf-8');
    expect(answer.status).toBe(method === 'post' ? 201 : 200);
    expect(answer.body).toEqual({ id: expect.any(String), ...festival });
  });

  it('may have texts of the greatest length, in characters and not in bytes', async () => {
    const event = {
      ...festival,
      title: 'ü'.repeat(200),
      place: '🎉'.repeat(200),
      description: 'ß'.repeat(5000),
    };
    const answer = await send(JSON.stringify(event));
    expect(answer.body).toEqual({ id: expect.any(String), ...event });
  });

  it('keeps text that looks like something else to the letter', async () => {
    const event = {
      ...festival,
      title: `Robert'); DROP TABLE events;--`,
      place: '<script>alert(1)</script>',
    };
    expect((await send(JSON.stringify(event))).body).toEqual({ id: expect.any(String), ...event });
  });
});

describe('a form with an event', () => {
  const server = testServer();

  it('is read as UTF-8, and an empty field counts as left out', async () => {
    const { access_token } = await eventClientOf(server);
    const event = { title: 'Fête & Söhne', starts_at: '2027-09-18T14:00:00+02:00' };
    const answer = await postForm(server, '/api/events', { ...event, place: '', access_token }).expect(201);
    expect(answer.body).toEqual({ id: expect.any(String), ...event });
  });

  it.each([
    ['without a title', { title: undefined }],
    ['with an empty title', { title: '' }],
    ['with NUL', { title: 'a\0b' }],
  ])('%s is refused', async (_case, changes) => {
    const { access_token } = await eventClientOf(server);
    const answer = await postForm(server, '/api/events', { ...festival, access_token, ...changes });
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });
});
