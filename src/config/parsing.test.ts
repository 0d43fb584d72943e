import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl, showDatabaseUrl, withoutPassword } from './database-url.ts';
import { duration, inWords } from './duration.ts';
import { parseIssuer } from './issuer.ts';
import { isLoopback, parseHost } from './loopback.ts';
import { parseTrustProxy, peerTrust } from './trust-proxy.ts';

describe('a time', () => {
  it.each([
    ['60', 60],
    ['60s', 60],
    ['15m', 900],
    ['12h', 43_200],
    ['30d', 2_592_000],
    ['0', 0],
  ])('%s is %i seconds', (text, value) => {
    expect(duration(0, 1e9)(text)).toEqual({ value });
  });

  it.each(['', 's', '1.5h', '-1', '1 h', '1w', '60S', '0x10', '99999999999'])('%j is refused', (text) => {
    expect(duration(0, 1e9)(text)).toHaveProperty('expected');
  });

  it('reads back in its largest unit', () => {
    expect([0, 59, 60, 5400, 7200, 864_000].map(inWords)).toEqual(['0s', '59s', '1m', '90m', '2h', '10d']);
  });
});

describe('an issuer', () => {
  it.each([
    ['https://id.example', 'https://id.example'],
    ['https://id.example/', 'https://id.example'],
    ['https://ID.example:443', 'https://id.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ])('%s is kept as %s', (text, value) => {
    expect(parseIssuer(text)).toEqual({ value });
  });

  it.each([
    ['https://id.example/oauth', 'a path'],
    ['https://id.example//', 'a path'],
    ['https://id.example?', 'a query'],
    ['https://id.example/#', 'a fragment'],
    ['https://u:p@id.example', 'a user name or password'],
    ['http://id.example', 'loopback hosts only'],
    ['id.example', 'starting with https://'],
    ['ftp://id.example', 'starting with https://'],
    ['https://', 'starting with https://'],
  ])('%s is refused for %s', (text, reason) => {
    expect(parseIssuer(text)).toEqual({ expected: expect.stringContaining(reason) as string });
  });
});

describe('a host', () => {
  it.each(['127.0.0.1', '127.255.0.9', 'localhost', 'LOCALHOST', '::1', '[::1]'])(
    '%s is loopback',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.example', 'localhost.example', '127.0.0.1.example'])(
    '%s is not loopback',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

  it.each(['http://a', 'a:80', '1.2.3', 'a b', '-a', '::1:x'])('%s is refused', (host) => {
    expect(parseHost(host)).toHaveProperty('expected');
  });
});

describe('trusted proxies', () => {
  it.each([
    ['none', false],
    ['0', false],
    ['2', 2],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, fd00::/8,192.0.2.7', ['10.0.0.0/8', 'fd00::/8', '192.0.2.7']],
  ])('%s is %j', (text, value) => {
    expect(parseTrustProxy(text)).toEqual({ value });
  });

  it.each([
    'true',
    '*',
    '0.0.0.0/0',
    '10.0.0.0/33',
    '10.0.0',
    '1.2.3.4/8/8',
    '11',
    'constructor',
    '10.0.0.1,',
  ])('%s is refused', (text) => {
    expect(parseTrustProxy(text)).toHaveProperty('expected');
  });

  it('are told from other peers by address, IPv4 inside IPv6 included', () => {
    const isTrusted = peerTrust(['loopback', '10.0.0.0/8', 'fd00::/8']);
    expect(['127.0.0.1', '::1', '::ffff:10.1.2.3', 'fd00::1'].map(isTrusted)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['192.0.2.1', '::ffff:192.0.2.1', 'fe80::1', '', undefined].map(isTrusted)).not.toContain(true);
    expect(peerTrust(false)('127.0.0.1')).toBe(false);
  });
});

describe('a database URL', () => {
  it.each([
    'sqlite:./a.db',
    'sqlite:/var/a.db',
    'postgres://h/d',
    'postgresql://u:p@h:5432/d?sslmode=require',
  ])('%s is kept as it is', (value) => {
    expect(parseDatabaseUrl(value)).toEqual({ value });
  });

  it.each(['sqlite:', 'sqlite:///var/a.db', 'mysql://h/d', './a.db', 'postgres:h'])(
    '%s is refused',
    (text) => {
      expect(parseDatabaseUrl(text)).toHaveProperty('expected');
    },
  );

  it.each([
    ['postgres://u:canary@h:5432/d?password=canary', 'postgres://h:5432/d'],
    ['postgres://u:12/canary@h/d', 'postgres:…'],
    ['postgres://u:12#canary@h/d', 'postgres:…'],
    ['canary:canary@h/d', '…'],
    ['sqlite:./a.db', 'sqlite:./a.db'],
  ])('%s is shown as %s', (text, shown) => {
    expect(showDatabaseUrl(text)).toBe(shown);
  });

  it('has its password taken out of what a driver says', () => {
    const sentence = 'cannot use postgres://u:ca%20nary@h/d: ca nary and ca%20nary';
    expect(withoutPassword(sentence, 'postgres://u:ca%20nary@h/d')).not.toMatch(/ca(%20| )nary/);
  });
});
