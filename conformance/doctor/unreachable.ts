import { connect as connectTls } from 'node:tls';
import type { Exchange } from '../model/exchange.ts';
import type { Diagnosis } from './checkup.ts';

/** Why a server does not answer, and what to do. `place` says where the URL can be mended. */
export async function diagnoseSilence(exchange: Exchange, place: string): Promise<Diagnosis> {
  const { url } = exchange.request;
  const failure = exchange.failure ?? 'no answer';
  const { protocol, host } = new URL(url);
  const say = (detail: string, fix: string): Diagnosis => ({ id: 'reachable', detail, fix });
  if (failure === 'connection refused')
    return say(`nothing listens at ${host}`, `start the server, or correct host and port in ${place}`);
  if (failure === 'host not found')
    return say(`the name of ${host} does not resolve`, `correct the host in ${place}`);
  if (protocol === 'http:' && (await speaksTls(url)))
    return say(`${host} speaks TLS, and was asked in plain http`, `write https:// in ${place}`);
  if (protocol === 'https:' && isTlsFailure(failure))
    return say(`${host} speaks no TLS (${failure})`, `write http:// in ${place}`);
  if (/certificate|self.signed|CERT_|SELF_SIGNED/i.test(failure))
    return say(
      `the certificate of ${host} does not pass: ${failure}`,
      'name its authority in `ca_file`, or set `verify_certificates: false`',
    );
  if (failure === 'no answer in time')
    return say(
      `${host} takes the request and does not answer in time`,
      'look whether the server hangs, or raise `timeout` (milliseconds)',
    );
  return say(
    `${host} does not answer HTTP (${failure.replace(/^the answer is not HTTP \((.*)\)$/, '$1')})`,
    `correct host and port in ${place}`,
  );
}

/** What some servers say to plain http at a TLS port. */
export function isTlsPortAnswer({ response }: Exchange): boolean {
  return (
    response?.status === 400 && /https? (request|port|server).*https/i.test(response.body.slice(0, 2000))
  );
}

function isTlsFailure(failure: string): boolean {
  return /no TLS|EPROTO|wrong version|ERR_SSL|packet length|socket disconnected/i.test(failure);
}

async function speaksTls(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return await new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connectTls({ host, port: Number(port || 80), rejectUnauthorized: false, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', () => end(true));
    socket.once('timeout', () => end(false));
    // A refusal in TLS is TLS all the same.
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => end(/^ERR_SSL_.*ALERT/.test(code)));
  });
}
