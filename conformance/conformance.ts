import type { Exchange } from './model/exchange.ts';
import type { Finding, Result, Verdict } from './model/finding.ts';
import type { Check, Report, WaiverState } from './model/report.ts';
import { performRun, type PerformOptions } from './run/perform-run.ts';
import { catalogue } from './scenarios/catalogue.ts';
import { checkSettingsObject, loadSettings } from './target/load-target.ts';
import type { TargetSettings } from './target/settings.ts';

export type {
  Check,
  Exchange,
  Finding,
  PerformOptions,
  Report,
  Result,
  TargetSettings,
  Verdict,
  WaiverState,
};

/**
 * Tests an authorization server. The target is its settings, the path of a target file, or the URL of an issuer;
 * with a file or a URL the environment is read as well. A server that fails gives a report, and so does one that
 * cannot be tested (`exit` 2, `setup` says why). Throws `TargetRefused` where the target is described wrongly and
 * `NothingSelected` where the selection matches nothing.
 */
export async function run(target: TargetSettings | string, options: PerformOptions = {}): Promise<Report> {
  const settings =
    typeof target === 'string'
      ? loadSettings({ source: target, env: process.env })
      : checkSettingsObject(target);
  return await performRun(settings, catalogue, options);
}
