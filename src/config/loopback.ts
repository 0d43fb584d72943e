import { isIPv4, isIPv6 } from 'node:net';
import type { Parsed } from './parsed.ts';

/** Whether a host name or address is this machine and nothing else: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/** An address or a host name to listen on; brackets around an IPv6 address are tolerated and removed. */
export function parseHost(text: string): Parsed<string> {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  const isName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(bare) && !/^[\d.]+$/.test(bare);
  return isIPv4(bare) || isIPv6(bare) || isName
    ? { value: bare }
    : { expected: 'an address or a host name of this machine, without a scheme and without a port' };
}

/** The origin of a listening address. */
export function httpOrigin(host: string, port: number): string {
  return new URL(`http://${isIPv6(host) ? `[${host}]` : host}:${port}`).origin;
}
