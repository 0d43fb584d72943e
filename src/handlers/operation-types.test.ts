import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const app = resolve('src/app.ts');
const source = ts.sys.readFile(app) ?? '';
const aLine = '  revokeToken,\n';

/** The table of contents as somebody could leave it, each a module of its own beside the real one. */
const tables = {
  'as it is': source,
  'without a handler': source.replace(aLine, ''),
  'with a handler too many': source.replace(aLine, `${aLine}  brewCoffee: getMe,\n`),
  'with the handler of another operation': source.replace(aLine, '  revokeToken: getMe,\n'),
  'with an answer that the contract does not have': source.replace(
    aLine,
    '  revokeToken: async () => ({ status: 418 }),\n',
  ),
};
const files = new Map(Object.entries(tables).map(([, text], at) => [resolve(`src/app-${at}.ts`), text]));

/** Compiles the tables with the options of the project, in one program. */
function compile(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => files.get(resolve(file)) ?? readFile(file);
  host.fileExists = (file) => files.has(resolve(file)) || fileExists(file);
  return ts.createProgram([...files.keys()], options, host);
}

describe('the table of contents', () => {
  const program = compile();

  function complaints(name: keyof typeof tables): string {
    expect(tables[name] === source).toBe(name === 'as it is');
    const file = program.getSourceFile([...files.keys()][Object.keys(tables).indexOf(name)] ?? '');
    return program
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      .join('\n');
  }

  test('compiles as it is', () => {
    expect(complaints('as it is')).toBe('');
  });

  test('does not compile without a handler, and the complaint names the operation', () => {
    const complaint = complaints('without a handler');
    expect(complaint).toContain("Property 'revokeToken' is missing");
    expect(complaint).toContain("'revokeToken' is declared but its value is never read");
  });

  test('does not compile with a handler of no operation', () => {
    expect(complaints('with a handler too many')).toContain("'brewCoffee' does not exist in type 'Handlers'");
  });

  test.each([
    ['with the handler of another operation', /is not assignable to type 'Handler<"revokeToken">'/],
    [
      'with an answer that the contract does not have',
      /'{ status: 418; }' is not assignable to type '{ status: 200;/,
    ],
  ] as const)('does not compile %s', (name, complaint) => {
    expect(complaints(name)).toMatch(complaint);
  });
});
