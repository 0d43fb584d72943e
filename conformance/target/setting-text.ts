import { schemaAt } from './settings-schema.ts';

/** A setting that was given as text: in the environment, or as a flag. */
export interface TextSetting {
  path: readonly string[];
  text: string;
  /** The variable's or flag's name. */
  where: string;
}

const prefix = 'CODEGRANT_CONFORMANCE__';

/** `CODEGRANT_CONFORMANCE__CLIENTS__CONFIDENTIAL__CLIENT_SECRET` is `clients.confidential.client_secret`. */
export function settingsOfEnvironment(env: Readonly<Record<string, string | undefined>>): TextSetting[] {
  return Object.entries(env)
    .filter(([name, text]) => name.startsWith(prefix) && text !== undefined && text !== '')
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, text = '']) => ({
      path: name.slice(prefix.length).toLowerCase().split('__'),
      text,
      where: name,
    }));
}

/** The text as the type that the schema asks for at this place; text stays text where it asks for none. */
export function valueOfText({ path, text }: TextSetting): unknown {
  const schema = schemaAt(path);
  const types = [schema?.type ?? []].flat();
  if (text === 'null' && types.includes('null')) return null;
  if (types.includes('boolean')) return text === 'true' ? true : text === 'false' ? false : text;
  if (types.includes('integer') || types.includes('number'))
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (types.includes('object') || (types.includes('array') && /^\s*\[/.test(text))) return jsonOr(text);
  if (types.includes('array')) return text.split(/[\s,]+/).filter((word) => word !== '');
  return text;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
