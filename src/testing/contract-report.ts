import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { readDocuments } from '../documents.ts';
import { operations, type OperationId } from '../../generated/operations.ts';
import { coverageFolder } from './contract-coverage.ts';
import { inputsOf } from './contract-inputs.ts';

// Says how much of the contract a whole test run has reached, and fails where something is missing without a
// reason. Run after the tests; what the tests left is read and removed.

/** What no test can reach, with the reason; an entry that is reached after all fails the report too. */
const outOfReach: Readonly<Record<string, string>> = {};

function wanted(): Record<'operations' | 'statuses' | 'parameters', string[]> {
  const ids = Object.keys(operations) as OperationId[];
  const { contract } = readDocuments();
  return {
    operations: ids,
    statuses: ids.flatMap((id) => operations[id].responseStatuses.map((status) => `${id} ${status}`)),
    parameters: ids.flatMap((id) => inputsOf(contract, id).map((name) => `${id} parameter ${name}`)),
  };
}

function readReached(): Set<string> {
  const files = readdirSync(coverageFolder).map((name) => new URL(name, coverageFolder));
  const reached = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]);
  rmSync(coverageFolder, { recursive: true });
  return new Set([...reached, ...reached.map((entry) => entry.split(' ')[0] ?? '')]);
}

const reached = readReached();
const missing = Object.entries(wanted()).flatMap(([kind, entries]) => {
  const absent = entries.filter((entry) => !reached.has(entry));
  console.log(`contract ${kind}: ${entries.length - absent.length} of ${entries.length} reached`);
  return absent;
});
for (const entry of missing)
  console.log(`  not reached: ${entry}: ${outOfReach[entry] ?? 'NO REASON GIVEN'}`);
const stale = Object.keys(outOfReach).filter((entry) => !missing.includes(entry));
for (const entry of stale) console.log(`  reached after all: ${entry}`);
process.exitCode =
  stale.length + missing.filter((entry) => outOfReach[entry] === undefined).length > 0 ? 1 : 0;
