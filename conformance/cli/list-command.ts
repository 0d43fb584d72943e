import type { Command } from 'commander';
import type { Scenario } from '../model/scenario.ts';
import { CommandFailure, type Terminal } from './terminal.ts';

interface ListFlags {
  profile: string;
  coverage?: boolean;
}

export function addListCommand(program: Command, terminal: Terminal): void {
  program
    .command('list')
    .description('the catalogue as a document')
    .argument('[section...]', 'sections, ids or their beginnings; everything where none is named')
    .option('--profile <name>', 'the scenarios of this profile', 'all')
    .option('--coverage', 'numbers: requirements and what becomes of them, scenarios, mutations')
    .addHelpText('after', EXAMPLES)
    .action(async (sections: string[], flags: ListFlags) => listCommand(sections, flags, terminal));
}

const EXAMPLES = `
Examples:
  codegrant-conformance list
  codegrant-conformance list 4.1.3
  codegrant-conformance list rfc7636 --profile all
  codegrant-conformance list --coverage`;

async function listCommand(sections: string[], flags: ListFlags, terminal: Terminal): Promise<void> {
  const [{ catalogue }, { selectScenarios }, ledger] = await Promise.all([
    import('../scenarios/catalogue.ts'),
    import('../run/select-scenarios.ts'),
    import('../requirements/ledger.ts'),
  ]);
  if (flags.coverage === true) {
    if (sections.length > 0)
      throw new CommandFailure('--coverage counts everything: name no section with it');
    const { coverageText } = await import('./coverage.ts');
    terminal.stdout.write(coverageText(catalogue, [...ledger.readLedger().values()]));
    return;
  }
  const scenarios = selectScenarios(catalogue, { profile: flags.profile, selection: sections });
  const documents = new Set(scenarios.flatMap(({ requires }) => requires.map(ledger.documentOf)));
  const levels = ledger.readLedger([...documents]);
  const { bySection, sectionInWords } = await import('../report/background.ts');
  const blocks = bySection(scenarios).map(([section, members]) => {
    const title = sectionInWords(section);
    const heading = section.link === null ? `## ${title}` : `## [${title}](${section.link})`;
    const rows = members.map((scenario) => rowOf(scenario, levels.get(scenario.requires[0])?.level ?? ''));
    return [heading, '', ...rows].join('\n');
  });
  terminal.stdout.write(`${blocks.join('\n\n')}\n\n${scenarios.length} scenarios\n`);
}

function rowOf({ id, title }: Scenario, level: string): string {
  return `- \`${id}\` ${title}. ${level}`;
}
