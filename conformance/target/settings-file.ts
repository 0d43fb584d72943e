import { readFileSync } from 'node:fs';
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import { TargetRefused, type Mistake } from './mistake.ts';

/** A file as it was written: its value, and where in it each setting stands. */
export interface SettingsFile {
  value: Record<string, unknown>;
  /** `target.yaml:12:3` of the value, or of the key, at a path. */
  locate(path: readonly string[], what: 'key' | 'value'): string;
}

/** Reads a target file, YAML or JSON. Throws what is wrong with it as text. */
export function readSettingsFile(file: string): SettingsFile {
  return parseSettings(readText(file), file);
}

export function parseSettings(text: string, file: string): SettingsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  // What follows the first mistakes is mostly their consequence.
  const mistakes = document.errors.slice(0, 3).map(({ message, pos, code }): Mistake => ({
    where: at(pos[0]),
    path: '',
    message: code === 'MULTIPLE_DOCS' ? 'a second document begins here; one is expected' : firstLine(message),
  }));
  if (mistakes.length > 0) throw new TargetRefused(mistakes);
  return {
    value: mappingOf(document, file),
    locate: (path, what) => at(offsetOf(document, path, what)),
  };
}

function readText(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (!/[\0\uFFFD]/.test(text)) return text;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const causes: Record<string, string> = {
      ENOENT: isLikeUrl.test(file)
        ? 'there is no such file; a URL begins with http:// or https://'
        : 'there is no such file; `init URL` writes one',
      EISDIR: 'is a folder; name the file in it',
      EACCES: 'may not be read by this user',
    };
    const message = causes[String(code)] ?? `cannot be read (${String(code)})`;
    throw new TargetRefused([{ where: file, path: '', message }]);
  }
  throw new TargetRefused([{ where: file, path: '', message: 'is no text file in UTF-8' }]);
}

/** `ftp://host`, `localhost:3000`, `127.0.0.1`. */
const isLikeUrl = /^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+:\d+|^\d+(\.\d+){3}/i;

function mappingOf(document: Document, file: string): Record<string, unknown> {
  const refuse = (message: string) => new TargetRefused([{ where: file, path: '', message }]);
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuse(/alias/i.test(message) ? 'refers to its own parts too many times; write them out' : message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse(
      'has no settings: `name: value` lines are expected, such as `issuer: http://127.0.0.1:3000`',
    );
  return value as Record<string, unknown>;
}

/** The offset of the deepest node on the way that exists. */
function offsetOf(document: Document, path: readonly string[], what: 'key' | 'value'): number {
  if (path.length === 0) return 0;
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && String(item.key) === name);
    const node = what === 'key' ? pair?.key : (pair?.value ?? pair?.key);
    if (isNode(node) && node.range) return node.range[0];
  }
  const node: unknown = document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return offsetOf(document, path.slice(0, -1), 'key');
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
