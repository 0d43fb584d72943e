import type { Parsed } from './parsed.ts';

const EXPECTED = 'sqlite: and the path of a file, or postgres:// and user, host and database';

/** No `@`, `/`, `?` or `#` of a password that was not percent-encoded can be taken for the host or the path. */
const UNAMBIGUOUS = /^postgres(ql)?:\/\/([^/?#@]*@)?[^/?#@]*(\/[^/?#@]*)?(\?[^@#]*)?$/;

/** Where the data are: `sqlite:PATH` or `postgres://…`, kept as it was written. */
export function parseDatabaseUrl(text: string): Parsed<string> {
  if (isSqlite(text)) {
    const path = text.slice('sqlite:'.length);
    return path === '' || path.startsWith('//')
      ? { expected: 'sqlite: and then the path itself, without two slashes before it' }
      : { value: text };
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return { expected: EXPECTED };
  return { value: text };
}

export function isSqlite(databaseUrl: string): boolean {
  return databaseUrl.startsWith('sqlite:');
}

/**
 * The database in a message or a log line. Of anything that is not a SQLite path only what cannot hold a
 * password is shown: a password may stand before the host, in the query, or anywhere in a mistyped URL.
 */
export function showDatabaseUrl(text: string): string {
  if (isSqlite(text)) return text;
  if (!UNAMBIGUOUS.test(text) || !URL.canParse(text)) {
    return `${/^[a-z][a-z0-9+.-]{0,15}:(?=\/\/)/i.exec(text)?.[0] ?? ''}…`;
  }
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}

/** Takes a database URL's password out of a sentence that a driver wrote. */
export function withoutPassword(sentence: string, databaseUrl: string): string {
  if (isSqlite(databaseUrl) || !URL.canParse(databaseUrl)) return sentence;
  const { password, searchParams } = new URL(databaseUrl);
  const secrets = [password, decodeLeniently(password), searchParams.get('password') ?? ''];
  return [databaseUrl, ...secrets]
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '…'), sentence);
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
