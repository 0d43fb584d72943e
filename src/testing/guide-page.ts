/** One thing that a page of instructions has its reader do. */
export interface GuideStep {
  /** `sh`: commands. `url`: an address to open in a browser. */
  language: 'sh' | 'url';
  text: string;
  /** What the page says of it, down to the next block. */
  prose: string;
  /** What the page prints as the outcome; null where it prints none. */
  outcome: { language: 'json' | 'text'; text: string } | null;
}

const languages = ['sh', 'url', 'json', 'text'] as const;

/** The fenced blocks of a page in their order: what to do, each with what comes of it. */
export function readGuide(markdown: string): GuideStep[] {
  const steps: GuideStep[] = [];
  for (const [, language = '', text = '', prose = ''] of markdown.matchAll(
    /^```(\w*)\n([\s\S]*?)\n```\n([\s\S]*?)(?=^```|$(?![\s\S]))/gm,
  )) {
    if (!isKnown(language)) throw new Error(`nothing is known of a block in "${language}"`);
    const last = steps.at(-1);
    if (language === 'sh' || language === 'url') steps.push({ language, text, prose, outcome: null });
    else if (last === undefined || last.outcome !== null) throw new Error(`an outcome of nothing: ${text}`);
    else last.outcome = { language, text };
  }
  return steps;
}

function isKnown(language: string): language is (typeof languages)[number] {
  return (languages as readonly string[]).includes(language);
}

/**
 * In what an outcome differs from the one that is printed, where `…` stands for anything, and one moment for another;
 * null where in nothing.
 */
export function differenceOf({ language, text }: NonNullable<GuideStep['outcome']>, came: string) {
  if (language === 'text') return isLike(text, came, '[^&#]+') ? null : `${came} is not ${text}`;
  return differenceOfJson(JSON.parse(text) as unknown, JSON.parse(came) as unknown, 'the answer');
}

function differenceOfJson(printed: unknown, came: unknown, place: string): string | null {
  if (typeof printed === 'string' && typeof came === 'string' && isLike(printed, came, '.+')) return null;
  if (isMoment(printed) && isMoment(came)) return null;
  if (typeof printed !== 'object' || printed === null || typeof came !== 'object' || came === null) {
    return printed === came ? null : `${place} is ${JSON.stringify(came)} and not ${JSON.stringify(printed)}`;
  }
  const names = [Object.keys(printed), Object.keys(came)].map((keys) => keys.sort().join());
  if (names[0] !== names[1]) return `${place} has ${names[1]} and not ${names[0]}`;
  for (const [name, value] of Object.entries(printed)) {
    const difference = differenceOfJson(value, (came as Record<string, unknown>)[name], `${place}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isLike(printed: string, came: string, anything: string): boolean {
  const parts = printed.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join(anything)}$`).test(came);
}

/** Seconds since 1970, of this century. */
function isMoment(value: unknown): boolean {
  return typeof value === 'number' && value > 1e9;
}
