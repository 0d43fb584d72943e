import { classify, type Classification } from '../cli/coverage.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { sectionTitles } from './section-titles.ts';
import { unshown } from './unshown.ts';

/** Where the page stands. */
export const requirementsPage = new URL('../../docs/conformance/requirements.md', import.meta.url);

const reasons: Readonly<Record<Exclude<Classification, 'scenario' | 'open'>, string>> = {
  delegated: 'No scenario: it binds the client, and what the server has to do about it is asked elsewhere.',
  unobservable: 'No scenario: nothing of it can be seen from outside.',
  permission: 'No scenario: it permits something, and nothing can break a permission.',
  'other profile': 'No scenario in the default profile, which judges by RFC 6749, RFC 6750 and RFC 7636.',
};

/** Every requirement of the ledger with the scenarios that show it, or with the reason why there is none. */
export function renderRequirementsPage(
  ledger: ReadonlyMap<string, Requirement>,
  catalogue: readonly Scenario[],
): string {
  const shownBy = new Map<string, string[]>();
  for (const { id, requires } of catalogue) {
    for (const requirement of requires) shownBy.set(requirement, [...(shownBy.get(requirement) ?? []), id]);
  }
  const documents = groupedBy([...ledger.values()], ({ rfc }) => rfc);
  const order = [...documents.keys()].sort((a, b) => rank(a) - rank(b));
  const parts = order.flatMap((rfc) => documentLines(rfc, documents.get(rfc) ?? [], shownBy));
  return `${[...opening(ledger, shownBy, catalogue.length), ...parts].join('\n')}\n`;
}

/** Why a requirement has no scenario; null where it has one, undefined where nobody has said. */
export function reasonFor(requirement: Requirement, shown: ReadonlySet<string>): string | null | undefined {
  const kind = classify(requirement, shown);
  if (kind === 'scenario') return null;
  if (kind !== 'open') return reasons[kind];
  const reason = unshown[requirement.id];
  return reason === undefined ? undefined : `No scenario: ${lowerFirst(reason)}`;
}

function opening(
  ledger: ReadonlyMap<string, Requirement>,
  shownBy: ReadonlyMap<string, readonly string[]>,
  scenarios: number,
): string[] {
  const shown = [...ledger.keys()].filter((id) => shownBy.has(id)).length;
  return [
    '# Requirements and the scenarios that show them',
    '',
    '<!-- Written by npm run generate:conformance from the ledger and the catalogue. -->',
    '',
    'Every requirement that the suite knows, in the order of the documents, in its own words; the sentence itself stands',
    'in the section named. Under each stands what shows it, or why nothing does. A scenario is shown in full by',
    '`codegrant-conformance explain` with its id.',
    '',
    `${ledger.size} requirements, ${shown} of them shown by ${scenarios} scenarios.`,
  ];
}

function documentLines(
  rfc: string,
  members: readonly Requirement[],
  shownBy: ReadonlyMap<string, readonly string[]>,
): string[] {
  const sections = groupedBy(members, ({ section }) => section);
  const titles = sectionTitles[rfc.toLowerCase()] ?? {};
  const name = rfc.replace(/^RFC(\d+)$/, 'RFC $1').replace(/^draft-ietf-oauth-v2-1$/, 'OAuth 2.1 (draft)');
  const heading = (section: string) =>
    name.startsWith('RFC') ? `${name} §${section}` : `${name}: ${section}`;
  return [
    '',
    `## ${name}`,
    ...[...sections].flatMap(([section, entries]) => [
      '',
      `### ${heading(section)} ${titles[section] ?? ''}`.trimEnd(),
      '',
      ...entries.flatMap((entry) => entryLines(entry, shownBy)),
    ]),
  ];
}

function entryLines(entry: Requirement, shownBy: ReadonlyMap<string, readonly string[]>): string[] {
  const { id, level, summary } = entry;
  const reason = reasonFor(entry, new Set(shownBy.keys()));
  const shown = `Shown by ${(shownBy.get(id) ?? []).map((scenario) => `\`${scenario}\``).join(', ')}.`;
  return [
    `- **${id}** ${level}. ${escaped(cited(summary, entry.rfc))}`,
    `  ${reason === null ? shown : (reason ?? 'Not classified.')}`,
  ];
}

/** Sections as the rest of the project cites them. */
function cited(text: string, rfc: string): string {
  const own = rfc.replace(/^RFC(\d+)$/, 'RFC $1');
  return text
    .replaceAll(/\b(RFC \d+) (\d+(?:\.\d+)+)/g, '$1 §$2')
    .replaceAll(/(?<!§)\bsection (\d+(?:\.\d+)+)/g, own === rfc ? 'chapter $1' : `${own} §$1`);
}

/** Words of Markdown that a summary may hold by chance. */
function escaped(text: string): string {
  return text.replaceAll(/[<*]/g, '\\$&').replaceAll(/(?<![\w`])_|_(?![\w`])/g, '\\_');
}

/** A sentence goes on in small letters, unless it begins with a name. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** RFCs by their numbers, drafts last. */
function rank(rfc: string): number {
  return Number(/^RFC(\d+)$/.exec(rfc)?.[1] ?? Infinity);
}

/** In the order of the first of each group. */
function groupedBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
