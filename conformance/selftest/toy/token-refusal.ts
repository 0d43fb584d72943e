import { json, withHeader, type Pairs, type Reply } from './message.ts';
import type { Toy } from './toy.ts';

/** Why the token endpoint says no; the error codes are those of RFC 6749 §5.2. */
export class Refusal extends Error {
  constructor(
    readonly error: string,
    readonly description: string,
    /** What came with it: whether the client tried the Authorization header, and what a reflecting toy would quote. */
    readonly context: { usedHeader?: boolean; input?: string } = {},
  ) {
    super(description);
  }
}

/** RFC 6749 §5.2. */
export function refusalReply(toy: Toy, { error, description, context }: Refusal): Reply {
  if (error === 'invalid_client') return clientRefusal(toy, description, context.usedHeader ?? false);
  return shaped(toy, json(statusOf(toy, error), members(toy, error, description, context.input)));
}

function statusOf(toy: Toy, error: string): number {
  if (toy.faulty('answers-errors-with-200')) return 200;
  if (error === 'invalid_grant' && toy.faulty('401-for-invalid-grant')) return 401;
  if (error === 'invalid_grant' && toy.faulty('500-for-invalid-grant')) return 500;
  if (error === 'invalid_scope' && toy.faulty('403-for-invalid-scope')) return 403;
  return error === 'unauthorized_client' && toy.faulty('403-for-unauthorized-client') ? 403 : 400;
}

function members(toy: Toy, error: string, description: string, input = ''): object {
  if (toy.faulty('error-as-object')) return { error: { code: error, message: description } };
  if (toy.faulty('error-under-another-name')) return { code: error, message: description };
  return { error: codeOf(toy, error), error_description: describe(toy, description, input), ...extras(toy) };
}

function codeOf(toy: Toy, error: string): string {
  if (error === 'invalid_grant' && toy.faulty('invalid-grant-is-invalid-request')) return 'invalid_request';
  if (error === 'unsupported_grant_type' && toy.faulty('unknown-grant-is-invalid-grant'))
    return 'invalid_grant';
  if (error === 'invalid_scope' && toy.faulty('scope-error-is-invalid-grant')) return 'invalid_grant';
  return error === 'invalid_request' && toy.faulty('invalid-request-is-invalid-grant')
    ? 'invalid_grant'
    : error;
}

function describe(toy: Toy, description: string, input: string): string {
  if (toy.faulty('quotes-in-token-description')) return `"${description}"`;
  if (toy.faulty('accents-in-token-description')) return 'Anfrage ung\u00fcltig';
  if (toy.faulty('line-breaks-in-token-description')) return `${description}\n`;
  return toy.faulty('reflects-input-in-token-description') ? `${description}: ${input}` : description;
}

function extras(toy: Toy): object {
  if (toy.faulty('spaces-in-token-error-uri')) return { error_uri: '/errors of mine' };
  return toy.varies('extra-members') ? { error_uri: 'https://docs.example/errors', trace: [1] } : {};
}

/** A failed header attempt is answered 401 with a challenge for that scheme; other attempts may be. */
function clientRefusal(toy: Toy, description: string, usedHeader: boolean): Reply {
  const error = toy.faulty('invalid-client-is-unauthorized-client')
    ? 'unauthorized_client'
    : 'invalid_client';
  const isSoft = usedHeader
    ? toy.faulty('400-for-failed-basic')
    : toy.varies('400-for-failed-body-credentials');
  const status = toy.faulty('answers-errors-with-200')
    ? 200
    : isSoft
      ? 400
      : toy.faulty('403-for-invalid-client')
        ? 403
        : 401;
  const scheme = toy.faulty('challenges-with-another-scheme') ? 'Bearer' : 'Basic';
  const challenge = `${scheme} realm="toy"`;
  const challenges: Pairs = toy.varies('several-challenges')
    ? [['www-authenticate', `Negotiate, ${challenge}, charset="UTF-8", Digest realm="toy"`]]
    : [['www-authenticate', challenge]];
  const isSilent = status === 400 || toy.faulty('invalid-client-without-challenge');
  return shaped(toy, json(status, members(toy, error, description), isSilent ? [] : challenges));
}

/** What a careless framework makes of an error. */
function shaped(toy: Toy, reply: Reply): Reply {
  if (toy.faulty('answers-errors-in-html')) {
    return { ...withHeader(reply, 'content-type', 'text/html'), body: '<h1>Bad request</h1>' };
  }
  if (toy.faulty('mislabels-errors')) return withHeader(reply, 'content-type', 'text/plain');
  if (toy.faulty('errors-without-media-type')) return withHeader(reply, 'content-type', null);
  if (toy.faulty('repeats-error-member')) return { ...reply, body: reply.body.replace('{', '{"error":"x",') };
  return toy.varies('charset-in-media-type')
    ? withHeader(reply, 'content-type', 'application/json; charset=UTF-8')
    : reply;
}
