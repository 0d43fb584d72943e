import { posix } from 'node:path';
import type { Problem } from './problem.ts';
import type { SourceTree } from './source-tree.ts';

/** Every relative link of a document leads to a file or folder of the tree, and every fragment to a heading. */
export function checkLinks(tree: SourceTree): Problem[] {
  return tree.files
    .filter((file) => file.endsWith('.md') && !file.startsWith('generated/'))
    .flatMap((file) => checkDocument(tree, file));
}

function checkDocument(tree: SourceTree, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [index, text] of withoutFences(tree.read(file)).split('\n').entries()) {
    for (const target of targets(text)) {
      const message = follow(tree, file, target);
      if (message !== undefined) problems.push({ file, line: index + 1, message });
    }
  }
  return problems;
}

/** Blocks of code keep their lines and lose their words. */
function withoutFences(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]+/g, ''));
}

function targets(text: string): string[] {
  const prose = text.replaceAll(/`[^`]*`/g, '`');
  const links = [
    ...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g),
    ...prose.matchAll(/^\[[^\]]+\]: (\S+)/g),
  ];
  return links.map((match) => match[1] ?? '').filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

function follow(tree: SourceTree, from: string, target: string): string | undefined {
  const [path = '', fragment] = target.split('#');
  const file = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(path)));
  const folder = file.endsWith('/') ? file : `${file}/`;
  if (!tree.files.includes(file) && !tree.files.some((other) => other.startsWith(folder))) {
    return `the link to ${target} leads nowhere`;
  }
  if (fragment === undefined || !file.endsWith('.md') || anchors(tree.read(file)).has(fragment))
    return undefined;
  return `the link to ${target} leads to no heading of ${file}`;
}

/** Headings as GitHub turns them into fragments. */
function anchors(text: string): Set<string> {
  const headings = [...withoutFences(text).matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}
