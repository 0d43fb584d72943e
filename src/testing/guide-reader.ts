import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { differenceOf, type GuideStep } from './guide-page.ts';
import { PlainBrowser } from './plain-browser.ts';

/** Where the pages say that the server listens. */
const printedOrigin = 'http://127.0.0.1:3000';

/**
 * Does what a page of instructions says, as somebody would who reads it: runs its commands as they are printed, opens its
 * addresses, presses the button that it names, and pastes what came into the next command.
 */
export class GuideReader {
  readonly #browser: PlainBrowser;
  readonly #pasted = new Map<string, string>();
  /** The assignments so far: a shell keeps its variables. */
  #variables = '';

  constructor(private readonly origin: string) {
    this.#browser = new PlainBrowser(origin);
  }

  /** In what the outcome differs from the printed one; null where in nothing. */
  async follow({ language, text, prose, outcome }: GuideStep): Promise<string | null> {
    const isAddress = language === 'sh' && text.startsWith('echo "http');
    const printed = language === 'sh' ? await this.#run(text) : this.#here(text);
    const came = language === 'url' || isAddress ? await this.#answer(printed, prose) : printed;
    this.#remember(came);
    return outcome === null ? null : differenceOf(this.#expected(outcome), came);
  }

  #here(text: string): string {
    return text.replaceAll(printedOrigin, this.origin);
  }

  #expected(outcome: NonNullable<GuideStep['outcome']>): NonNullable<GuideStep['outcome']> {
    const text = this.#here(outcome.text);
    return {
      ...outcome,
      text: text.replaceAll(encodeURIComponent(printedOrigin), encodeURIComponent(this.origin)),
    };
  }

  async #run(text: string): Promise<string> {
    const script = this.#here(text).replaceAll(/paste the (\w+) here/g, (words, name: string) => {
      const value = this.#pasted.get(name);
      if (value === undefined) throw new Error(`there is nothing yet for "${words}"`);
      return value;
    });
    const assignments = script.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
    const { stdout } = await promisify(execFile)('bash', ['-euc', `${this.#variables}${script}`]);
    this.#variables += assignments.map((line) => `${line}\n`).join('');
    return stdout.trim();
  }

  /** Signs in where that is asked, ticks what has to be ticked, and gives where the button leads, or the code shown. */
  async #answer(url: string, prose: string): Promise<string> {
    const button = /click \*\*(\w+)\*\*/.exec(prose)?.[1];
    if (button === undefined) throw new Error(`the page does not say what to click: ${prose}`);
    const page = await this.#browser.open(url);
    if (page.html.includes('name="password"')) {
      const [, username = '', password = ''] = /as `(\S+)` with the password `(\S+)`/.exec(prose) ?? [];
      await page.submit({ username, password });
    }
    const value = new RegExp(`value="(approve|deny)"[^>]*>${button}</button>`).exec(page.html)?.[1];
    if (value === undefined) throw new Error(`no button ${button} on the page: ${page.text}`);
    await page.submit(/\btick\b/.test(prose) ? { agreed: 'yes' } : {}, value);
    return page.location ?? page.shownCode;
  }

  #remember(came: string): void {
    for (const [name, value] of valuesOf(came)) this.#pasted.set(name, value);
  }
}

/** What can be pasted from an outcome: the members of JSON, the parameters of an address, or a code. */
function valuesOf(came: string): [string, string][] {
  if (came.startsWith('{')) {
    const members = Object.entries(JSON.parse(came) as Record<string, unknown>);
    return members.filter((member): member is [string, string] => typeof member[1] === 'string');
  }
  if (!URL.canParse(came)) return [['code', came]];
  const { search, hash } = new URL(came);
  return [...new URLSearchParams(search), ...new URLSearchParams(hash.slice(1))];
}
