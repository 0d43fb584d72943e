import type { Operation } from '../../generated/operations.ts';
import type { Complaint } from '../handlers/operation.ts';
import { Refusal } from '../oauth/refusal.ts';

/** What the validator and the body parsers throw: a status of their own, and one entry for each violation. */
interface ThrownComplaint {
  status: number;
  type?: string;
  errors?: { path: string; message: string; errorCode?: string }[];
}

export function isThrownComplaint(error: unknown): error is ThrownComplaint {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}

/** The violations in the words of this server, one for each parameter; empty where the request could not be read. */
export function readComplaints(thrown: ThrownComplaint): Complaint[] {
  if (thrown.status !== 400 || thrown.type !== undefined) return [];
  const found = new Map<string, Complaint>();
  for (const { path, message, errorCode = '' } of thrown.errors ?? []) {
    const parameter = parameterName(path);
    if (parameter === '' || found.has(parameter)) continue;
    found.set(parameter, { parameter, problem: problemOf(errorCode.split('.')[0] ?? '', message) });
  }
  return [...found.values()];
}

/** `/query/limit` is `limit`, `/body/redirect_uris/0` is `redirect_uris[0]`. */
function parameterName(path: string): string {
  const [, , name = '', ...members] = path.split('/');
  const isPlain = /^[A-Za-z0-9_]+$/.test(name);
  return isPlain
    ? name +
        members
          .filter((index) => /^\d+$/.test(index))
          .map((index) => `[${index}]`)
          .join('')
    : '';
}

const pattern = 'has a character or a length that it may not have';

function problemOf(keyword: string, message: string): string {
  const problems: Record<string, string> = {
    required: 'is missing',
    type: 'is to be sent once, as a single value of its type',
    oneOf: 'is to be sent as plain values',
    pattern,
    format: 'is not of the form that it must have',
    enum: 'is none of the values that it may have',
    maxLength: 'is too long',
    minLength: 'is too short',
    maxItems: 'has too many members',
    minItems: 'has too few members',
  };
  return problems[keyword] ?? (/^must [a-z<>=0-9 ]+$/.test(message) ? message : 'is malformed');
}

/** The refusal for a request that could not be read or that the contract's schema does not allow. */
export function refusalFor(thrown: ThrownComplaint, operation: Operation | undefined): Refusal {
  const shape = operation?.['x-codegrant-complaints'];
  if (isAboutMediaType(thrown) && shape === 'api')
    return new Refusal('media_type_unknown', hintFor(operation));
  const [first] = readComplaints(thrown);
  const hint =
    first === undefined ? hintOf(thrown, operation) : { hint: `${first.parameter} ${first.problem}.` };
  if (shape === 'oauth') {
    // A malformed scope has a code of its own, RFC 6749 §5.2; one that was sent twice has not.
    const isScope = first?.parameter === 'scope' && first.problem === pattern;
    return isScope ? new Refusal('scope_malformed') : new Refusal('token_request_malformed', hint);
  }
  if (shape !== 'registration') return new Refusal('request_malformed', hint);
  const concernsUri = first !== undefined && /^redirect_uris\[/.test(first.parameter);
  return new Refusal(concernsUri ? 'metadata_redirect_uri_refused' : 'metadata_malformed', hint);
}

function hintOf(thrown: ThrownComplaint, operation: Operation | undefined): { hint?: string } {
  if (isAboutMediaType(thrown)) return hintFor(operation);
  if (thrown.status === 413) return { hint: 'The body is larger than 64 KiB.' };
  if (thrown.type === 'entity.parse.failed') return { hint: 'The body is not JSON.' };
  return {};
}

function isAboutMediaType(thrown: ThrownComplaint): boolean {
  return thrown.status === 415;
}

function hintFor(operation: Operation | undefined): { hint?: string } {
  const wanted = operation?.requestMediaTypes.join(' or ');
  return wanted === undefined || wanted === ''
    ? {}
    : { hint: `Send the body as ${wanted}, without content encoding.` };
}
