import { UnusableDatabase } from './unusable-database.ts';

export type DatabaseLocation = { kind: 'sqlite'; filename: string } | { kind: 'postgres'; url: string };

const forms = 'sqlite:./codegrant.db, sqlite::memory: or postgres://user:password@host:5432/name';

/** Reads DATABASE_URL. The refusal never repeats the value: it may hold a password. */
export function parseDatabaseUrl(databaseUrl: string): DatabaseLocation {
  const filename = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1];
  if (filename !== undefined) return { kind: 'sqlite', filename };
  if (/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)) {
    return { kind: 'postgres', url: databaseUrl };
  }
  throw new UnusableDatabase(`DATABASE_URL is none of the forms known here: ${forms}`);
}
