/** A URI cut where RFC 3986 §3 cuts it, nothing decoded and nothing normalised. */
export interface UriParts {
  uri: string;
  scheme: string;
  /** Null where there is no `//`. */
  host: string | null;
  /** With its colon; empty where there is none. */
  port: string;
  path: string;
  /** With its question mark; empty where there is none. */
  query: string;
}

export function partsOf(uri: string): UriParts {
  const [, scheme = '', authority, path = '', query = ''] =
    /^([^:/?#]+):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?/s.exec(uri) ?? [];
  const [, host = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(authority ?? '') ?? [];
  return { uri, scheme, host: authority === undefined ? null : host, port, path, query };
}

/** The URI of the parts, some of them replaced. */
export function uriOf(parts: UriParts, other: Partial<UriParts> = {}): string {
  const { scheme, host, port, path, query } = { ...parts, ...other };
  return `${scheme}:${host === null ? '' : `//${host}${port}`}${path}${query}`;
}

/** RFC 8252 §7.3 lets the port of these vary; what it says of the name is disputed (A11). */
export function isLoopback({ host }: UriParts): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(host?.toLowerCase() ?? '');
}

export function isAddress({ host }: UriParts): boolean {
  return host !== null && (/^[\d.]+$/.test(host) || host.startsWith('['));
}
