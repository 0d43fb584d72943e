import { checkCitations } from './citations.ts';
import { checkLinks } from './links.ts';
import { checkNames } from './names.ts';
import { report } from './problem.ts';
import { checkSizes } from './sizes.ts';
import { readTree } from './source-tree.ts';
import { checkTitles } from './titles.ts';

/** `npm run check:tree`: what no tool knows about this project, each rule in a file of its own. */
const tree = readTree(process.argv[2] ?? '.');
report('names', checkNames(tree));
report('sizes', checkSizes(tree));
report('titles', checkTitles(tree));
report('citations', checkCitations(tree));
report('links', checkLinks(tree));
