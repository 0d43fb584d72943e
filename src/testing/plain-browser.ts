/** What to do to the form's own values: text for a field, the ticked values of check boxes. */
export type Filling = Record<string, string | readonly string[]>;

interface Cookie {
  host: string;
  path: string;
  name: string;
  value: string;
}

interface Control {
  tag: string;
  attributes: Record<string, string>;
}

/**
 * A browser without script: follows redirects wherever they lead, keeps cookies, and sends forms as they were
 * delivered, hidden fields and all, with what somebody typed and ticked.
 */
export class PlainBrowser {
  url = 'about:blank';
  status = 0;
  html = '';
  /** Where a redirect led that was not followed, as it was written. */
  location: string | null = null;
  #cookies: Cookie[] = [];

  /** With an origin, redirects are followed there only, and the first that leads elsewhere is where it stops. */
  constructor(private readonly only: string | null = null) {}

  async open(url: string, init: RequestInit = {}): Promise<this> {
    const here = new URL(url);
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('cookie', this.#cookiesFor(here));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) this.#keep(here, line);
    const location = answer.headers.get('location');
    const next = location === null ? null : new URL(location, url);
    const isFollowed = next !== null && (this.only === null || next.origin === this.only);
    if (isFollowed) return this.open(next.href);
    [this.url, this.status, this.html, this.location] = [url, answer.status, await answer.text(), location];
    return this;
  }

  /** Sends the page's only form by the button of that value, or by its only button. */
  async submit(filling: Filling = {}, button?: string): Promise<this> {
    const [form, ...others] = [...this.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
    if (form === undefined || others.length > 0) throw new Error(`${this.url} has no single form`);
    const [, opening = '', inside = ''] = form;
    const { action = this.url, method = 'get' } = readAttributes(opening);
    const body = new URLSearchParams(fill(readControls(inside), filling, button));
    return this.open(new URL(action, this.url).href, { method: method.toUpperCase(), body });
  }

  /** What a reader sees of the page. */
  get text(): string {
    const body = this.html.replace(/<head>[\s\S]*?<\/head>/, '');
    return decodeEntities(body.replaceAll(/<[^>]+>/g, ' '))
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  /** The authorization code that the page shows to be copied; empty where it shows none. */
  get shownCode(): string {
    return /\bcgc_\S+/.exec(this.text)?.[0] ?? '';
  }

  #cookiesFor({ hostname, pathname }: URL): string {
    return this.#cookies
      .filter(({ host, path }) => host === hostname && pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep({ hostname: host }: URL, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /;\s*Path=([^;]+)/i.exec(line)?.[1] ?? '/';
    this.#cookies = this.#cookies.filter((known) => known.name !== name || known.host !== host);
    if (value !== '') this.#cookies.push({ host, path, name, value });
  }
}

function readControls(html: string): Control[] {
  return [...html.matchAll(/<(input|button)\b([^>]*)>/g)].map(([, tag = '', attributes = '']) => ({
    tag,
    attributes: readAttributes(attributes),
  }));
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, decodeEntities(value)]));
}

/** The fields in the order of the document; every filling and the button must be there to be used. */
function fill(controls: readonly Control[], filling: Filling, button?: string): string[][] {
  const fields = controls.filter(({ tag }) => tag === 'input').map(({ attributes }) => attributes);
  for (const name of Object.keys(filling)) {
    if (!fields.some((field) => field.name === name)) throw new Error(`The form has no field ${name}`);
  }
  const buttons = controls.filter(({ tag }) => tag === 'button').map(({ attributes }) => attributes);
  const pressed = button === undefined ? buttons : buttons.filter(({ value }) => value === button);
  if (pressed.length !== 1) throw new Error(`The form has ${pressed.length} buttons ${button ?? ''}`);
  return [...fields.flatMap((field) => sent(field, filling)), ...pressed.flatMap(namedValue)];
}

function sent(field: Record<string, string>, filling: Filling): string[][] {
  const { name = '', value = 'on' } = field;
  const own = filling[name];
  if (field.type !== 'checkbox') return typeof own === 'string' ? [[name, own]] : namedValue(field);
  const isTicked = own === undefined ? 'checked' in field : [own].flat().includes(value);
  return isTicked ? [[name, value]] : [];
}

function namedValue({ name, value = '' }: Record<string, string>): string[][] {
  return name === undefined ? [] : [[name, value]];
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => named[name] ?? '');
}
