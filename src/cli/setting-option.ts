import { Option } from 'commander';
import { settings, type Setting } from '../config/settings.ts';

/** A setting as commander knows it. What it is worth is decided in one place, with the environment: the config. */
export function settingOption(setting: Omit<Setting<unknown>, 'parse'>): Option {
  const { flag, takes, summary, written, env, example } = setting;
  return new Option(`${flag} ${takes}`, `${summary}\n(${env}; default ${written}; for example ${example})`);
}

export function databaseOption(): Option {
  return settingOption(settings.databaseUrl);
}
