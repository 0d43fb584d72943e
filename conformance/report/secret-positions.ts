import { hiddenKindOf, looksLikeErrorCode, secretKindOf, type SecretKind } from './secret-names.ts';
import { unescaped } from './spellings.ts';

/** Told of a value in a place of a secret; answers with what is to stand there. */
export type Replace = (kind: SecretKind, value: string) => string;

const name = '[A-Za-z][\\w.-]{1,60}';

/** `name=value` as in queries, fragments and forms, also within another address, where `&` and `=` are encoded. */
const pair = new RegExp(
  `(^|[?&#;\\s"'(,{>]|&amp;|%3F|%26|%23)(${name})(=|%3D)("?)((?:(?!%26|%23|&amp;)[^&\\s"'<>#;])*)`,
  'gi',
);
/** `"name":"value"`, also within a string or an attribute, where the quotes are escaped. */
const member = new RegExp(
  `(\\\\?"|&quot;|&#34;)(${name})\\1(\\s*:\\s*)\\1((?:(?!\\\\?"|&quot;|&#34;)(?:\\\\.|[^\\\\]))*)`,
  'g',
);
/** A part of a multipart body. */
const part = new RegExp(`(name="(${name})"(?:\\r?\\n[^\\r\\n]+)*\\r?\\n\\r?\\n)([^\\r\\n]*)`, 'g');
const tag = /<(?:input|meta|button|textarea|[a-z-]{1,30} data-)[^<>]{0,5000}>/gi;
const attribute = /([\w-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g;
const jwt = /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g;
const userinfo = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"'<>]{0,200}:)([^\s/@"'<>]{1,200})@/gi;
const scheme = /\b(Bearer|DPoP|MAC|Basic)(\s+)([\w.~+/-]{8,}=*)/g;

/** Every place in a text whose form says that a secret stands there. */
export function replacePositions(text: string, replace: Replace): string {
  if (text.length < 3) return text;
  return text
    .replace(tag, (found) => replaceInTag(found, replace))
    .replace(jwt, (found) => replace('token', found))
    .replace(pair, (found, before: string, key: string, equals: string, quote: string, value: string) => {
      const kind = kindOf(key, value);
      if (kind === null) return found;
      return `${before}${key}${equals}${quote}${replace(kind, fromForm(value))}`;
    })
    .replace(member, (found, quote: string, key: string, colon: string, value: string) => {
      const kind = kindOf(key, value);
      if (kind === null) return found;
      return `${quote}${key}${quote}${colon}${quote}${replace(kind, fromJson(value))}`;
    })
    .replace(part, (found, before: string, key: string, value: string) => {
      const kind = kindOf(key, value);
      return kind === null ? found : `${before}${replace(kind, value)}`;
    })
    .replace(
      userinfo,
      (_, before: string, value: string) => `${before}${replace('password', unescaped(value))}@`,
    )
    .replace(scheme, (found, word: string, gap: string, value: string) =>
      /\d/.test(value)
        ? `${word}${gap}${replace(word === 'Basic' ? 'credentials' : 'access token', value)}`
        : found,
    );
}

function kindOf(key: string, value: string): SecretKind | null {
  const kind = value === '' ? null : secretKindOf(key);
  return kind === 'code' && looksLikeErrorCode(value) ? null : kind;
}

/** `<input type=hidden name=… value=…>`, `<meta name=csrf-token content=…>`, `<div data-token=…>`. */
function replaceInTag(found: string, replace: Replace): string {
  const attributes = new Map<string, string>();
  for (const [, key = '', , value = ''] of found.matchAll(attribute)) {
    attributes.set(key.toLowerCase(), unescaped(value.replace(/^["']|["']$/g, '')));
  }
  const field = attributes.get('name') ?? attributes.get('id') ?? '';
  const type = attributes.get('type')?.toLowerCase();
  return found.replace(attribute, (whole, key: string, equals: string, quoted: string) => {
    const value = attributes.get(key.toLowerCase()) ?? '';
    const plain = key.toLowerCase();
    const isValue = plain === 'value' || plain === 'content';
    const kind = isValue ? fieldKind(field, value, type) : secretKindOf(plain.replace(/^data-/, ''));
    if (kind === null || value === '' || (!isValue && !plain.startsWith('data-'))) return whole;
    const quote = /^["']/.test(quoted) ? quoted.charAt(0) : '';
    return `${key}${equals}${quote}${replace(kind, value)}${quote}`;
  });
}

function fieldKind(field: string, value: string, type: string | undefined): SecretKind | null {
  if (type === 'password') return 'password';
  if (type === 'hidden') return hiddenKindOf(field, value);
  return type === 'submit' ? null : kindOf(field, value);
}

function fromForm(value: string): string {
  return unescaped(value.replaceAll('+', ' '));
}

function fromJson(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}
