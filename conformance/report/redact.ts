import type { Exchange, Pairs } from '../model/exchange.ts';
import type { Finding, Result } from '../model/finding.ts';
import type { Check, Report, ReportHeader, WaiverState } from '../model/report.ts';
import type { Target } from '../target/target.ts';
import { replaceHeader } from './secret-headers.ts';
import { replacePositions, type Replace } from './secret-positions.ts';
import { Placeholders, type Secret } from './placeholders.ts';

declare const redacted: unique symbol;

/** A report that may be shown. Only `redact` makes one; writers take nothing else. */
export type RedactedReport = Report & { readonly [redacted]: true };

/**
 * The report without secrets, codes, tokens, passwords and cookies: what stands in the place of one, by the form of
 * the request or the page, and every such value wherever else it occurs. `state` is no secret and stays.
 */
export function redact(report: Report, target: Target): RedactedReport {
  const placeholders = new Placeholders(secretsOf(target));
  const learn: Replace = (kind, value) => placeholders.of(kind, value);
  // Once to learn every value, then once more with all of them known: a page may show a token before it is used.
  walk(report, { text: (text) => replacePositions(text, learn), header: replaceHeader(learn) });
  const rest: Replace = (kind, value) => (value.startsWith('<') ? value : placeholders.of(kind, value));
  const text = (found: string) => replacePositions(placeholders.replaceIn(found), rest);
  const header = replaceHeader(learn);
  const clean = walk(report, { text, header: (name, value) => header(name, value, text) });
  return clean as RedactedReport;
}

/** Every value of the target's settings that opens something. */
export function secretsOf(target: Target): Secret[] {
  const { clients, owner } = target;
  const parameters = { ...target.authorization_parameters, ...target.token_parameters };
  return [
    ...Object.values(clients).map(({ client_secret }) => ({
      kind: 'client secret' as const,
      value: client_secret ?? '',
    })),
    { kind: 'password' as const, value: owner.password ?? '' },
    ...Object.entries(owner.headers).flatMap(([name, value]) => secretsOfHeader(name, value)),
    ...Object.entries(parameters).flatMap(([name, value]) => secretsOfText(`${name}=${value}`)),
  ].filter(({ value }) => value !== '');
}

function secretsOfHeader(name: string, value: string): Secret[] {
  const found: Secret[] = [];
  replaceHeader((kind, secret) => {
    found.push({ kind, value: secret });
    return '';
  })(name, value);
  return found;
}

function secretsOfText(text: string): Secret[] {
  const found: Secret[] = [];
  replacePositions(text, (kind, value) => {
    found.push({ kind, value });
    return '';
  });
  return found;
}

interface Visitor {
  text: (text: string) => string;
  header: (name: string, value: string) => string;
}

/** Every text of a report that came from the target or its settings; ids, titles and levels are the suite's own. */
function walk(report: Report, visitor: Visitor): Report {
  return {
    header: walkHeader(report.header, visitor),
    setup: report.setup.map((check) => walkCheck(check, visitor)),
    results: report.results.map((result) => walkResult(result, visitor)),
    totals: { ...report.totals },
    waivers: report.waivers.map((waiver) => walkWaiver(waiver, visitor)),
    left_clients: report.left_clients.map(visitor.text),
    requests: report.requests,
    milliseconds: report.milliseconds,
    exit: report.exit,
  };
}

function walkHeader({ target, ...header }: ReportHeader, { text }: Visitor): ReportHeader {
  return {
    ...header,
    target: {
      name: text(target.name),
      issuer: target.issuer === null ? null : text(target.issuer),
      authorization_endpoint: text(target.authorization_endpoint),
      token_endpoint: text(target.token_endpoint),
      quirks: target.quirks.map(text),
    },
  };
}

function walkCheck({ id, title, state, detail, fix }: Check, { text }: Visitor): Check {
  return { id, title, state, detail: maybe(detail, text), fix: maybe(fix, text) };
}

function walkWaiver({ scenario, verdict, reason, link, state }: WaiverState, { text }: Visitor): WaiverState {
  return { scenario, verdict, reason: text(reason), link: maybe(link, text), state };
}

function walkResult(result: Result, visitor: Visitor): Result {
  const { id, title, verdict, level, requirements, milliseconds } = result;
  return {
    id,
    title,
    verdict,
    level,
    requirements,
    findings: result.findings.map((finding) => walkFinding(finding, visitor)),
    reason: maybe(result.reason, visitor.text),
    exchanges: result.exchanges.map((exchange) => walkExchange(exchange, visitor)),
    milliseconds,
  };
}

function walkFinding({ expected, received, gravity }: Finding, { text }: Visitor): Finding {
  return { expected: text(expected), received: maybe(received, text), gravity };
}

function walkExchange({ request, response, failure, milliseconds }: Exchange, visitor: Visitor): Exchange {
  const { text } = visitor;
  const headers = (pairs: Pairs): Pairs =>
    pairs.map(([name, value]) => [text(name), visitor.header(name, value)] as const);
  return {
    request: {
      method: text(request.method),
      url: text(request.url),
      headers: headers(request.headers),
      body: text(request.body),
    },
    response:
      response === null
        ? null
        : { ...response, headers: headers(response.headers), body: text(response.body) },
    failure: maybe(failure, text),
    milliseconds,
  };
}

function maybe(text: string | null, visit: (text: string) => string): string | null {
  return text === null ? null : visit(text);
}
