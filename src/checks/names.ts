import type { Problem } from './problem.ts';
import type { SourceTree } from './source-tree.ts';

/** The agreed layout; beside it only dot-files and the settings of tools. */
const topLevel = new Set([
  ...[
    'openapi.yaml',
    'package.json',
    'tsconfig.json',
    'README.md',
    'generated',
    'src',
    'conformance',
    'docs',
  ],
  ...['bench', 'package-lock.json', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'redocly.yaml'],
]);
const toolSettings = /^(\..+|[a-z]+\.config\.(js|ts)|tsconfig\.[a-z]+\.json)$/;

/** Words that say where something was put and not what it is. */
const drawers = /^(helpers?|utils?|utilities|common|misc|shared|managers?|services?|base|abstract|index)$/i;

/** Names say what a thing is: no drawers, no barrels, kebab case, and nothing new at the top level. */
export function checkNames(tree: SourceTree): Problem[] {
  return [
    ...strangers(tree),
    ...tree.files.filter((file) => /^(src|conformance|bench|docs)\//.test(file)).flatMap(checkPath),
  ];
}

function strangers(tree: SourceTree): Problem[] {
  const names = new Set(tree.files.map((file) => file.split('/')[0] ?? file));
  return [...names]
    .filter((name) => !topLevel.has(name) && !toolSettings.test(name))
    .map((file) => ({ file, message: 'is not part of the agreed top level' }));
}

function checkPath(file: string): Problem[] {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const drawer = file.split(/[/.-]/).find((word) => drawers.test(word));
  const problems: Problem[] = [];
  if (drawer !== undefined) problems.push({ file, message: `"${drawer}" does not say what is in it` });
  if (/\.tsx?$/.test(name) && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) {
    problems.push({ file, message: 'is not named in kebab case' });
  }
  return problems;
}
