import { describe, expect, it } from 'vitest';
import { flowConversation, stepsOf } from './flows.ts';
import type { WireRequest } from './job.ts';

const authorize: WireRequest = { method: 'GET', path: '/authorize?client_id=a', headers: {} };
const token: WireRequest = { method: 'POST', path: '/token', headers: {}, body: 'grant_type=x' };

describe('a flow', () => {
  it('sends the form of the page, and the code that it leads to', () => {
    const flow = flowConversation('codegrant', { authorize, token }, 'session=1');
    expect(flow.next()).toEqual({ ...authorize, headers: { cookie: 'session=1' } });
    const page =
      '<form method="post" action="/decide"><input type="hidden" name="scope" value="profile"/>' +
      '<input type="hidden" name="state" value="a&amp;b&#39;&lt;"/></form>';
    flow.receive?.({ status: 200, headers: {}, body: page });
    expect(flow.next()).toMatchObject({
      method: 'POST',
      path: '/decide',
      body: 'scope=profile&state=a%26b%27%3C&scope_granted=profile&decision=approve',
    });
    expect(flow.isComplete()).toBe(false);
    flow.receive?.({ status: 303, headers: { Location: 'https://c.example/?code=1%2F2' }, body: '' });
    expect(flow.next()).toEqual({ ...token, body: 'grant_type=x&code=1%2F2' });
    expect(flow.isComplete()).toBe(true);
  });

  it('keeps the cookies that it is given on the way, and shows none of them to the token endpoint', () => {
    const flow = flowConversation('oidc-provider', { authorize, token }, 'session=1');
    flow.next();
    const headers = { location: '/interaction/2', 'set-cookie': ['session=2; path=/', 'resume=3; path=/a'] };
    flow.receive?.({ status: 303, headers, body: '' });
    expect(flow.next()).toEqual({
      method: 'GET',
      path: '/interaction/2',
      headers: { cookie: 'session=2; resume=3' },
    });
    flow.receive?.({ status: 303, headers: { location: 'http://127.0.0.1:1/auth/2?a=b' }, body: '' });
    expect(flow.next().path).toBe('/auth/2?a=b');
    flow.receive?.({ status: 303, headers: { location: 'https://c.example/?code=4' }, body: '' });
    expect(flow.next().headers).toEqual({});
  });

  it('begins again after its last step', () => {
    const flow = flowConversation('authorize-call', { authorize, token }, 'a=b');
    const statuses = Array.from({ length: 2 * stepsOf('authorize-call') }, () => {
      flow.next();
      const status = flow.expected();
      flow.receive?.({ status, headers: { location: 'https://c.example/?code=5' }, body: '' });
      return status;
    });
    expect(statuses).toEqual([302, 200, 302, 200]);
  });
});
