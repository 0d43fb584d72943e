import type { Command } from 'commander';
import { capabilities } from '../model/capability.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { CommandFailure, type Terminal } from './terminal.ts';

export function addExplainCommand(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('one scenario: what it asks for, by which rule, and how to try it by hand')
    .argument('<id>', 'its id, as `list` names it')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string) => explainCommand(id, terminal));
}

const EXAMPLES = `
Examples:
  codegrant-conformance explain rfc6749/4.1.3/redirect-uri-mismatch`;

async function explainCommand(id: string, { stdout }: Terminal): Promise<void> {
  const [{ catalogue }, { nearestScenario }, ledger, { wrap }] = await Promise.all([
    import('../scenarios/catalogue.ts'),
    import('../run/select-scenarios.ts'),
    import('../requirements/ledger.ts'),
    import('../report/layout.ts'),
  ]);
  const scenario = catalogue.find((candidate) => candidate.id === id);
  if (scenario === undefined) {
    const meant = nearestScenario(id, catalogue);
    throw new CommandFailure(
      `there is no scenario ${id}; ${meant === undefined ? 'see `list`' : `did you mean ${meant}?`}`,
    );
  }
  const documents = new Set(scenario.requires.map(ledger.documentOf));
  const requirements = ledger.readLedger([...documents]);
  const columns = Math.min(Math.max(stdout.columns ?? 80, 40), 140);
  const rules = scenario.requires.flatMap((name) => requirements.get(name) ?? []);
  const sections = [
    [scenario.id, ...wrap(`A conforming server ${scenario.title}.`, columns)],
    ...(await Promise.all(rules.map(ruleLines))).map((lines) => lines.flatMap((line) => wrap(line, columns))),
    (await requestLines(scenario)).flatMap((line) =>
      line.startsWith('  curl') ? [line] : wrap(line, columns),
    ),
    needsLines(scenario),
    scenario.advises === undefined ? [] : wrap(`It warns and never fails: ${scenario.advises}.`, columns),
  ];
  stdout.write(
    `${sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`,
  );
}

async function ruleLines({ id, level, summary, rfc, section }: Requirement): Promise<string[]> {
  const { sectionLink } = await import('../model/requirement.ts');
  return [`${id}  ${level}`, `  ${summary}`, `  ${sectionLink({ rfc, section })}`];
}

async function requestLines(scenario: Scenario): Promise<string[]> {
  if ('act' in scenario)
    return [
      'Several requests, one after another. `run TARGET',
      `${scenario.id} --json -\` shows each with its answer.`,
    ];
  const [{ changedRequest }, { expectationWords }, { curlLine }, { sentInWords }, { wireRequest }] =
    await Promise.all([
      import('./sample-request.ts'),
      import('./expectation-words.ts'),
      import('../report/curl.ts'),
      import('../report/background.ts'),
      import('../agents/transport.ts'),
    ]);
  const request = changedRequest(scenario);
  return [
    `Sent: ${sentInWords(scenario)}`,
    ...expectationWords(scenario).map(
      (words, index) => `${index === 0 ? 'Expected:' : '     and:'} ${words}`,
    ),
    ...(request === null
      ? []
      : [
          '',
          'By hand, with your own endpoint and your own values for the words in capitals:',
          `  ${curlLine(withReadableCredentials(wireRequest(request)))}`,
        ]),
  ];
}

function needsLines({ needs = [] }: Scenario): string[] {
  return needs.map((need) => `Skipped where ${capabilities[need]}.`);
}

function withReadableCredentials(request: Exchange['request']): Exchange['request'] {
  const headers = request.headers.map(([name, value]) => {
    const encoded = /^Basic ([\w+/=]+)$/.exec(value)?.[1];
    const pair = encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
    return [name, pair === undefined ? value : `Basic base64(${pair})`] as const;
  });
  return { ...request, headers };
}
