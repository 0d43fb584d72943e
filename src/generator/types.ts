import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { header } from './header.ts';

/** `generated/types.ts`: openapi-typescript's types of the contract at `file`. */
export async function makeTypes(file: string): Promise<string> {
  return header + astToString(await openapiTS(pathToFileURL(file), { silent: true }));
}
