import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCodegrantDatabase } from '../contestants/codegrant-database.ts';
import { runCodegrant, startCodegrant } from '../contestants/codegrant.ts';
import type { Contestant } from '../contestants/contestant.ts';
import type { Measurement } from '../measurement.ts';
import { sideBySide, withRunning } from '../work/side-by-side.ts';
import { exchange } from '../work/works.ts';

/**
 * What the validation of requests costs: this server twice, both from the sources, which is where the validator is a
 * module of its own that can be replaced.
 */
export const validatorCost: Measurement = {
  name: 'validator',
  summary: 'this server with its validator and without, exchanging codes',
  async measure(bench) {
    requireReplaceable();
    const without = new URL('without-validator.js', import.meta.url).href;
    const pair = [fromSources('validated', []), fromSources('unvalidated', ['--import', without])];
    return { validator: await withRunning(pair, bench, (entrants) => sideBySide(exchange, entrants, bench)) };
  },
};

function fromSources(name: string, flags: readonly string[]): Contestant {
  return {
    name,
    async start(folder) {
      const url = `sqlite:${join(folder, 'codegrant.db')}`;
      const database = await createCodegrantDatabase(url);
      const tsx = pathToFileURL(createRequire(resolve('package.json')).resolve('tsx')).href;
      const program = ['--import', tsx, ...flags, resolve('src/cli.ts')];
      const settings = { TSX_TSCONFIG_PATH: resolve('tsconfig.json') };
      return runCodegrant([await startCodegrant(url, folder, settings, program)], database);
    },
  };
}

/** A replacement that replaces nothing would find that validation is free. */
function requireReplaceable(): void {
  const [validator, user] = ['validator', 'contract'].map((name) =>
    readFileSync(`src/http/${name}.ts`, 'utf8'),
  );
  const isThere = validator?.includes('export function requestValidator(') === true;
  if (!isThere || user?.includes("{ requestValidator } from './validator.ts'") !== true)
    throw new Error('The validator is elsewhere by now; validator/ has to follow it.');
}
