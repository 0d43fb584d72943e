import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** The contract and its documentation, as they were made. */
export async function getContractJson(
  _input: Input<'getContractJson'>,
  { documents }: Deps,
): Promise<Output<'getContractJson'>> {
  return { status: 200, json: documents.contract };
}

export async function getContractYaml(
  _input: Input<'getContractYaml'>,
  { documents }: Deps,
): Promise<Output<'getContractYaml'>> {
  return { status: 200, document: documents.contractYaml };
}

export async function getDocs(_input: Input<'getDocs'>, { documents }: Deps): Promise<Output<'getDocs'>> {
  return { status: 200, document: documents.docsPage };
}

export async function getDocsScript(
  _input: Input<'getDocsScript'>,
  { documents }: Deps,
): Promise<Output<'getDocsScript'>> {
  return { status: 200, document: documents.docsScript };
}
