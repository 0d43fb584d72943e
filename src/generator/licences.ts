import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ownLine = '='.repeat(80);

/**
 * The name, the version and the licence of each package that one of `files` belongs to, for the notices that a copy has
 * to carry. Paths start at `root` and name packages as npm lays them out, below `node_modules`; other files are ours and
 * are left out.
 */
export function licencesOf(files: readonly string[], root = '.'): string {
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined));
  return [...folders]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join(`\n${ownLine}\n\n`);
}

function packageFolder(file: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function notice(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About;
  const texts = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return [`${about.name} ${about.version}, ${about.license}`, ...texts].join('\n\n') + '\n';
}

interface About {
  name: string;
  version: string;
  license: string;
}
