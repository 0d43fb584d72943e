import type { Problem } from './problem.ts';
import type { SourceTree } from './source-tree.ts';

const limit = { median: 80, ninetieth: 180, file: 250 };

/** Small files, as the architecture promises: the limits hold for the tree as a whole and for each file. */
export function checkSizes(tree: SourceTree): Problem[] {
  const sizes = tree.files
    .filter((file) => /^(src|conformance)\/.*\.tsx?$/.test(file))
    .map((file) => ({ file, text: tree.read(file) }))
    .filter(({ text }) => !isTableOfData(text))
    .map(({ file, text }) => ({ file, lines: countLines(text) }))
    .sort((a, b) => a.lines - b.lines);
  const long = sizes
    .filter(({ lines }) => lines > limit.file)
    .map(({ file, lines }) => ({ file, message: `has ${lines} lines; at most ${limit.file} are allowed` }));
  return [
    ...long,
    ...overall('median', at(sizes, 0.5), limit.median),
    ...overall('90th percentile', at(sizes, 0.9), limit.ninetieth),
  ];
}

/** Data has no complexity to keep small: a file opens with "Table of data" to say that it is nothing else. */
function isTableOfData(text: string): boolean {
  const opening = /^\s*\/\*\*\s*(?:\*\s*)?([^\n]*)/.exec(text)?.[1] ?? '';
  return opening.includes('Table of data');
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function at(sizes: readonly { lines: number }[], quantile: number): number {
  return sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * quantile))]?.lines ?? 0;
}

function overall(name: string, lines: number, below: number): Problem[] {
  if (lines < below) return [];
  return [
    { file: 'src, conformance', message: `the ${name} is ${lines} lines a file; keep it under ${below}` },
  ];
}
