/** One normative sentence of a document, as the ledger keeps it. */
export interface Requirement {
  /** Such as `RFC6749-4.1.3-m`; never reused. */
  id: string;
  /** `RFC6749`, or the name of a draft without its number. */
  rfc: string;
  section: string;
  level: Level;
  /** `derived`: the sentence addresses the client, and the server's side of it follows indirectly. */
  binds: 'AS' | 'RS' | 'derived';
  endpoint: string;
  /** In our own words. */
  summary: string;
  blackbox: 'full' | 'partial' | 'no';
  observe: string;
  preconditions: readonly string[];
  /** Places where several outcomes conform, `A01` to `A42`. */
  ambiguity: readonly string[];
}

export type Level =
  | 'MUST'
  | 'MUST NOT'
  | 'REQUIRED'
  | 'SHALL'
  | 'SHALL NOT'
  | 'IMPLICIT'
  | 'SHOULD'
  | 'SHOULD NOT'
  | 'RECOMMENDED'
  | 'NOT RECOMMENDED'
  | 'MAY'
  | 'OPTIONAL';

/** How much a violation weighs: `must` fails, `should` warns, `may` is only recorded. */
export type Weight = 'must' | 'should' | 'may';

const weights: Readonly<Record<Level, Weight>> = {
  MUST: 'must',
  'MUST NOT': 'must',
  REQUIRED: 'must',
  SHALL: 'must',
  'SHALL NOT': 'must',
  IMPLICIT: 'must',
  SHOULD: 'should',
  'SHOULD NOT': 'should',
  RECOMMENDED: 'should',
  'NOT RECOMMENDED': 'should',
  MAY: 'may',
  OPTIONAL: 'may',
};

export function weightOf(level: Level): Weight {
  return weights[level];
}

/** Where the section can be read: of an RFC, or of the newest text of a draft. */
export function sectionLink({ rfc, section }: Pick<Requirement, 'rfc' | 'section'>): string {
  const number = /^RFC(\d+)$/.exec(rfc)?.[1];
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return number === undefined
    ? `https://datatracker.ietf.org/doc/html/${rfc}#${anchor}`
    : `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`;
}
