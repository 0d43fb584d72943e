import { describe, expect, it } from 'vitest';
import { operations, type OperationId } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import { dialectNames } from './dialect.ts';
import { dialects, enableDialects, findCollision } from './enabled.ts';

const ids = Object.keys(operations) as OperationId[];

describe.each(dialectNames)('the record of %s', (name) => {
  it('governs its own operations, and none of another dialect', () => {
    const own = ids.filter((id) => operations[id]['x-dialect'] === name);
    expect(dialects[name].governs).toEqual(expect.arrayContaining(own));
    const marks = dialects[name].governs.map((id) => operations[id]['x-dialect']);
    expect(marks.filter((mark) => mark !== undefined && mark !== name)).toEqual([]);
  });

  it('has an authorization endpoint with a decision beside it', () => {
    const { authorization_endpoint } = dialects[name];
    const paths = dialects[name].governs.map((id): string => operations[id].path);
    expect(paths).toEqual(
      expect.arrayContaining([authorization_endpoint, `${authorization_endpoint}/decision`]),
    );
  });

  it('tolerates something, at what it governs and nowhere else', () => {
    const enabled = enableDialects([name]);
    expect(dialects[name].tolerances).not.toEqual(strict);
    for (const id of ids) {
      const expected = dialects[name].governs.includes(id) ? dialects[name].tolerances : strict;
      expect(enabled.governing(id).tolerances).toBe(expected);
    }
  });
});

describe('dialects together', () => {
  it('collide where two of them answer at one path', () => {
    expect(findCollision(['gocd', 'metamaps'])).toBe(
      'gocd and metamaps both answer at /oauth/authorize, each in its own way',
    );
    expect(() => enableDialects(['gancio', 'metamaps'])).toThrow('/oauth/token');
  });

  it('do not collide with themselves', () => {
    expect(findCollision(['gocd', 'gocd'])).toBeNull();
    expect(findCollision([])).toBeNull();
  });

  it('keep each to its own', () => {
    const { serves, governing } = enableDialects(['ghost', 'gitshare']);
    expect(dialectNames.filter(serves)).toEqual(['ghost', 'gitshare']);
    expect(serves(undefined)).toBe(true);
    expect(governing('ghostToken').tolerances).toBe(dialects.ghost.tolerances);
    expect(governing('getMe').tolerances).toBe(dialects.gitshare.tolerances);
    expect([governing('getMe').trailing_slash, governing('gitshareToken').trailing_slash]).toEqual([
      false,
      true,
    ]);
    expect(governing('issueToken').tolerances).toBe(strict);
  });
});
