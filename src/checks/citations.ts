import type { Problem } from './problem.ts';
import { rfcSections } from './rfc-sections.ts';
import type { SourceTree } from './source-tree.ts';

const scanned = /^(src|conformance|docs|bench)\/.*\.(tsx?|js|md|ya?ml)$|^(openapi\.yaml|[A-Z]+\.md)$/;
/** Quotes wrong citations on purpose; or names document and section in fields of their own. */
const exempt =
  /^src\/checks\/citations\.(test\.)?ts$|^conformance\/(requirements\/.*\.yaml|model\/requirement(\.test)?\.ts)$/;

/** One space, or the end of a line with whatever opens the next line of a comment or quotation. */
const gap = String.raw`(?: |[ \t]*\n[ \t]*(?:(?:\*|//|#|>)[ \t]*)?)`;
const section = String.raw`§(?:\d+|[A-Z])(?:\.\d+)*`;
/** One citation, or several sections of one RFC in a row: `RFC 6749 §3.1, §3.2 and §4.1`. */
const citation = new RegExp(
  String.raw`\bRFC${gap}(?<rfc>\d+)(?<sections>${gap}${section}(?:(?:,?${gap}(?:and|or|to)${gap}|,${gap}|[–/])${section})*)?`,
  'g',
);
/** Meant as citations. Addresses, paths, identifiers and ids of requirements are left alone. */
const malformed = [
  /(?<![\w/.#:-])(?:RFC-?\d{3,5}|rfc[ -]?\d{3,5})(?![\w/-]|\.\w)/g,
  /\bRFC \d+(?:'s)?,? (?:[Ss]ections?|[Ss]ec\.|¶|#)? ?\d+\.\d[\d.]*/g,
  /\b[Ss]ections? \d+(?:\.\d+)+(?: of RFC \d+)?/g,
];

/** Every cited section exists, and every citation has the one form `RFC NNNN §X`. */
export function checkCitations(tree: SourceTree): Problem[] {
  return tree.files
    .filter((file) => scanned.test(file) && !exempt.test(file))
    .flatMap((file) => checkText(file, tree.read(file)));
}

function checkText(file: string, text: string): Problem[] {
  const line = (position: number): number => text.slice(0, position).split('\n').length;
  const citations = [...text.matchAll(citation)];
  const invented = citations.flatMap((match) =>
    complaints(match).map((message) => ({ file, line: line(match.index), message })),
  );
  const outside = blank(text, citations);
  const stray = [
    ...outside.matchAll(/§+ ?(?:\d[\w.]*|[A-Z][\d.]*\b)/g),
    ...malformed.flatMap((form) => [...text.matchAll(form)]).filter(([found]) => !isName(file, found)),
  ];
  const wrong = stray.map((match) => ({
    file,
    line: line(match.index),
    message: `"${match[0].trim()}" is not of the form RFC NNNN §X`,
  }));
  return [...invented, ...wrong];
}

/** In the suite, a document's name in small letters is the name of a profile and of a ledger. */
function isName(file: string, found: string): boolean {
  return file.startsWith('conformance/') && /^rfc\d+$/.test(found);
}

function complaints(match: RegExpMatchArray): string[] {
  const { rfc = '', sections = '' } = match.groups ?? {};
  const known = rfcSections[rfc]?.split(' ');
  if (known === undefined) return [`RFC ${rfc} is not among the RFCs whose sections are known`];
  return [...sections.matchAll(/§([\w.]*\w)/g)]
    .map(([, number = '']) => number)
    .filter((number) => !known.includes(number))
    .map((number) => `RFC ${rfc} has no §${number}`);
}

/** The text with well-formed citations, and this form itself, replaced by as many spaces. */
function blank(text: string, citations: readonly RegExpMatchArray[]): string {
  const form = text.replaceAll('RFC NNNN §X', ' '.repeat('RFC NNNN §X'.length));
  return citations.reduce((rest, { 0: found, index = 0 }) => {
    return rest.slice(0, index) + ' '.repeat(found.length) + rest.slice(index + found.length);
  }, form);
}
