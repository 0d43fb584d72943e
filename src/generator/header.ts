/** The first lines of every generated file that can carry a comment. */
export const header =
  '// Made from openapi.yaml by `npm run generate`. Edit the contract, never this file.\n\n';
