import type { Transport } from '../agents/transport.ts';
import { headerOf, type Exchange } from '../model/exchange.ts';
import { discover, nothingFound, type Discovery } from '../target/discover.ts';
import type { TargetSettings } from '../target/settings.ts';
import type { Checkup } from './checkup.ts';
import { diagnoseSilence, isTlsPortAnswer } from './unreachable.ts';

const tolerance = 60;

/** Whether the server answers, what it says of itself, and what time it has. */
export async function findServer(
  settings: TargetSettings,
  transport: Transport,
  checkup: Checkup,
): Promise<Discovery> {
  const discovery = await lookUp(settings, transport);
  const [first] = discovery.exchanges;
  if (first === undefined) {
    checkup.fail({
      id: 'metadata',
      detail: 'neither an issuer nor endpoints are given',
      fix: 'give the URL of the server, or `authorization_endpoint` and `token_endpoint`',
    });
    return discovery;
  }
  const place = settings.issuer === undefined ? '`authorization_endpoint`' : '`issuer`';
  if (first.response === null) checkup.fail(await diagnoseSilence(first, place));
  else if (isTlsPortAnswer(first))
    checkup.fail({
      id: 'reachable',
      detail: `${new URL(first.request.url).host} speaks TLS, and was asked in plain http`,
      fix: `write https:// in ${place}`,
    });
  else checkup.ok('reachable', new URL(first.request.url).origin);
  if (checkup.isFit) checkEndpoints(settings, discovery, checkup);
  if (checkup.isFit) checkClock(first, checkup);
  return discovery;
}

async function lookUp(settings: TargetSettings, transport: Transport): Promise<Discovery> {
  if (settings.issuer !== undefined) return await discover(settings.issuer, transport);
  const url = settings.authorization_endpoint ?? settings.token_endpoint;
  if (url === undefined) return nothingFound;
  const exchange = await transport.send({ method: 'GET', url, query: [], headers: [], body: null });
  return { ...nothingFound, exchanges: [exchange] };
}

function checkEndpoints(settings: TargetSettings, { metadata, exchanges }: Discovery, checkup: Checkup) {
  const missing = (['authorization_endpoint', 'token_endpoint'] as const).filter(
    (name) => settings[name] === undefined && (metadata?.[name] ?? null) === null,
  );
  const statuses = exchanges.map(
    ({ request, response, failure }) =>
      `${new URL(request.url).pathname}: ${response === null ? failure : inShort(response.status)}`,
  );
  if (missing.length > 0) {
    const found =
      metadata === null ? 'no metadata was found' : `the metadata has no ${missing.join(', no ')}`;
    checkup.fail({
      id: 'metadata',
      detail: `${found} (${statuses.join('; ')})`,
      fix: `correct the URL of the issuer, or describe the server in a file with ${missing.map((name) => `\`${name}\``).join(' and ')}; \`init\` begins one`,
    });
    return;
  }
  const issuer = metadata?.issuer ?? null;
  if (settings.issuer !== undefined && issuer !== null && issuer !== settings.issuer)
    checkup.note(
      'metadata',
      `the metadata of ${settings.issuer} says that the issuer is ${issuer}`,
      `write \`issuer: ${issuer}\`, unless that is what is to be found out`,
    );
  else checkup.ok('metadata', metadata === null ? 'as the settings name them' : 'by metadata');
}

function inShort(status: number): string {
  return status === 200 ? 'status 200, and no metadata in it' : `status ${status}`;
}

function checkClock({ response }: Exchange, checkup: Checkup): void {
  const date = Date.parse((response === null ? undefined : headerOf(response, 'date')) ?? '');
  if (Number.isNaN(date)) {
    checkup.skip('clock', 'the server sends no Date');
    return;
  }
  const seconds = Math.round((date - Date.now()) / 1000);
  if (Math.abs(seconds) <= tolerance) {
    checkup.ok('clock');
    return;
  }
  const off = `${inWords(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'}`;
  checkup.fail({
    id: 'clock',
    detail: `the server's clock is ${off} this machine's, by its Date header`,
    fix: 'set the clock of whichever machine is wrong: expiry cannot be judged otherwise',
  });
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3600)} hours`;
}
