import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import {
  destination,
  pino,
  stdSerializers,
  stdTimeFunctions,
  type DestinationStream,
  type LogFn,
  type Logger,
} from 'pino';
import { requestPath } from './request-path.ts';

/**
 * Names under which a secret travels, and the records that hold one: cut whole, whoever logs them. Wildcards would
 * cost nine times the rest of the line.
 */
const NEVER_LOGGED = [
  ...['authorization', 'body', 'cookie', 'headers', 'location', 'query'],
  ...['access_token', 'refresh_token', 'registration_access_token', 'token'],
  ...['client_secret', 'code_challenge', 'code_verifier', 'csrf_token', 'password', 'password_hash'],
  ...['client', 'grant', 'input', 'session', 'user'],
];

/**
 * What a request, an answer and an error look like in the log. A request is its method and path, and an answer its
 * status: headers, queries and bodies are never read, so there is nothing to forget to redact.
 */
export const serializers = {
  req: (request: IncomingMessage) => ({ method: request.method, path: requestPath(request) }),
  res: (response: ServerResponse) => ({ status: response.statusCode }),
  err: (error: unknown) => {
    if (!(error instanceof Error)) return { type: typeof error };
    const { type, message, stack } = stdSerializers.err(error);
    const code = 'code' in error ? { code: String(error.code) } : {};
    return { type, ...code, message: withoutSecrets(message), stack: withoutSecrets(stack) };
  },
};

/** JSON lines, one per event, with the time as RFC 3339 text. */
export function createLogger(level: string, stream: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers,
      hooks: { logMethod: withoutSecretMessage },
      redact: NEVER_LOGGED,
    },
    stream,
  );
}

/**
 * Writes the lines of one turn of the event loop together, before the next turn begins or the process ends: a write takes
 * longer than a line. Straight to the file where there is one.
 */
export function logTo(stream: Writable & { fd?: number }): DestinationStream {
  const target = typeof stream.fd === 'number' ? destination({ fd: stream.fd, sync: true }) : stream;
  let lines = '';
  const flush = (): void => {
    const written = lines;
    lines = '';
    if (written !== '') target.write(written);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}

/** pino would take over an error's message as the line's own, around the serializer. */
function withoutSecretMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [subject, text]: unknown[] = args;
  const error = isWithError(subject) ? subject.err : subject;
  if (error instanceof Error && text === undefined) method.call(this, subject, withoutSecrets(error.message));
  else method.apply(this, args);
}

function isWithError(subject: unknown): subject is { err: unknown } {
  return typeof subject === 'object' && subject !== null && 'err' in subject;
}

/**
 * A driver may quote what it was given. Every secret and every hash of ours has at least 43 characters of
 * base64url, which nothing else in a message has.
 */
function withoutSecrets(text: string): string {
  return text.replace(/[A-Za-z0-9_-]{40,}/g, '…');
}
