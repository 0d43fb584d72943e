import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { refusals, type Reason, type Wire } from './refusals.ts';

const table = Object.entries(refusals) as [Reason, Wire][];

const source = ['oauth', 'oauth/grants', 'handlers', 'http']
  .flatMap((folder) => {
    const path = new URL(`../${folder}/`, import.meta.url);
    return readdirSync(path)
      .filter((name) => /^[^.]+\.tsx?$/.test(name) && name !== 'refusals.ts')
      .map((name) => readFileSync(new URL(name, path), 'utf8'));
  })
  .join('\n');

/** The codes that a section or an extension lists for its endpoint; those of pages are this server's own. */
const codes: Record<string, readonly string[]> = {
  'RFC 6749': [
    ...['invalid_request', 'unauthorized_client', 'access_denied', 'unsupported_response_type'],
    ...['invalid_scope', 'server_error', 'temporarily_unavailable'],
    ...['invalid_client', 'invalid_grant', 'unsupported_grant_type', 'too_many_attempts'],
  ],
  'RFC 6750': ['invalid_request', 'invalid_token', 'insufficient_scope', 'unauthorized'],
  'RFC 7009': ['invalid_grant'],
  'RFC 7591': ['invalid_redirect_uri', 'invalid_client_metadata'],
  'RFC 7592': ['invalid_token'],
  'RFC 7636': ['invalid_request', 'invalid_grant'],
  'RFC 8252': ['not_found'],
  'RFC 9110': [
    'invalid_request',
    'not_found',
    'method_not_allowed',
    'temporarily_unavailable',
    'server_error',
  ],
  'RFC 9700': ['invalid_grant'],
};

describe('the table of refusals', () => {
  it.each(table)('has %s because some source file refuses for it', (reason) => {
    expect(source).toContain(`'${reason}'`);
  });

  it.each(table)(
    'says %s in the characters of error_description, RFC 6749 §5.2',
    (_, { sentence, error }) => {
      expect(sentence).toMatch(/^[ !#-[\]-~]+\.$/);
      expect(error).toMatch(/^[a-z_]+$/);
    },
  );

  it.each(table)('says %s in a code of the document that it cites', (_, { section, error }) => {
    expect(section).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/);
    expect(codes[section.slice(0, 8)]).toContain(error);
  });

  it.each(table)('answers %s with a status that fits its code', (_, { status, error, challenge }) => {
    if (status === 401) expect(challenge).toBeDefined();
    if (error === 'invalid_client') expect([400, 401]).toContain(status);
    if (error === 'server_error') expect(status).toBe(500);
    if (error === 'insufficient_scope') expect(status).toBe(403);
    if (['invalid_grant', 'invalid_scope', 'unauthorized_client'].includes(error)) expect(status).toBe(400);
  });

  it.each([
    [['code_unknown', 'code_of_another_client', 'code_revoked']],
    [['client_unknown', 'client_secret_wrong']],
    [['refresh_token_unknown', 'refresh_token_of_another_client', 'refresh_token_revoked']],
  ] as [Reason[]][])('answers %j alike, so that nothing is learnt by trying', (reasons) => {
    const [first, ...others] = reasons.map((reason) => JSON.stringify(refusals[reason]));
    expect(others.filter((other) => other !== first)).toEqual([]);
  });
});

describe('a refusal', () => {
  it('says the sentence of its row', () => {
    expect(new Refusal('code_missing').description).toBe('The parameter code is missing.');
  });

  it('adds its hint to the sentence', () => {
    const { description } = new Refusal('parameter_malformed', { hint: 'state is too long.' });
    expect(description).toBe('A parameter is malformed. state is too long.');
  });

  it('travels to no client unless it was given a way', () => {
    expect(new Refusal('code_missing').delivery).toBeNull();
  });
});
