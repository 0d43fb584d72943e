import type { Scenario } from '../model/scenario.ts';
import { nearest } from '../target/nearest.ts';

/** Which documents a profile judges by; the ids of scenarios begin with them. */
export const profiles: Readonly<Record<string, readonly string[]>> = {
  rfc6749: ['rfc6749', 'rfc6750', 'rfc7636'],
  rfc7009: ['rfc7009'],
  rfc7662: ['rfc7662'],
  rfc8414: ['rfc8414'],
  rfc7591: ['rfc7591', 'rfc7592'],
  rfc9207: ['rfc9207'],
  rfc8252: ['rfc8252'],
  bcp: ['rfc9700'],
  'oauth2.1': ['oauth2.1'],
  mcp: ['mcp'],
};

/** What was asked for does not exist. */
export class NothingSelected extends Error {
  override name = 'NothingSelected';
}

/** The scenarios of the profile, or those of them that a selection names; in the order of the catalogue. */
export function selectScenarios(
  catalogue: readonly Scenario[],
  { profile, selection }: { profile: string; selection: readonly string[] },
): readonly Scenario[] {
  const inProfile = catalogue.filter(({ id }) => isInProfile(id, profile));
  for (const wanted of selection) {
    if (!inProfile.some(({ id }) => matches(id, wanted))) throw refusal(wanted, profile, catalogue);
  }
  const chosen =
    selection.length === 0
      ? inProfile
      : inProfile.filter(({ id }) => selection.some((wanted) => matches(id, wanted)));
  if (chosen.length === 0) throw new NothingSelected(`the profile ${profile} has no scenarios`);
  return chosen;
}

/** By id, by the beginning of an id at a slash, or by section: `4.1` means 4.1 and what is below it, never 4.10. */
export function matches(id: string, wanted: string): boolean {
  const [document = '', section = ''] = id.split('/');
  const isWithin = (text: string, start: string, separator: string) =>
    text === start || text.startsWith(`${start}${separator}`);
  const [wantedDocument = '', wantedSection] = wanted.replace(/\/$/, '').split('/');
  return (
    isWithin(id, wanted.replace(/\/$/, ''), '/') ||
    isWithin(section, wanted, '.') ||
    (document === wantedDocument &&
      wantedSection !== undefined &&
      !hasSlug(wanted) &&
      isWithin(section, wantedSection, '.'))
  );
}

function hasSlug(wanted: string): boolean {
  return wanted.replace(/\/$/, '').split('/').length > 2;
}

function isInProfile(id: string, profile: string): boolean {
  if (profile === 'all') return true;
  const documents = profiles[profile];
  if (documents === undefined) {
    const known = [...Object.keys(profiles), 'all'];
    const meant = nearest(profile, known);
    const hint = meant === undefined ? `known: ${known.join(', ')}` : `did you mean ${meant}?`;
    throw new NothingSelected(`there is no profile ${profile}; ${hint}`);
  }
  return documents.includes(id.split('/')[0] ?? '');
}

function refusal(wanted: string, profile: string, catalogue: readonly Scenario[]): NothingSelected {
  const elsewhere = catalogue.find(({ id }) => matches(id, wanted));
  if (elsewhere !== undefined) {
    const document = elsewhere.id.split('/')[0] ?? '';
    const home = Object.keys(profiles).find((name) => profiles[name]?.includes(document)) ?? 'all';
    return new NothingSelected(`${wanted} is not in the profile ${profile}; add --profile ${home}`);
  }
  const meant = nearestScenario(wanted, catalogue);
  const hint = meant === undefined ? 'see `list`' : `did you mean ${meant}?`;
  return new NothingSelected(`no scenario matches ${wanted}; ${hint}`);
}

/** The id that was probably meant. */
export function nearestScenario(wanted: string, catalogue: readonly Scenario[]): string | undefined {
  const ids = catalogue.map(({ id }) => id);
  return (
    nearest(wanted, ids) ??
    ids.find((id) => id.split('/').at(-1) === wanted) ??
    ids.find((id) => id.includes(wanted))
  );
}
