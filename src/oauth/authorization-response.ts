/**
 * How an authorization response or error response travels to the client: RFC 6749 §4.1.2 and §4.1.2.1, with the
 * choice of `response_mode`.
 */
export type Delivery =
  | { kind: 'redirect'; location: string }
  | { kind: 'form_post'; action: string; fields: Fields }
  /** The out-of-band page: there is no client to send the browser to. */
  | { kind: 'page'; fields: Fields };

export type Fields = readonly (readonly [name: string, value: string])[];

export const responseModes = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof responseModes)[number];

/** Registered in place of a URI by clients without a redirect endpoint; the code is then shown for copying. */
export const outOfBandUri = 'urn:ietf:wg:oauth:2.0:oob';

/** Puts the fields on the URI. The URI's own query stays as it is, to the letter (RFC 6749 §3.1.2). */
export function deliver(uri: string, mode: ResponseMode, fields: Fields): Delivery {
  if (uri === outOfBandUri) return { kind: 'page', fields };
  if (mode === 'form_post') return { kind: 'form_post', action: uri, fields };
  const encoded = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  if (mode === 'fragment') return { kind: 'redirect', location: `${uri}#${encoded}` };
  return { kind: 'redirect', location: uri + querySeparator(uri) + encoded };
}

function querySeparator(uri: string): string {
  if (!uri.includes('?')) return '?';
  return uri.endsWith('?') || uri.endsWith('&') ? '' : '&';
}
