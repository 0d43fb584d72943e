import { sectionLink, type Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { sectionTitles } from './section-titles.ts';

/** What a report says beyond the results: the scenarios that were played and the requirements behind them. */
export interface Background {
  scenarios: ReadonlyMap<string, Scenario>;
  requirements: ReadonlyMap<string, Requirement>;
}

export function backgroundOf(
  scenarios: readonly Scenario[],
  requirements: ReadonlyMap<string, Requirement>,
): Background {
  return { scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])), requirements };
}

/** The section that a scenario is filed under. */
export interface Section {
  /** `rfc6749/4.1.3`: the beginning of the ids. */
  key: string;
  /** `RFC 6749`. */
  document: string;
  number: string;
  /** The heading; empty where it is not known. */
  title: string;
  link: string | null;
}

export function sectionOf(id: string): Section {
  const [document = '', number = ''] = id.split('/');
  const { name, rfc } = sourceOf(document);
  return {
    key: `${document}/${number}`,
    document: name,
    number,
    title: sectionTitles[document]?.[number] ?? '',
    link: rfc === null ? null : sectionLink({ rfc, section: number }),
  };
}

/** What a document is called, and how the ledger names it; null for one that is not published as an RFC or a draft. */
function sourceOf(document: string): { name: string; rfc: string | null } {
  const number = /^rfc(\d+)$/.exec(document)?.[1];
  if (number !== undefined) return { name: `RFC ${number}`, rfc: `RFC${number}` };
  return document === 'oauth2.1'
    ? { name: 'OAuth 2.1 (draft)', rfc: 'draft-ietf-oauth-v2-1' }
    : { name: document, rfc: null };
}

/** `RFC 6749 §4.1.3 Access Token Request`. */
export function sectionInWords({ document, number, title }: Section): string {
  return `${document} §${number} ${title}`.trimEnd();
}

/** What was sent: the valid request, and the one thing in which this one differs. */
export function sentInWords(scenario: Scenario | undefined): string {
  if (scenario === undefined || 'act' in scenario) return 'a sequence of requests, as listed below';
  const base = `the valid ${scenario.from}`;
  return scenario.change === null ? `${base}, unchanged` : `${base}, with ${scenario.change.text}`;
}

/** The sections of each document in their order, each with what belongs to it. */
export function bySection<Entry extends { id: string }>(entries: readonly Entry[]): [Section, Entry[]][] {
  const groups = new Map<string, [Section, Entry[]]>();
  for (const entry of entries) {
    const section = sectionOf(entry.id);
    const group = groups.get(section.key) ?? [section, []];
    group[1].push(entry);
    groups.set(section.key, group);
  }
  const documents = [...new Set([...groups.values()].map(([{ document }]) => document))];
  const rank = ({ document }: Section) => documents.indexOf(document);
  return [...groups.values()].sort(
    ([a], [b]) => rank(a) - rank(b) || a.number.localeCompare(b.number, 'en', { numeric: true }),
  );
}
