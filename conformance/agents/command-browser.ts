import { spawn } from 'node:child_process';
import { encodeForm } from './transport.ts';
import type { Browser } from './browser.ts';
import type { RequestDraft } from '../model/exchange.ts';
import type { Intent } from './owner-driver.ts';
import type { TargetOwner } from '../target/target.ts';
import { landingAt, type Journey } from './user-agent.ts';

interface CommandSettings {
  owner: TargetOwner;
  home: ReadonlySet<string>;
  /** Milliseconds for one journey. */
  timeout: number;
  /** For what nobody helps with, and for what is no GET. */
  plain: Browser;
}

/**
 * A program of the user's is the browser and the person: it gets the authorization URL as its last argument, and
 * prints where it landed as its last line.
 */
export class CommandBrowser implements Browser {
  constructor(private readonly settings: CommandSettings) {}

  clone(): Browser {
    return this;
  }

  fresh(): Browser {
    return this;
  }

  async travel(
    first: RequestDraft,
    errand: { redirect_uri: string; intent: Intent | null },
  ): Promise<Journey> {
    const { plain, home } = this.settings;
    if (errand.intent === null || first.method !== 'GET') return await plain.travel(first, errand);
    const separator = first.url.includes('?') ? '&' : '?';
    const ended = await this.#run(`${first.url}${separator}${encodeForm(first.query)}`, errand.intent);
    if ('failure' in ended)
      return { landing: { at: 'nowhere', reason: ended.failure }, navigations: [], exchanges: [] };
    const landing = landingAt({ url: ended.url, method: 'GET', body: null }, errand.redirect_uri, home) ?? {
      at: 'page' as const,
      url: ended.url,
      status: 200,
      mediaType: 'text/html',
      text: '',
    };
    return { landing, navigations: [ended.url], exchanges: [] };
  }

  #run(url: string, intent: Intent): Promise<{ url: string } | { failure: string }> {
    const { owner, timeout } = this.settings;
    const [program = '', ...rest] = owner.command;
    const env = {
      ...process.env,
      CODEGRANT_INTENT: intent,
      CODEGRANT_USERNAME: owner.username ?? '',
      CODEGRANT_PASSWORD: owner.password ?? '',
    };
    return new Promise((resolve) => {
      const child = spawn(program, [...rest, url], { env, stdio: ['ignore', 'pipe', 'inherit'], timeout });
      let printed = '';
      child.stdout.on('data', (chunk) => (printed += String(chunk)));
      child.on('error', ({ message }) => resolve({ failure: `owner.command does not start: ${message}` }));
      child.on('close', (status, signal) => {
        const last = printed.trim().split('\n').at(-1)?.trim() ?? '';
        if (signal !== null) resolve({ failure: `owner.command was ended after ${timeout} ms` });
        else if (status !== 0) resolve({ failure: `owner.command ended with status ${status}` });
        else if (!URL.canParse(last)) resolve({ failure: 'owner.command printed no URL as its last line' });
        else resolve({ url: last });
      });
    });
  }
}
