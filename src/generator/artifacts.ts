import { readContract } from './contract.ts';
import { makeDocsPage, readRedocScript } from './docs-page.ts';
import { makeOperationTable } from './operation-table.ts';
import { makeScopeRegistry } from './scope-registry.ts';
import { makeTypes } from './types.ts';

const readme = `# Generated, never edited

\`npm run generate\` makes every file of this folder from \`openapi.yaml\`, and \`npm run check:generated\`
names each one that is no longer what the contract makes. JSON has no comments, so \`openapi.json\` carries no
header; nor does Redoc's script, which is copied with its licence notes.

| file | what it is |
| --- | --- |
| \`types.ts\` | the contract as types, by openapi-typescript |
| \`operations.ts\` | one row for each operationId: method, path, statuses, media types, \`x-codegrant-…\`, \`x-dialect\` |
| \`scopes.ts\` | the scope registry |
| \`openapi.json\` | the contract as JSON |
| \`docs/index.html\` | the contract as pages for reading, by Redoc |
| \`docs/redoc.standalone.js\` | Redoc, so that the pages load nothing from another host |
`;

/** Every generated file as path inside `generated/` → content. The same contract gives the same bytes. */
export async function makeArtifacts(contractFile: string): Promise<Map<string, string>> {
  const contract = readContract(contractFile);
  const [types, docs] = await Promise.all([makeTypes(contractFile), makeDocsPage(contractFile)]);
  return new Map([
    ['README.md', readme],
    ['types.ts', types],
    ['operations.ts', makeOperationTable(contract)],
    ['scopes.ts', makeScopeRegistry(contract)],
    ['openapi.json', JSON.stringify(contract, null, 2) + '\n'],
    ['docs/index.html', docs],
    ['docs/redoc.standalone.js', readRedocScript()],
  ]);
}
