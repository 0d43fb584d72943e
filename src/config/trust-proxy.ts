import { BlockList, isIP, isIPv4 } from 'node:net';
import type { Parsed } from './parsed.ts';

/**
 * Whose `X-Forwarded-*` headers are believed, in the form of Express's setting: nobody, so many hops counted from
 * this process, or these addresses.
 */
export type TrustProxy = false | number | string[];

const NAMED = new Map([['loopback', ['127.0.0.0/8', '::1/128']]]);
const EVERYONE = new Set(['true', 'yes', 'on', 'all', '*', '0.0.0.0/0', '::/0']);
const EXPECTED =
  'none, the number of proxies in front (1 to 10), loopback, or a list of addresses and CIDR ranges separated by commas';

/**
 * There is no way to trust everyone: a header that anybody may write would let anybody choose the address
 * that sign-in attempts are counted by.
 */
export function parseTrustProxy(text: string): Parsed<TrustProxy> {
  const word = text.trim().toLowerCase();
  if (word === 'none' || word === 'false' || word === '0') return { value: false };
  if (/^([1-9]|10)$/.test(word)) return { value: Number(word) };
  const entries = word.split(',').map((entry) => entry.trim());
  if (entries.some((entry) => EVERYONE.has(entry))) {
    return {
      expected: `${EXPECTED}. To trust everyone would let every caller choose the address it is counted by`,
    };
  }
  return entries.every(isTrustEntry) ? { value: entries } : { expected: EXPECTED };
}

function isTrustEntry(entry: string): boolean {
  if (NAMED.has(entry)) return true;
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Whether the peer at the other end of the connection is one of the trusted proxies. */
export function peerTrust(trustProxy: TrustProxy): (address: string | undefined) => boolean {
  if (trustProxy === false) return () => false;
  if (typeof trustProxy === 'number') return () => true;
  const trusted = new BlockList();
  for (const entry of trustProxy.flatMap((name) => NAMED.get(name) ?? [name])) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    trusted.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return (address = '') => isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
