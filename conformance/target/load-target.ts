import { TargetRefused, type Mistake } from './mistake.ts';
import { fillPlaceholders } from './placeholders.ts';
import { settingsOfEnvironment, valueOfText, type TextSetting } from './setting-text.ts';
import { readSettingsFile, type SettingsFile } from './settings-file.ts';
import type { TargetSettings } from './settings.ts';
import { unreadableFiles, violationsOf } from './validate-settings.ts';

export interface SettingsSources {
  /** An issuer's URL, or a file; undefined: the environment and the flags alone. */
  source?: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  flags?: readonly TextSetting[];
}

/**
 * Puts together what is written about the target: the file, over it the environment, over that the flags; then
 * `${NAME}` from the environment. Throws every mistake at once, each with its place.
 */
export function loadSettings({ source, env, flags = [] }: SettingsSources): TargetSettings {
  const isUrl = source !== undefined && /^https?:\/\//i.test(source);
  const file = source === undefined || isUrl ? null : readSettingsFile(source);
  const given: TextSetting[] = [
    ...(isUrl ? [{ path: ['issuer'], text: withoutSlash(source), where: 'the URL' }] : []),
    ...settingsOfEnvironment(env),
    ...flags,
  ];
  return checkSettings(overlay(file?.value ?? {}, given), placesOf(file, given), env);
}

/** Settings as a program gives them. */
export function checkSettingsObject(settings: TargetSettings): TargetSettings {
  return checkSettings(settings, () => 'the target', null);
}

type Places = (path: readonly string[], what: 'key' | 'value') => string;

function checkSettings(written: unknown, placeOf: Places, env: SettingsSources['env'] | null) {
  const mistakes: Mistake[] = [];
  const add = (path: readonly string[], what: 'key' | 'value', message: string) =>
    mistakes.push({ where: placeOf(path, what), path: path.join('.'), message });
  const filled =
    env === null
      ? written
      : fillPlaceholders(written, env, (path, name) =>
          add(path, 'value', `the environment has no ${name === '' ? 'name for ${}' : name}`),
        );
  for (const { path, what, message } of [...violationsOf(filled), ...unreadableFiles(filled)])
    add(path, what, message);
  if (mistakes.length > 0) throw new TargetRefused(mistakes);
  return { ...(filled as TargetSettings & { $schema?: string }) };
}

/** Of several sources the last one that names the setting, or something above it, is the place to mend. */
function placesOf(file: SettingsFile | null, given: readonly TextSetting[]): Places {
  return (path, what) => {
    const above = given.findLast((setting) => isPrefix(setting.path, path));
    const beside = given.findLast((setting) => isPrefix(path.slice(0, -1), setting.path));
    return above?.where ?? file?.locate(path, what) ?? beside?.where ?? 'the target';
  };
}

function isPrefix(start: readonly string[], path: readonly string[]): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key);
}

function overlay(value: Record<string, unknown>, given: readonly TextSetting[]): Record<string, unknown> {
  return given.reduce((result, setting) => place(result, setting.path, valueOfText(setting)), value);
}

function place(parent: unknown, [key = '', ...rest]: readonly string[], value: unknown) {
  const isRecord = typeof parent === 'object' && parent !== null && !Array.isArray(parent);
  const record = isRecord ? (parent as Record<string, unknown>) : {};
  const child: unknown = rest.length === 0 ? value : place(record[key], rest, value);
  return { ...record, [key]: child };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
