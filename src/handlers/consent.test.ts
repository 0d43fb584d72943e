import { beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../generated/scopes.ts';
import { fieldsIn, formTargets, textOf } from '../testing/authorization-answer.ts';
import { authorizationRequest, challenge, signedIn, type Parameters } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { testServer } from '../testing/server.ts';
import { formAction } from './consent.ts';

const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
const everything = Object.keys(scopes).join(' ');

describe('the consent page', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    const { client_id: _, ...like } = server.cast.confidential;
    const hostile = {
      client_id: 'hostile',
      client_name: '<b>Bank</b>"',
      client_uri: 'https://bank.example@evil.example/',
    };
    await server.store.clients.add(aClient({ ...like, ...hostile }));
    browser = await signedIn(server);
  });
  const show = (changes: Parameters = {}) =>
    browser.get('/oauth/authorize').query(authorizationRequest(changes)).expect(200);

  it('says who asks, whose account it is and where the answer leads, RFC 6749 §10.2', async () => {
    const text = textOf((await show()).text);
    expect(text).toContain('Calendar asks for access to your account');
    expect(text).toContain('Your account ada');
    expect(text).toContain('Leads to https://app.example ');
  });

  it('says in plain words what each scope token allows, and no word of the others', async () => {
    const text = textOf((await show({ scope: 'event:write' })).text);
    expect(text).toContain(`${scopes['event:write']} event:write`);
    expect(text).not.toContain(scopes.profile);
  });

  it('has a ticked box for each requested token', async () => {
    const { text } = await show({ scope: everything });
    const boxes = text.match(/<input type="checkbox" name="scope_granted" value="[^"]*" checked/g);
    expect(boxes).toHaveLength(Object.keys(scopes).length);
  });

  it('asks for the default scope where the request names none, RFC 6749 §3.3', async () => {
    const fields = fieldsIn((await show({ scope: undefined })).text);
    expect(fields.filter(([name]) => name.startsWith('scope'))).toEqual([['scope_granted', 'profile']]);
  });

  it('carries the request in its form, which leads to this server', async () => {
    const request = authorizationRequest({ state: '"><script>&+', ...pkce, response_mode: 'fragment' });
    const { text } = await browser.get('/oauth/authorize').query(request);
    expect(formTargets(text)).toEqual(['/oauth/authorize/decision']);
    expect(Object.fromEntries(fieldsIn(text))).toMatchObject(request);
  });

  it('shows the name of a client as text, and of its website the host alone', async () => {
    const { text } = await show({ client_id: 'hostile' });
    expect(text).not.toContain('<b>Bank');
    expect(textOf(text)).toContain('<b>Bank</b>" asks for access');
    expect(textOf(text)).toContain('Its website evil.example ');
  });

  it.each([
    ['https://app.example/callback?tenant=1', 'https://app.example', false],
    ['http://127.0.0.1:49152/callback', 'a program on this machine (127.0.0.1)', true],
  ])('says of %s that it leads to %s', async (redirect_uri, destination, isWarned) => {
    const text = textOf((await show({ client_id: 'public', redirect_uri, ...pkce })).text);
    expect(text).toContain(`Leads to ${destination} `);
    expect(text.includes('nobody can vouch')).toBe(isWarned);
  });

  it('says of the out-of-band URI that the code is shown here', async () => {
    const text = textOf((await show({ client_id: 'out-of-band', redirect_uri: undefined })).text);
    expect(text).toContain('Leads to a page of this server that shows a code for copying');
  });

  it('lets its form lead to this server and on to where the client may send its browser', async () => {
    const { headers } = await show();
    expect(headers['content-security-policy']).toMatch(/; form-action 'self' https:$/);
  });

  it('asks again although the owner has allowed the same before, RFC 8252 §8.6', async () => {
    const first = await show();
    expect(textOf((await show()).text)).toBe(textOf(first.text));
  });
});

describe('the source that a content security policy knows for a redirect URI', () => {
  it.each([
    ['https://app.example:8443/cb?a=1', 'https:'],
    ['http://127.0.0.1:49152/cb', 'http: https:'],
    ['http://[::1]:49152/cb', 'http: https:'],
    ['com.example.app:/cb', 'com.example.app:'],
    ['com.example.app://host/cb', 'com.example.app:'],
    ['urn:ietf:wg:oauth:2.0:oob', "'self'"],
  ])('is for %s %s', (uri, source) => {
    expect(formAction(uri)).toBe(source);
  });
});
