import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { loadSettings } from '../target/load-target.ts';
import type { TextSetting } from '../target/setting-text.ts';
import type { TargetSettings } from '../target/settings.ts';
import { CommandFailure, type Terminal } from './terminal.ts';

export interface TargetFlags {
  user?: string;
  passwordEnv?: string;
  clientId?: string;
  clientSecretEnv?: string;
  redirectUri?: string;
  scope?: string;
  driver?: string;
  timeout?: string;
  concurrency?: string;
  rate?: string;
  insecure?: boolean;
  set?: readonly string[];
}

/** The flags that say what is tested; each stands for a setting of the target file, and wins over it. */
export function addTargetOptions(command: Command): Command {
  return command
    .option('--user <name>', 'the resource owner signs in as')
    .option('--password-env <variable>', 'with the password that is in this environment variable')
    .option('--client-id <id>', 'the confidential client, where none is to be registered')
    .option('--client-secret-env <variable>', 'its secret is in this environment variable')
    .option('--redirect-uri <uri>', 'its callback; nothing has to listen there')
    .option('--scope <scopes>', 'what valid requests ask for, separated by commas or spaces')
    .option('--driver <name>', 'who plays the owner: form, headers, command or none')
    .option('--timeout <ms>', 'how long one answer may take (default: 5000)')
    .option('--concurrency <n>', 'scenarios at the same time (default: 8)')
    .option('--rate <n>', 'requests a second at most (default: no limit)')
    .option('--insecure', 'take certificates that do not pass')
    .option('--set <path=value>', 'any setting of the target file, such as pkce.required=true', collect);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** The settings of a URL or a file, or of `target.yaml` here, or of the environment alone. */
export function settingsFrom(
  source: string | undefined,
  flags: TargetFlags,
  { env }: Terminal,
): TargetSettings {
  const isInEnvironment = Object.keys(env).some((name) => name.startsWith('CODEGRANT_CONFORMANCE__'));
  const found = source ?? (existsSync('target.yaml') ? 'target.yaml' : undefined);
  if (found === undefined && !isInEnvironment && (flags.set ?? []).length === 0)
    throw new CommandFailure(
      'name what is to be tested: the URL of the server, or a target file (see `init`)',
    );
  return loadSettings({ source: found, env, flags: textSettings(flags, env) });
}

function textSettings(flags: TargetFlags, env: Terminal['env']): TextSetting[] {
  const secret = (flag: string, variable: string | undefined) => {
    if (variable === undefined) return undefined;
    const value = env[variable];
    if (value === undefined || value === '')
      throw new CommandFailure(`${flag}: the environment has no ${variable}`);
    return value;
  };
  const rows: [path: string, text: string | undefined, flag: string][] = [
    ['owner.username', flags.user, '--user'],
    ['owner.password', secret('--password-env', flags.passwordEnv), '--password-env'],
    ['clients.confidential.client_id', flags.clientId, '--client-id'],
    [
      'clients.confidential.client_secret',
      secret('--client-secret-env', flags.clientSecretEnv),
      '--client-secret-env',
    ],
    ['redirect_uri', flags.redirectUri, '--redirect-uri'],
    ['scopes', flags.scope, '--scope'],
    ['owner.driver', flags.driver, '--driver'],
    ['timeout', flags.timeout, '--timeout'],
    ['concurrency', flags.concurrency, '--concurrency'],
    ['rate', flags.rate, '--rate'],
    ['verify_certificates', flags.insecure === true ? 'false' : undefined, '--insecure'],
  ];
  const named = rows.flatMap(([path, text, where]) =>
    text === undefined ? [] : [{ path: path.split('.'), text, where }],
  );
  return [...named, ...(flags.set ?? []).map(assignment)];
}

function assignment(text: string): TextSetting {
  const [, path, value] = /^([^=\s]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || value === undefined)
    throw new CommandFailure(`--set ${text}: write it as path=value, such as pkce.required=true`);
  return { path: path.split('.'), text: value, where: `--set ${path}` };
}
