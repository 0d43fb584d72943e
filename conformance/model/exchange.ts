/** Name and value, in the order in which they go over the wire; a name may stand there more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** An HTTP request as it is about to be sent: the valid one, or the valid one with one change. */
export interface RequestDraft {
  method: string;
  /** The endpoint, with its own query if it has one. */
  url: string;
  /** Added to the URL's query, form-encoded. */
  query: Pairs;
  headers: Pairs;
  /** Form parameters; null where there is no body. Text where a change replaced the encoding. */
  body: Pairs | string | null;
}

/** One request with what came back, as it stands in a report once secrets are taken out. */
export interface Exchange {
  request: { method: string; url: string; headers: Pairs; body: string };
  response: Response | null;
  /** Why there is no response: refused, reset, timed out, not HTTP. */
  failure: string | null;
  milliseconds: number;
}

export interface Response {
  status: number;
  /** Names in lower case. */
  headers: Pairs;
  /** The first mebibyte, as text. */
  body: string;
  isTruncated: boolean;
}

/** The first value of the name; header names are compared without regard to case. */
export function headerOf(response: Response, name: string): string | undefined {
  return response.headers.find(([key]) => key === name.toLowerCase())?.[1];
}

export function valuesOf(pairs: Pairs, name: string): string[] {
  return pairs.filter(([key]) => key === name).map(([, value]) => value);
}

export function valueOf(pairs: Pairs, name: string): string | undefined {
  return valuesOf(pairs, name)[0];
}

/** The parameters of a request, wherever they stand. */
export function sentBy({ query, body }: RequestDraft): Pairs {
  return typeof body === 'string' || body === null ? query : [...query, ...body];
}
