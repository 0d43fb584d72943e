import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { documentNames } from './requirements/ledger.ts';

/**
 * The second half of the build: the requirements as JSON beside the code that reads them, since reading the YAML takes
 * longer than a whole run; and the schemas.
 */
const place = (path: string) => new URL(path, import.meta.url);
mkdirSync(place('./dist/requirements/'), { recursive: true });
for (const name of documentNames()) {
  const text = readFileSync(place(`./requirements/${name}.yaml`), 'utf8');
  writeFileSync(place(`./dist/requirements/${name}.json`), JSON.stringify(parse(text)));
}
for (const schema of ['target/target.schema.json', 'report/report.schema.json']) {
  copyFileSync(place(`./${schema}`), place(`./dist/${schema}`));
}
