import { describe, expect, it } from 'vitest';
import { aClient } from '../testing/records.ts';
import {
  mutations,
  queryMutations,
  registered,
  registeredWithQuery,
} from '../testing/redirect-uri-mutations.ts';
import { redirectUriProblem, verifyRedirectUri } from './redirect-uri.ts';
import { Refusal } from './refusal.ts';

const clientOf = (...redirect_uris: string[]) => aClient({ redirect_uris });

function refusalOf(redirect_uris: string[], sent: string | undefined): Refusal | null {
  try {
    verifyRedirectUri(clientOf(...redirect_uris), sent);
    return null;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
}

const isAccepted = (uri: string, sent: string) => refusalOf([uri], sent) === null;

describe('the redirect URI of a request, RFC 6749 §3.1.2.3', () => {
  it('is accepted where it is registered to the letter', () => {
    const client = clientOf('https://other.example/', registeredWithQuery);
    const { uri, wasSent } = verifyRedirectUri(client, registeredWithQuery);
    expect({ uri, wasSent }).toEqual({ uri: registeredWithQuery, wasSent: true });
  });

  it.each([...mutations.map(([change, sent]) => [change, sent, registered] as const)])(
    'is refused with %s: %j',
    (_, sent, uri) => {
      const refusal = refusalOf([uri], sent);
      expect([refusal?.reason, refusal?.delivery]).toEqual(['redirect_uri_not_registered', null]);
    },
  );

  it.each(queryMutations)('is refused %s: %s', (_, sent) => {
    expect(refusalOf([registeredWithQuery], sent)?.reason).toBe('redirect_uri_not_registered');
  });

  it('left out is the one that is registered', () => {
    const { uri, wasSent } = verifyRedirectUri(clientOf(registered), undefined);
    expect({ uri, wasSent }).toEqual({ uri: registered, wasSent: false });
  });

  it.each([[[]], [[registered, 'https://app.example/other']]])(
    'left out is refused with %j registered',
    (uris) => {
      expect(refusalOf(uris, undefined)?.reason).toBe('redirect_uri_missing');
    },
  );
});

describe('a loopback redirect URI, RFC 8252 §7.3', () => {
  it.each([
    ['http://127.0.0.1/cb', 'http://127.0.0.1:49152/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:1/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:65535/cb'],
    ['http://127.0.0.1:8080/cb', 'http://127.0.0.1:49152/cb'],
    ['http://127.0.0.1:8080/cb', 'http://127.0.0.1/cb'],
    ['http://127.0.0.1', 'http://127.0.0.1:49152'],
    ['http://127.0.0.1?a=1', 'http://127.0.0.1:49152?a=1'],
    ['http://[::1]/cb?a=1', 'http://[::1]:49152/cb?a=1'],
  ])('registered as %s is accepted as %s', (uri, sent) => {
    expect(verifyRedirectUri(clientOf(uri), sent).uri).toBe(sent);
  });

  it.each([
    ['with a port past the last', 'http://127.0.0.1:65536/cb'],
    ['with a port of five nines', 'http://127.0.0.1:99999/cb'],
    ['with a port of six digits', 'http://127.0.0.1:004915/cb'],
    ['with an empty port', 'http://127.0.0.1:/cb'],
    ['with a port in letters', 'http://127.0.0.1:http/cb'],
    ['with a negative port', 'http://127.0.0.1:-1/cb'],
    ['with a port and a host behind', 'http://127.0.0.1:80.evil.example/cb'],
    ['with a port that is a password', 'http://127.0.0.1:80@evil.example/cb'],
    ['with a user name', 'http://ada@127.0.0.1:49152/cb'],
    ['over https', 'https://127.0.0.1:49152/cb'],
    ['with the scheme in capitals', 'HTTP://127.0.0.1:49152/cb'],
    ['by the name localhost', 'http://localhost:49152/cb'],
    ['by another loopback address', 'http://127.0.0.2:49152/cb'],
    ['by a shorter spelling of the address', 'http://127.1:49152/cb'],
    ['by the other family', 'http://[::1]:49152/cb'],
    ['at another path', 'http://127.0.0.1:49152/other'],
    ['at no path', 'http://127.0.0.1:49152'],
    ['with a slash more', 'http://127.0.0.1:49152/cb/'],
    ['with a query', 'http://127.0.0.1:49152/cb?a=1'],
    ['with a fragment', 'http://127.0.0.1:49152/cb#a'],
    ['with a line feed', 'http://127.0.0.1:49152/cb\n'],
  ])('is refused %s: %j', (_, sent) => {
    expect(isAccepted('http://127.0.0.1/cb', sent)).toBe(false);
  });

  it.each([
    ['http://localhost/cb', 'http://localhost:49152/cb'],
    ['https://127.0.0.1/cb', 'https://127.0.0.1:49152/cb'],
    ['http://app.example/cb', 'http://app.example:49152/cb'],
    ['http://[::2]/cb', 'http://[::2]:49152/cb'],
  ])('is what %s is not, so its port is fixed', (uri, sent) => {
    expect([isAccepted(uri, uri), isAccepted(uri, sent)]).toEqual([true, false]);
  });
});

describe('the refusal of a redirect URI', () => {
  const details = (uris: string[], sent: string) =>
    Object.fromEntries(refusalOf(uris, sent)?.particulars.details ?? []);
  const difference = (uri: string, sent: string) => details([uri], sent)['First difference'];

  it('shows what was received', () => {
    expect(details([registered], 'https://app.example/cb ')).toHaveProperty(
      'Received',
      'https://app.example/cb ',
    );
  });

  it.each([
    [
      registered,
      'https://app.example/callbacK',
      'Character 28 is “K”; the nearest registered URI has “k” there.',
    ],
    [
      registered,
      'https://app.example/',
      'Character 21 is its end; the nearest registered URI has “c” there.',
    ],
    [registered, `${registered}/`, 'Character 29 is “/”; the nearest registered URI has its end there.'],
    [registered, 'x', 'Character 1 is “x”; the nearest registered URI has “h” there.'],
  ])('names the first character that differs between %s and %s', (uri, sent, sentence) => {
    expect(difference(uri, sent)).toBe(sentence);
  });

  it.each([
    ['\n', 'U+000A'],
    ['\u200B', 'U+200B'],
    ['\u0430', 'U+0430'],
    ['🦊', 'U+1F98A'],
    [' ', 'U+0020'],
  ])('names %j, which a reader may not see, by its number', (character, name) => {
    expect(difference(registered, registered + character)).toBe(
      `Character 29 is ${name}; the nearest registered URI has its end there.`,
    );
  });

  it('compares with the registered URI that comes nearest', () => {
    const uris = ['https://app.example/a', 'https://app.example/callback', 'https://else.example/callback'];
    expect(details(uris, 'https://app.example/callbax')['First difference']).toContain('Character 27 is “x”');
  });

  it('has no difference to show for a client without any redirect URI', () => {
    expect(details([], registered)).toEqual({ Received: registered });
  });
});

describe('a URI to be registered', () => {
  it.each([
    'https://app.example/callback?tenant=1&next=%2Fhome',
    'https://app.example:8443/',
    'http://127.0.0.1/cb',
    'http://[::1]:8080/cb',
    'http://localhost:3000/cb',
    'com.example.app:/cb',
    'com.example.app://cb/a',
    'urn:ietf:wg:oauth:2.0:oob',
  ])('is acceptable: %s', (uri) => {
    expect(redirectUriProblem(uri)).toBeNull();
  });

  it.each([
    ['', 'a space, a control character'],
    ['/callback', 'not an absolute URI'],
    ['//app.example/callback', 'not an absolute URI'],
    ['https://', 'not an absolute URI'],
    ['https://app.example:99999/', 'not an absolute URI'],
    ['https:app.example/callback', 'not an absolute URI'],
    ['https:/app.example/callback', 'not an absolute URI'],
    ['http:127.0.0.1/callback', 'not an absolute URI'],
    ['https://app.example/cb#x', 'a fragment'],
    ['https://app.example/cb#', 'a fragment'],
    ['https://app.example/c b', 'a space'],
    ['https://app.example/cb\r\nX: y', 'a control character'],
    ['https://äpp.example/cb', 'outside ASCII'],
    ['https://app.example\\cb', 'no URI may hold'],
    ['https://{tenant}.example/cb', 'no URI may hold'],
    ['https://ada:secret@app.example/cb', 'a user name'],
    ['http://app.example/cb', 'plain http'],
    ['http://127.0.0.1.evil.example/cb', 'plain http'],
    ['javascript:alert(1)', 'a scheme'],
    ['data:text/html,x', 'a scheme'],
    ['file:///etc/passwd', 'a scheme'],
    ['myapp:/cb', 'a scheme'],
  ])('is refused as %j, since it has or is %s', (uri, problem) => {
    expect(redirectUriProblem(uri)).toContain(problem);
  });
});
