import { HTMLElement, parse, type Node } from 'node-html-parser';

/** A form as a browser would read it. */
export interface Form {
  method: string;
  /** Absolute. */
  action: string;
  fields: readonly Field[];
  buttons: readonly Button[];
  /** All words of the form, for telling what it is about. */
  text: string;
}

export interface Field {
  name: string;
  type: string;
  value: string;
  isChecked: boolean;
  isRequired: boolean;
  element: HTMLElement;
}

export interface Button {
  name: string;
  value: string;
  label: string;
  /** In place of the form's own; null where the button has none. */
  action: string | null;
  method: string | null;
  element: HTMLElement;
}

/** What looks like a button to a person, and is followed by a GET. */
export interface Link {
  label: string;
  url: string;
  element: HTMLElement;
}

export interface Document {
  root: HTMLElement;
  title: string;
  text: string;
  forms: readonly Form[];
  links: readonly Link[];
  /** Where `meta http-equiv=refresh` leads; absolute. */
  refresh: string | null;
  scripts: string;
}

let last: { html: string; url: string; document: Document } | null = null;

/**
 * Reads a page. `url` is where it came from; what is relative in it is made absolute. The last one is kept: whether it
 * leads on by itself and what is on it are two questions, asked one after the other.
 */
export function readDocument(html: string, url: string): Document {
  if (last === null || last.html !== html || last.url !== url)
    last = { html, url, document: parseDocument(html, url) };
  return last.document;
}

/** What only some pages are asked for is read from the page then. */
function parseDocument(html: string, url: string): Document {
  const root = parse(html, { comment: false, parseNoneClosedTags: true });
  const elements = elementsOf(root);
  const named = (name: string): HTMLElement[] => elements.filter(({ tagName }) => tagName === name);
  const href = named('BASE').find((element) => element.hasAttribute('href'));
  const base = absolute(href?.getAttribute('href'), url) ?? url;
  return {
    root,
    get title() {
      return named('TITLE')[0]?.textContent.trim() ?? '';
    },
    get text() {
      return (named('BODY')[0] ?? root).structuredText;
    },
    forms: named('FORM').map((form) => readForm(form, elements, { url, base })),
    get links() {
      return named('A').flatMap((link) => readLink(link, base));
    },
    refresh: readRefresh(named('META'), base),
    get scripts() {
      return named('SCRIPT')
        .map((script) => script.textContent)
        .join('\n');
    },
  };
}

/** Every element of the page, or of a part of it, in the order in which they begin. */
function elementsOf(root: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  const ahead: Node[] = root.childNodes.toReversed();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (!(node instanceof HTMLElement)) continue;
    found.push(node);
    ahead.push(...node.childNodes.toReversed());
  }
  return found;
}

const controls: readonly string[] = ['INPUT', 'SELECT', 'TEXTAREA', 'BUTTON'];

/** Without an action of its own a form goes to the page's own address, whatever the base is. */
function readForm(
  form: HTMLElement,
  all: readonly HTMLElement[],
  { url, base }: { url: string; base: string },
): Form {
  const id = form.getAttribute('id');
  const inside = elementsOf(form).filter(({ tagName }) => controls.includes(tagName));
  const outside = id === undefined ? [] : all.filter((element) => element.getAttribute('form') === id);
  const usable = [...inside, ...outside].filter((element) => !element.hasAttribute('disabled'));
  const action = form.getAttribute('action')?.trim();
  const isButton = (element: HTMLElement): boolean =>
    element.tagName === 'BUTTON' || ['submit', 'image'].includes(typeOf(element));
  return {
    method: (form.getAttribute('method') ?? 'get').toUpperCase(),
    action: (action === '' ? null : absolute(action, base)) ?? url,
    fields: usable.filter((element) => !isButton(element)).map(readField),
    buttons: usable
      .filter((element) => isButton(element) && typeOf(element) !== 'button')
      .map((b) => readButton(b, base)),
    get text() {
      return form.structuredText;
    },
  };
}

function readField(element: HTMLElement): Field {
  const value =
    element.tagName === 'SELECT'
      ? chosenOf(element)
      : element.tagName === 'TEXTAREA'
        ? element.textContent
        : (element.getAttribute('value') ?? (isTick(element) ? 'on' : ''));
  return {
    name: element.getAttribute('name') ?? '',
    type: typeOf(element),
    value,
    isChecked: element.hasAttribute('checked'),
    isRequired: element.hasAttribute('required'),
    element,
  };
}

function chosenOf(select: HTMLElement): string {
  const chosen = select.querySelector('option[selected]') ?? select.querySelector('option');
  return chosen?.getAttribute('value') ?? chosen?.textContent ?? '';
}

function readButton(element: HTMLElement, base: string): Button {
  const value = element.getAttribute('value') ?? '';
  const hint = ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name)).find(Boolean) ?? '';
  return {
    name: element.getAttribute('name') ?? '',
    value,
    label: (element.tagName === 'BUTTON' ? element.structuredText : value) || hint,
    action: absolute(element.getAttribute('formaction'), base),
    method: element.getAttribute('formmethod')?.toUpperCase() ?? null,
    element,
  };
}

function readLink(element: HTMLElement, base: string): Link[] {
  const url = absolute(element.getAttribute('href'), base);
  return url === null ? [] : [{ label: element.structuredText, url, element }];
}

function isTick(element: HTMLElement): boolean {
  return ['checkbox', 'radio'].includes(typeOf(element));
}

function typeOf(element: HTMLElement): string {
  const type = element.getAttribute('type')?.toLowerCase();
  if (element.tagName === 'BUTTON') return type ?? 'submit';
  return type ?? (element.tagName === 'INPUT' ? 'text' : element.tagName.toLowerCase());
}

function readRefresh(metas: readonly HTMLElement[], base: string): string | null {
  const meta = metas
    .filter((element) => element.hasAttribute('http-equiv'))
    .filter((element) => element.closest('noscript') === null)
    .find((element) => element.getAttribute('http-equiv')?.toLowerCase() === 'refresh');
  return readRefreshValue(meta?.getAttribute('content'), base);
}

/** Longer than anybody waits for a redirect: what comes then is the end of a session. */
const longestWait = 30;

/** `0; url=…`, as a meta element or a `Refresh` header has it. */
export function readRefreshValue(content: string | undefined, base: string): string | null {
  const [, seconds = '', url] =
    /^\s*([\d.]+)\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)["']?\s*$/i.exec(content ?? '') ?? [];
  return Number(seconds) > longestWait ? null : absolute(url?.trim(), base);
}

export function absolute(reference: string | undefined, base: string): string | null {
  if (reference === undefined || !URL.canParse(reference, base)) return null;
  return new URL(reference, base).href;
}
