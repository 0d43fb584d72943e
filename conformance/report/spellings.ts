/** Runs of characters that belong together; an entity does not end one. */
export const runs = /(?:[^\s"'<>?=&#;,]|(?:&amp;|&)#?\w{1,12};)+={0,2}/g;

/** Whether a run may say something else once decoded: it has escapes, or may be base64. */
export function mayBeSpelled(run: string): boolean {
  return run.length >= 3 && (/%[0-9a-f]{2}|&#?\w+;|&amp;#|\\u|\\\/|\+/i.test(run) || /[\w+/-]{12}/.test(run));
}

/** What a run may say: escapes undone once and twice, with `+` as itself or as a space; base64 from any offset. */
export function* readings(run: string): Iterable<string> {
  for (const plain of [run, run.replaceAll('+', ' ')]) {
    const first = unescaped(plain);
    if (first !== run) yield first;
    const second = unescaped(first);
    if (second !== first) yield second;
  }
  yield* base64Readings(run);
  const decoded = unescaped(run);
  if (decoded !== run) yield* base64Readings(decoded);
}

/** Text in base64 has capitals; a path around it may be made of the same characters. */
function* base64Readings(run: string): Iterable<string> {
  for (const [found] of run.matchAll(/[\w+/-]{8,}/g)) {
    if (!/[A-Z]/.test(found)) continue;
    for (const part of found.includes('/') ? [found, ...found.split('/')] : [found]) {
      for (const offset of [0, 1, 2, 3]) yield Buffer.from(part.slice(offset), 'base64').toString('utf8');
    }
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Percent-encoding, entities and JSON escapes undone once. */
export function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replaceAll('\\/', '/')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/**
 * How a value is written where its own characters would end it: in HTML, in JSON and in JSON within JSON, in a form. A
 * value of ordinary characters is written in one way only; the other ways of it are found as runs.
 */
export function spellingsOf(value: string): string[] {
  if (/^[\w.~-]*$/.test(value)) return [value];
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  const percent = encodeURIComponent(value);
  const plain = [value, form, percent, encodeURIComponent(percent), ...htmlOf(value)];
  const json = (text: string) => JSON.stringify(text).slice(1, -1);
  const all = plain.flatMap((text) => [text, json(text), json(json(text)), ...htmlOf(json(text))]);
  return [...new Set([...all, ...htmlOf(value).flatMap(htmlOf)])];
}

function htmlOf(text: string): string[] {
  const angles = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quotes = angles.replaceAll('"', '&quot;');
  const loose = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [quotes, angles, loose].flatMap((written) => [
    written,
    written.replaceAll("'", '&#39;'),
    written.replaceAll("'", '&#x27;'),
  ]);
}
