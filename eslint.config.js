import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A statement or word that is refused, and what to do instead. */
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export it by its name.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
  message: 'Import it where it is made; a file that only passes names on is a barrel.',
};
const noClock = {
  selector:
    'CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'The time is an argument.',
};
const noRandomness = {
  selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  message: 'Randomness is an argument.',
};

const tests = ['**/*.test.ts', '**/*.test.tsx'];
const ownCode = ['src/**/*.ts', 'src/**/*.tsx', 'conformance/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts'];

export default defineConfig(
  { ignores: ['dist/', '**/dist/', 'generated/', '**/node_modules/', '.cache/', 'coverage/'] },
  {
    files: [...ownCode, '*.config.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Promised by an interface, kept without waiting for anything: an async function without await is fine.
      '@typescript-eslint/require-await': 'off',
      // The ports are records of functions, none of which knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ownCode, rules: { 'no-restricted-syntax': ['error', noDefaultExport, noBarrel] } },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'conformance/**/*.ts'],
    ignores: tests,
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/oauth/**/*.ts', 'src/handlers/**/*.ts', 'src/dialects/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, noBarrel, noClock, noRandomness],
      'no-restricted-globals': [
        'error',
        'process',
        'crypto',
        'fetch',
        'setTimeout',
        'setInterval',
        'performance',
      ],
    },
  },
  {
    files: [
      'src/cli.ts',
      'src/cli/**',
      'src/testing/**',
      'src/checks/**',
      'src/generator/**',
      'bench/**',
      'conformance/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      // What a server answered is of any shape until a test has looked at it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
