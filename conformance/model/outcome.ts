import type { Exchange, Pairs, RequestDraft, Response } from './exchange.ts';

/** Where the browser came to rest after an authorization request. */
export type Landing =
  /** At the redirect URI that belongs to the request, by whatever way. */
  | { at: 'callback'; url: string; query: Pairs; fragment: Pairs; form: Pairs }
  /** On a page of the server. */
  | { at: 'page'; url: string; status: number; mediaType: string; text: string }
  /** Sent to a URL that is neither the server's nor the redirect URI of the request. */
  | { at: 'elsewhere'; url: string }
  /** No answer, or a page that the driver could not get past. */
  | { at: 'nowhere'; reason: string };

export interface AuthorizationOutcome {
  request: RequestDraft;
  /** Where the answer belongs: the registered redirect URI that was named, else the one of the valid request. */
  redirect_uri: string;
  /** The value that was sent; null where none was. */
  state: string | null;
  landing: Landing;
  /** Every URL that the server tried to send the browser to, in order. */
  navigations: readonly string[];
  exchanges: readonly Exchange[];
}

export interface HttpOutcome {
  request: RequestDraft;
  exchange: Exchange;
  response: Response | null;
  /** The parsed body; undefined where it is no JSON. */
  json: unknown;
}
