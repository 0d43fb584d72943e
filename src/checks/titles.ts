import ts from 'typescript';
import type { Problem } from './problem.ts';
import type { SourceTree } from './source-tree.ts';

const runners = new Set(['test', 'it', 'describe']);
const empty = /\b(should|shouldn't|works|working|correctly|properly|as expected)\b/i;

/** Titles of tests state behaviour: they are there, and hold none of the words that state nothing. */
export function checkTitles(tree: SourceTree): Problem[] {
  return tree.files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) => checkFile(file, tree.read(file)));
}

function checkFile(file: string, text: string): Problem[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && runners.has(runnerOf(node.expression))) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const message = complaint(node.arguments[0]);
      if (message !== undefined) problems.push({ file, line, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

/** `test`, also of `test.skipIf(…)(…)`, `test.each(…)(…)` and the like; empty for the inner call of those. */
function runnerOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isCallExpression(callee) || ts.isTaggedTemplateExpression(callee)) {
    const inner = ts.isCallExpression(callee) ? callee.expression : callee.tag;
    return ts.isPropertyAccessExpression(inner) ? rootOf(inner) : '';
  }
  const plain = ['only', 'skip', 'concurrent', 'sequential', 'fails', 'todo'];
  return ts.isPropertyAccessExpression(callee) && plain.includes(callee.name.text) ? rootOf(callee) : '';
}

function rootOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) {
    return rootOf(expression.expression);
  }
  return ts.isIdentifier(expression) ? expression.text : '';
}

function complaint(title: ts.Expression | undefined): string | undefined {
  if (title === undefined) return 'the test has no title';
  const words = ts.isTemplateExpression(title)
    ? [title.head.text, ...title.templateSpans.map((span) => span.literal.text)].join('…')
    : ts.isStringLiteralLike(title)
      ? title.text
      : undefined;
  if (words?.trim() === '') return 'the test has an empty title';
  const found = words === undefined ? null : empty.exec(words);
  return found === null ? undefined : `"${found[0]}" in the title "${words}" states no behaviour`;
}
