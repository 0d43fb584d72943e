import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { another, filledIn, owned, submit } from '../testing/application-pages.ts';
import { textOf } from '../testing/authorization-answer.ts';
import { csrfTokenIn, signedIn } from '../testing/owner.ts';
import { password, testServer } from '../testing/server.ts';

const path = '/oauth/applications';

/** Each thing that can be done with an application on pages. */
const pages = ['', '/edit', '/delete'];
const forms: [below: string, fields: Record<string, string | string[]>][] = [
  ['', filledIn],
  ['/delete', {}],
  ['/secret', {}],
];

describe('who is not signed in', () => {
  const server = testServer();
  const all = [path, `${path}/new`, ...pages.map((below) => `${path}/some%20id${below}`)];

  it.each([...all, '/oauth/authorized_applications'])(
    'is sent from %s to sign in, and back',
    async (page) => {
      const browser = supertest.agent(server.url);
      const { headers } = await browser.get(page).expect(303);
      expect(headers.location).toBe(`/login?${new URLSearchParams({ return_to: page }).toString()}`);
      const csrf_token = csrfTokenIn((await browser.get(headers.location as string)).text);
      const fields = { username: 'ada', password, csrf_token, return_to: page };
      const back = await browser.post('/login').type('form').send(fields).expect(303);
      expect(back.headers.location).toBe(page);
    },
  );

  it.each([
    [path, filledIn, `${path}/new`],
    [`${path}/confidential`, filledIn, `${path}/confidential/edit`],
    [`${path}/confidential/delete`, {}, `${path}/confidential/delete`],
    [`${path}/confidential/secret`, {}, `${path}/confidential`],
    ['/oauth/authorized_applications/revoke', {}, '/oauth/authorized_applications'],
    ['/oauth/authorized_applications/x/revoke', {}, '/oauth/authorized_applications'],
  ])('gets for a form to %s the sign-in form, and nothing is done', async (form, fields, return_to) => {
    const browser = supertest.agent(server.url);
    const before = await server.store.clients.list();
    const csrf_token = csrfTokenIn((await browser.get('/login')).text);
    const body = new URLSearchParams({ csrf_token });
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value);
    const { text } = await browser.post(form).type('form').send(body.toString()).expect(200);
    expect(text).toContain(`name="return_to" value="${return_to}"`);
    expect(textOf(text)).toContain('Nothing was changed');
    expect(await server.store.clients.list()).toEqual(before);
  });
});

describe('a user', () => {
  const server = testServer();

  it('sees their own applications, the newest first, and nobody else’s', async () => {
    const [mine, theirs] = [await another(server), await another(server)];
    await owned(server, mine.user, { client_id: 'a-1', client_name: 'My older one' });
    await owned(server, theirs.user, { client_id: 'a-2', client_name: 'One of theirs' });
    await owned(server, mine.user, { client_id: 'a-3', client_name: 'My newer one' });
    const text = textOf((await mine.browser.get(path).expect(200)).text);
    expect(text).toMatch(/My newer one.*My older one/s);
    expect(text).not.toMatch(/One of theirs|Calendar/);
  });

  it.each([
    ['somebody else’s', true],
    ['nobody’s', false],
  ])('cannot tell %s application from none', async (_case, hasOwner) => {
    const [mine, theirs] = [await another(server), await another(server)];
    const client = await owned(server, hasOwner ? theirs.user : null);
    const answers = async (client_id: string) => {
      const shown = await Promise.all(pages.map((below) => mine.browser.get(`${path}/${client_id}${below}`)));
      const sent = [];
      for (const [below, fields] of forms)
        sent.push(await submit(mine.browser, `${path}/${client_id}${below}`, fields));
      return [...shown, ...sent].map(({ status, text }) => [
        status,
        textOf(text).replace(/Request id \S+/, ''),
      ]);
    };
    const [existing, missing] = [await answers(client.client_id), await answers('none')];
    expect(existing).toEqual(missing);
    expect(existing.map(([status]) => status)).toEqual(Array(6).fill(404));
    expect(await server.store.clients.find(client.client_id)).toEqual(client);
  });

  it('who is removed leaves their applications to administrators', async () => {
    const { user } = await another(server);
    const { client_id } = await owned(server, user, { client_name: 'Left behind' });
    await server.store.users.remove(user.username);
    const { browser } = await another(server, { is_administrator: true });
    expect(textOf((await browser.get(path)).text)).toContain('Left behind');
    await browser.get(`${path}/${client_id}`).expect(200);
  });
});

describe('an administrator', () => {
  const server = testServer();

  it('sees and manages every application, as long as they are one', async () => {
    const [theirs, administrator] = [
      await another(server),
      await another(server, { is_administrator: true }),
    ];
    const { user, browser } = administrator;
    const { client_id } = await owned(server, theirs.user, { client_name: 'One of theirs' });
    const text = textOf((await browser.get(path)).text);
    for (const shown of ['One of theirs', theirs.user.username, 'Calendar']) expect(text).toContain(shown);
    expect((await submit(browser, `${path}/${client_id}`, filledIn)).status).toBe(303);
    expect((await server.store.clients.find(client_id))?.owner_id).toBe(theirs.user.id);
    expect((await submit(browser, `${path}/${client_id}/secret`)).status).toBe(200);
    await server.store.users.setAdministrator(user.username, false);
    await browser.get(`${path}/${client_id}`).expect(404);
    expect(textOf((await browser.get(path)).text)).not.toContain('Garden planner');
    await server.store.users.setAdministrator(user.username, true);
    expect((await submit(browser, `${path}/${client_id}/delete`)).status).toBe(303);
  });

  it('is told where there are more applications than a page shows', async () => {
    const { user, browser } = await another(server);
    for (let at = 0; at < 200; at++) await owned(server, user, { client_name: `No ${at}.` });
    expect(textOf((await browser.get(path)).text)).not.toContain('newest 200');
    await owned(server, user, { client_name: 'No 200.', client_id: 'zzz' });
    const text = textOf((await browser.get(path)).text);
    expect(text).toContain('newest 200');
    expect(text).toContain('No 200.');
  });
});

describe('the form for a new application', () => {
  const server = testServer();

  it('is empty but for the ordinary choices, and is never taken for an application', async () => {
    const browser = await signedIn(server);
    const { text } = await browser.get(`${path}/new`).expect(200);
    expect(text).toMatch(/value="profile" checked/);
    expect(text).toMatch(/value="confidential" checked/);
    expect((await browser.post(`${path}/new`).type('form').send({})).status).toBe(405);
  });
});
