import { describe, expect, test } from 'vitest';
import type { Exchange, Pairs } from '../model/exchange.ts';
import { readMove } from './navigation.ts';

const url = 'https://as.example/a/page?x=1';

function answered(status: number, headers: Pairs, body = '', method = 'GET', sent = ''): Exchange {
  const request = { method, url, headers: [], body: sent };
  return { request, response: { status, headers, body, isTruncated: false }, failure: null, milliseconds: 1 };
}

function page(body: string) {
  return readMove(answered(200, [['content-type', 'text/html; charset=utf-8']], body))?.url ?? null;
}

describe('an answer moves the browser', () => {
  test.each([301, 302, 303])('by %i, with a GET', (status) => {
    const move = readMove(answered(status, [['location', '../next?a=1#f']], '', 'POST', 'p=1'));
    expect(move).toEqual({ url: 'https://as.example/next?a=1#f', method: 'GET', body: null });
  });

  test.each([307, 308])('by %i, with the request again', (status) => {
    const move = readMove(answered(status, [['location', '/next']], '', 'POST', 'p=1&q=%2B'));
    expect(move).toEqual({
      url: 'https://as.example/next',
      method: 'POST',
      body: [
        ['p', '1'],
        ['q', '+'],
      ],
    });
  });

  test.each([
    ['0; url=/next', 'https://as.example/next'],
    ["0;URL='/next'", 'https://as.example/next'],
    ['1, /next', 'https://as.example/next'],
    ['1800; url=/logout', null],
    ['5', null],
  ])('by the header Refresh: %s', (value, to) => {
    expect(readMove(answered(200, [['refresh', value]]))?.url ?? null).toBe(to);
  });

  test.each([
    [
      'a meta refresh',
      '<meta http-equiv="Refresh" content="0; url=&quot;/next?a=1&amp;b=2&quot;">',
      '/next?a=1&b=2',
    ],
    [
      'a self-submitting form',
      '<form action=/next method=get><input type=hidden name=a value=1></form><script>document.forms[0].submit()</script>',
      '/next?a=1',
    ],
    [
      'a form submitted on load',
      '<body onload="document.f.submit();"><form name=f action=/next></form>',
      '/next',
    ],
    [
      'a form submitted past its own field',
      '<form action=/next></form><script>HTMLFormElement.prototype.submit.call(document.forms[0])</script>',
      '/next',
    ],
    ['a script that sets location', '<script>window.location = "/next";</script>', '/next'],
    ['a script that sets location.href', "<script>location.href='/next?q=\"'</script>", '/next?q=%22'],
    ['a script that replaces', '<script>window.location.replace("/next")</script>', '/next'],
    [
      'an address escaped for a script',
      String.raw`<script>location.assign("https:\/\/as.example\/next?a=1\u0026b=\x32")</script>`,
      '/next?a=1&b=2',
    ],
  ])('by %s', (_, html, to) => {
    expect(page(html)).toBe(`https://as.example${to}`);
  });
});

describe('an answer leaves the browser where it is', () => {
  test.each([
    ['a 3xx without a location', answered(302, [])],
    ['a location that is no address', answered(302, [['location', 'http://[']])],
    ['a location beside 200', answered(200, [['location', '/next']])],
    ['no answer', { ...answered(200, []), response: null }],
    [
      'plain text that looks like a page',
      answered(200, [['content-type', 'text/plain']], '<script>location="/x"</script>'),
    ],
  ])('%s', (_, exchange) => {
    expect(readMove(exchange)).toBeNull();
  });

  test.each([
    ['a sign-in form with a script', '<form><input type=password></form><script>form.submit()</script>'],
    [
      'a choice whose script guards against pressing twice',
      '<form><button>Allow</button><button>Deny</button></form><script>f.addEventListener("submit", function () { once() })</script>',
    ],
    [
      'one button and a listener',
      '<form><button>Allow</button></form><script>$("form").submit(function () {})</script>',
    ],
    [
      'a script that moves on a click, beside a form',
      '<form><button>Allow</button></form><script>b.onclick = () => { location = "/no" }</script>',
    ],
    [
      'a meta refresh for browsers without scripts',
      '<noscript><meta http-equiv=refresh content="0;url=/nojs"></noscript>',
    ],
    ['a meta refresh in a comment', '<!-- <meta http-equiv=refresh content="0;url=/x"> -->'],
  ])('%s', (_, html) => {
    expect(page(html)).toBeNull();
  });
});
