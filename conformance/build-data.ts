import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { documentNames } from './requirements/ledger.ts';

/**
 * The second half of the build: the requirements as JSON, since reading the YAML takes longer than a whole run; and the
 * schemas. The folder of the build may be named; it is `dist` otherwise.
 */
const folder = process.argv[2];
const source = (path: string) => new URL(path, import.meta.url);
const dist = folder === undefined ? source('./dist/') : pathToFileURL(`${folder}/`);
for (const name of ['requirements/', 'target/', 'report/'])
  mkdirSync(new URL(name, dist), { recursive: true });
for (const name of documentNames()) {
  const text = readFileSync(source(`./requirements/${name}.yaml`), 'utf8');
  writeFileSync(new URL(`requirements/${name}.json`, dist), JSON.stringify(parse(text)));
}
for (const schema of ['target/target.schema.json', 'report/report.schema.json']) {
  copyFileSync(source(`./${schema}`), new URL(schema, dist));
}
