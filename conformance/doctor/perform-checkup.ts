import { interruptedFailure } from '../agents/transport.ts';
import type { Report } from '../model/report.ts';
import { redact, type RedactedReport } from '../report/redact.ts';
import { describeTarget, tool, totalsOf } from '../run/describe-run.ts';
import { completeTarget, paceOf } from '../target/complete-target.ts';
import { nothingFound } from '../target/discover.ts';
import type { TargetSettings } from '../target/settings.ts';
import { examine } from './examine.ts';

/** The examination alone, as a report without results and without a secret. `exit` is 0, 2, or 3 for an interrupt. */
export async function performCheckup(
  settings: TargetSettings,
  options: { signal?: AbortSignal } = {},
): Promise<RedactedReport> {
  const started = new Date();
  const start = performance.now();
  const examination = await examine(settings, options);
  const left_clients = await examination.tidy();
  await examination.close();
  const target = examination.target ?? completeTarget(settings, nothingFound, []);
  const { concurrency, rate, timeout } = paceOf(settings);
  const report: Report = {
    header: {
      ...tool(),
      target: describeTarget(target),
      profile: '',
      started: started.toISOString(),
      options: { strict: false, selection: [], seed: 0, concurrency, rate, timeout },
    },
    setup: examination.checks,
    results: [],
    totals: totalsOf([]),
    waivers: [],
    left_clients,
    requests: examination.transport.sent,
    milliseconds: performance.now() - start,
    exit: examination.transport.ended === interruptedFailure ? 3 : examination.isFit ? 0 : 2,
  };
  return redact(report, target);
}
