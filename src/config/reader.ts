import { showDatabaseUrl } from './database-url.ts';
import { settings, type Setting, type SettingName } from './settings.ts';

/** Where settings come from. Flags are keyed by setting and win over the environment. */
export interface Sources {
  flags: Partial<Record<SettingName, string>>;
  env: Readonly<Record<string, string | undefined>>;
}

/** The refusal to start: every mistake at once, one sentence each. */
export class ConfigRefusal extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    const count = mistakes.length === 1 ? 'a setting is wrong' : `${mistakes.length} settings are wrong`;
    super([`codegrant does not start: ${count}.`, ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'));
    this.name = 'ConfigRefusal';
    this.mistakes = mistakes;
  }
}

/** Reads settings one by one and keeps every mistake, so that nobody has to find them one start at a time. */
export class Reader {
  readonly #sources: Sources;
  readonly #mistakes: string[] = [];
  readonly #wrong = new Set<SettingName>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  read<N extends SettingName>(name: N, fallback?: (typeof settings)[N]['fallback']) {
    type Value = (typeof settings)[N]['fallback'];
    const setting = settings[name] as unknown as Setting<Value>;
    const text = this.#text(name);
    if (text === '') return fallback ?? setting.fallback;
    const parsed = setting.parse(text);
    if ('value' in parsed) return parsed.value;
    this.refuse(name, parsed.expected);
    return setting.fallback;
  }

  /** Whether a setting was given at all. */
  isGiven(name: SettingName): boolean {
    return this.#text(name) !== '';
  }

  /** Whether settings that are checked against each other are each readable. */
  isSound(...names: SettingName[]): boolean {
    return names.every((name) => !this.#wrong.has(name));
  }

  /** Notes a mistake: the setting as the operator wrote it, what came, what is expected, and an example. */
  refuse(name: SettingName, expected: string, example = settings[name].example): void {
    const { env, flag } = settings[name];
    const fromFlag = Boolean(this.#sources.flags[name]?.trim());
    const came = this.isGiven(name) ? `is ${this.#shown(name)}` : 'is not set';
    const written = fromFlag ? `${flag} ${example}` : `${env}=${example}`;
    this.#wrong.add(name);
    this.#mistakes.push(`${fromFlag ? flag : env} ${came}. Expected: ${expected}. Example: ${written}`);
  }

  /** Throws once everything was read. */
  refuseMistakes(): void {
    if (this.#mistakes.length > 0) throw new ConfigRefusal(this.#mistakes);
  }

  /** An empty value counts as none: `PORT= codegrant serve` takes the default. */
  #text(name: SettingName): string {
    return this.#sources.flags[name]?.trim() || this.#sources.env[settings[name].env]?.trim() || '';
  }

  #shown(name: SettingName): string {
    const text = this.#text(name);
    if (name === 'databaseUrl') return `"${showDatabaseUrl(text)}"`;
    const safe = text.replace(/\/\/.*@/, '//…@').replace(/\p{Cc}/gu, '�');
    return `"${safe.length > 80 ? `${safe.slice(0, 80)}…` : safe}"`;
  }
}
