import { secretKindOf } from './secret-names.ts';
import { replacePositions, type Replace } from './secret-positions.ts';
import { unescaped } from './spellings.ts';

type Header = (name: string, value: string, text?: (text: string) => string) => string;

/** The value of a header without what opens anything; `text` is for headers that are ordinary text. */
export function replaceHeader(replace: Replace): Header {
  return (name, value, text = (found) => replacePositions(found, replace)) => {
    switch (name.toLowerCase()) {
      case 'authorization':
      case 'proxy-authorization':
        return credentials(value, replace);
      case 'cookie':
        return value
          .split(/;\s*/)
          .map((pair) => cookie(pair, replace))
          .join('; ');
      case 'set-cookie': {
        const [first = '', ...rest] = value.split(/;\s*/);
        return [cookie(first, replace), ...rest].join('; ');
      }
      default: {
        const kind = secretKindOf(name.toLowerCase());
        return kind === null ? text(value) : replace(kind, value);
      }
    }
  };
}

/** The client's id may be read; it is no secret, and says who asked. */
function credentials(value: string, replace: Replace): string {
  const [, scheme = '', gap = '', rest = ''] = /^(\S+)(\s*)(.*)$/s.exec(value) ?? [];
  if (rest === '') return scheme === '' ? '' : replace('credentials', scheme);
  if (scheme.toLowerCase() === 'basic') return `${scheme}${gap}${basic(rest, replace)}`;
  const quoted = /^(token=")([^"]*)(".*)$/s.exec(rest);
  if (quoted !== null) {
    return `${scheme}${gap}${quoted[1]}${replace('access token', quoted[2] ?? '')}${quoted[3]}`;
  }
  const isToken = /^(bearer|token|mac|dpop)$/i.test(scheme);
  return `${scheme}${gap}${replace(isToken ? 'access token' : 'credentials', rest)}`;
}

function basic(rest: string, replace: Replace): string {
  const text = Buffer.from(rest, 'base64').toString('utf8');
  const [, id, secret] = /^([\x20-\x39\x3b-\x7e]*):([\x20-\x7e]*)$/.exec(text) ?? [];
  if (id === undefined || secret === undefined) return replace('credentials', rest);
  return `base64(${id}:${replace('client secret', unescaped(secret.replaceAll('+', ' ')))})`;
}

function cookie(pair: string, replace: Replace): string {
  const at = pair.indexOf('=');
  return at < 0 ? replace('cookie', pair) : `${pair.slice(0, at)}=${replace('cookie', pair.slice(at + 1))}`;
}
