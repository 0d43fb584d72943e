import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl } from './database-url.ts';
import { UnusableDatabase } from './unusable-database.ts';

describe('a database URL', () => {
  it.each([
    ['sqlite:./codegrant.db', './codegrant.db'],
    ['sqlite:/var/lib/codegrant/codegrant.db', '/var/lib/codegrant/codegrant.db'],
    ['sqlite::memory:', ':memory:'],
  ])('%s is SQLite in %s', (url, filename) => {
    expect(parseDatabaseUrl(url)).toEqual({ kind: 'sqlite', filename });
  });

  it.each([
    'postgres://db.example/codegrant',
    'postgresql://user:pw@db.example:6432/codegrant?sslmode=require',
  ])('%s is PostgreSQL', (url) => {
    expect(parseDatabaseUrl(url)).toEqual({ kind: 'postgres', url });
  });

  it.each(['', 'sqlite:', 'codegrant.db', 'mysql://db/codegrant', 'postgres:codegrant', 'postgres://a b/c'])(
    'of any other form is refused with the forms that are known: "%s"',
    (url) => {
      expect(() => parseDatabaseUrl(url)).toThrow(UnusableDatabase);
      expect(() => parseDatabaseUrl(url)).toThrow(/sqlite:\.\/codegrant\.db/);
    },
  );

  it('is not repeated in the refusal, since it may hold a password', () => {
    expect(() => parseDatabaseUrl('postgre://user:hunter2@db/x')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});
