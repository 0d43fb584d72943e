import type { OperationId } from '../../generated/operations.ts';
import type { operations } from '../../generated/types.ts';
import type { Rules } from '../dialects/dialect.ts';
import type { Complaint } from '../oauth/authorization-request.ts';
import type { Deps } from './deps.ts';
import type { Page } from './page.ts';

export type { Complaint, Rules };

/**
 * A handler is a function from the typed input of its operation to one of the answers that the contract gives the
 * operation. It sees no request and no response, and it says no by throwing a `Refusal`.
 */
export type Handler<Op extends OperationId> = (input: Input<Op>, deps: Deps) => Promise<Output<Op>>;

/** One handler for each operation of the contract: one too few or one too many does not compile. */
export type Handlers = { readonly [Op in OperationId]: Handler<Op> };

export interface Input<Op extends OperationId> {
  /** Query parameters as they were sent; those without a value are left out (RFC 6749 §3.1). */
  query: Parameters<Op, 'query'>;
  path: Parameters<Op, 'path'>;
  body: Body<Op>;
  /** The media type of the body, without parameters. */
  body_type: string | undefined;
  /** What the contract's schema has against the request; empty unless the operation deals with that itself. */
  complaints: readonly Complaint[];
  /** What holds here: this server's own rules, or a dialect's. */
  rules: Rules;
  /** Every name in the query, also those that the contract does not know. */
  query_names: readonly string[];
  authorization: string | undefined;
  /** The value of the browser's session cookie. */
  browser_id: string | null;
  /** The value of the cookie that carries a code to the page that shows it. */
  code_cookie: string | null;
  /** The address of the client, for counting attempts. */
  address: string;
}

type Parameters<Op extends OperationId, In extends 'query' | 'path'> = Sent<
  NonNullable<operations[Op]['parameters'][In]>
>;

/** What may be missing may also be `undefined`, as it comes from a parsed request. */
type Sent<Record> = [Record] extends [never] ? unknown : { [Name in keyof Record]: Record[Name] };

type Body<Op extends OperationId> = operations[Op] extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : undefined;

/** The statuses that a refusal is written with, by `http/refuse` alone. */
type Refused = 400 | 401 | 403 | 404 | 415 | 429 | 500 | 503;

/** The answers of an operation, one shape for each status of the contract that is no refusal. */
export type Output<Op extends OperationId> = {
  [Status in keyof operations[Op]['responses']]: Answer<Status, operations[Op]['responses'][Status]>;
}[Exclude<keyof operations[Op]['responses'], Refused>];

/** A redirect is 303 to a handler; a dialect may have it written with another status. */
type Answer<Status, Response> = Status extends 302
  ? Answer<303, Response>
  : Response extends { content: infer Content }
    ? WithContent<Status, Content> & Extras
    : Response extends { headers: { Location: string } }
      ? { status: Status; location: string } & Extras
      : { status: Status } & Extras;

type WithContent<Status, Content> = Content extends { 'application/json': infer Json }
  ? { status: Status; json: Json; location?: string }
  : Content extends { 'text/html': string }
    ? { status: Status; page: Page } | { status: Status; document: string }
    : { status: Status; document: string };

/** What any answer may do to the browser's cookies. */
interface Extras {
  /** The new value of the session cookie; null ends it. */
  browser_id?: string | null;
  /** Carries a code to the page that shows it, for so many seconds. */
  code_cookie?: { value: string; max_age: number };
}

/** Any answer of any operation, as the writer sees it. */
export type AnyOutput = { status: number } & Extras & {
    json?: unknown;
    page?: Page;
    document?: string;
    location?: string;
  };
