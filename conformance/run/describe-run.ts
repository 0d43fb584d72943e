import { createRequire } from 'node:module';
import type { Result, Verdict } from '../model/finding.ts';
import type { ReportHeader } from '../model/report.ts';
import type { Target } from '../target/target.ts';

/** What a report says of the target. */
export function describeTarget(target: Target): ReportHeader['target'] {
  const { name, issuer, authorization_endpoint, token_endpoint } = target;
  const quirks = Object.entries(target.quirks)
    .filter(([, value]) => value !== false && value !== null)
    .map(([quirk, value]) => (value === true ? quirk : `${quirk}: ${value}`));
  return { name, issuer, authorization_endpoint, token_endpoint, quirks };
}

export function totalsOf(results: readonly Result[]): Record<Verdict, number> {
  const totals = { pass: 0, warn: 0, skip: 0, fail: 0, blocked: 0, error: 0 };
  for (const { verdict } of results) totals[verdict] += 1;
  return totals;
}

/** Name and version from the package itself, which is found by its own name from the sources and the build alike. */
export function tool(): { tool: string; version: string } {
  const about = createRequire(import.meta.url)('codegrant-conformance/package.json') as { version: string };
  return { tool: 'codegrant-conformance', version: about.version };
}
