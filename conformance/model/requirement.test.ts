import { describe, expect, test } from 'vitest';
import { sectionInWords, sectionOf } from '../report/background.ts';
import { readLedger } from '../requirements/ledger.ts';
import { sectionLink } from './requirement.ts';

describe('the link of a section', () => {
  test.each([
    ['RFC6749', '4.1.3', 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3'],
    ['RFC6749', 'A.5', 'https://www.rfc-editor.org/rfc/rfc6749#appendix-A.5'],
    [
      'draft-ietf-oauth-v2-1',
      '4.1.3',
      'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-4.1.3',
    ],
  ])('of %s §%s leads to it', (rfc, section, link) => {
    expect(sectionLink({ rfc, section })).toBe(link);
  });

  test('leads to an RFC or to a draft for every entry of the ledger', () => {
    const links = [...readLedger().values()].map(sectionLink);
    const known =
      /^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d{4}|datatracker\.ietf\.org\/doc\/html\/draft-[a-z0-9-]+)#(section|appendix)-[A-Z0-9.]+$/;
    expect(links.filter((link) => !known.test(link))).toEqual([]);
  });
});

test('a section of the draft is named as one, and linked', () => {
  const section = sectionOf('oauth2.1/4.1.3/some-scenario');
  expect(sectionInWords(section)).toBe('OAuth 2.1 (draft) §4.1.3');
  expect(section.link).toBe('https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-4.1.3');
});

test('what is no published document has no link', () => {
  expect(sectionOf('mcp/1/some-scenario')).toMatchObject({ document: 'mcp', link: null });
});
