import { readFileSync } from 'node:fs';

/** As much of JSON Schema as `target.schema.json` uses. */
export interface SettingsSchema {
  type?: string | readonly string[];
  enum?: readonly string[];
  items?: SettingsSchema;
  properties?: Readonly<Record<string, SettingsSchema>>;
  additionalProperties?: boolean | SettingsSchema;
  $ref?: string;
  $defs?: Readonly<Record<string, SettingsSchema>>;
}

let loaded: SettingsSchema | undefined;

export function settingsSchema(): SettingsSchema {
  // From the folder above: a build has this code in another folder beside `target`.
  loaded ??= JSON.parse(
    readFileSync(new URL('../target/target.schema.json', import.meta.url), 'utf8'),
  ) as SettingsSchema;
  return loaded;
}

/** The schema of one setting; undefined where there is no such setting. */
export function schemaAt(path: readonly string[]): SettingsSchema | undefined {
  let schema: SettingsSchema | undefined = settingsSchema();
  for (const key of path) {
    schema = childOf(resolve(schema), key);
    if (schema === undefined) return undefined;
  }
  return resolve(schema);
}

/** The keys that a setting may have. */
export function keysAt(path: readonly string[]): string[] {
  return Object.keys(schemaAt(path)?.properties ?? {}).filter((key) => key !== '$schema');
}

function childOf({ properties = {}, additionalProperties, items }: SettingsSchema, key: string) {
  if (Object.hasOwn(properties, key)) return properties[key];
  if (typeof additionalProperties === 'object') return additionalProperties;
  return /^\d+$/.test(key) ? items : undefined;
}

function resolve(schema: SettingsSchema): SettingsSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : settingsSchema().$defs?.[name];
  return target === undefined ? schema : { ...target, ...schema };
}
