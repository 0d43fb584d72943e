/**
 * Who may import whom: the import table of the architecture as rules. A folder's row lists everything of ours
 * that it may import; what is not listed is forbidden. A test is bound to what it tests and to nothing else.
 */
const table = [
  { folder: 'generated', mayImport: [] },
  { folder: 'src/oauth', mayImport: ['generated'] },
  { folder: 'src/dialects', mayImport: ['src/oauth', 'generated'] },
  { folder: 'src/secrets', mayImport: ['src/oauth/ports.ts'] },
  { folder: 'src/store', mayImport: ['src/oauth/ports.ts'] },
  { folder: 'src/handlers', mayImport: ['src/oauth', 'src/dialects', 'generated'] },
  {
    folder: 'src/http',
    mayImport: [
      'src/handlers',
      'src/oauth/refusal.ts',
      'src/oauth/refusals.ts',
      'src/oauth/ports.ts',
      'generated',
    ],
  },
  { folder: 'src/config', mayImport: ['src/config.ts', 'src/dialects'] },
  { folder: 'src/observability', mayImport: ['src/config', 'generated'] },
  { folder: 'src/generator', mayImport: [] },
  { folder: 'src/checks', mayImport: ['src/generator'] },
  { folder: 'conformance', mayImport: [] },
  { folder: 'bench', mayImport: ['src', 'conformance', 'generated'] },
];

/** Where only the types of a listed folder may be imported, so that nothing of it is left when it runs. */
const typesOnly = [
  { folder: 'src/oauth', of: ['generated'] },
  { folder: 'src/secrets', of: ['src/oauth/ports.ts'] },
  { folder: 'src/http', of: ['src/oauth/ports.ts'] },
];

/** Packages and built-ins of Node with one home each. */
const homes = [
  { packages: ['express', 'express-openapi-validator'], home: 'src/http' },
  { packages: ['knex', 'pg', 'sqlite3'], home: 'src/store' },
  { packages: ['@node-rs/argon2'], home: 'src/secrets' },
];

/** Folders that are pure, or nearly so: nothing from outside the project but what is listed. */
const sealed = [
  { folder: 'src/oauth', except: [] },
  { folder: 'src/dialects', except: [] },
  { folder: 'src/handlers', except: [] },
  { folder: 'src/secrets', except: ['node:crypto', '@node-rs/argon2'] },
];

const test = '\\.test\\.tsx?$';
const ours = '^(generated|src|conformance|bench)/';
const literally = (text) => text.replace(/[.\\/]/g, '\\$&');
/** Matches a folder and what is in it, or exactly the file. */
const place = (path) => (/\.\w+$/.test(path) ? `^${literally(path)}$` : `^${literally(path)}/`);
/** Matches a package by the name in the import or by the file that it resolves to. */
const packaged = (name) => `(^|^node:|node_modules/)${literally(name.replace('node:', ''))}(/|$)`;

const tableRules = table.map(({ folder, mayImport }) => ({
  name: `${folder} imports only ${['itself', ...mayImport].join(', ')}`,
  severity: 'error',
  from: { path: place(folder), pathNot: test },
  to: { path: ours, pathNot: [folder, ...mayImport].map(place) },
}));

const typeRules = typesOnly.map(({ folder, of }) => ({
  name: `${folder} imports only types of ${of.join(', ')}`,
  severity: 'error',
  from: { path: place(folder), pathNot: test },
  to: { path: of.map(place), dependencyTypesNot: ['type-only'] },
}));

const homeRules = homes.map(({ packages, home }) => ({
  name: `only ${home} imports ${packages.join(', ')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: [place(home), '^src/testing/', test] },
  to: { path: packages.map(packaged) },
}));

const sealRules = sealed.map(({ folder, except }) => ({
  name: `${folder} needs nothing from outside${except.length > 0 ? ` but ${except.join(', ')}` : ''}`,
  severity: 'error',
  from: { path: place(folder), pathNot: test },
  to: { pathNot: [ours, ...except.map(packaged)] },
}));

/** These put the parts together and may import anything of `src`. */
const composers = ['src/cli', 'src/testing', 'src/flows'];

const generalRules = [
  {
    name: 'every folder of src has a row in the import table',
    severity: 'error',
    from: {
      path: '^src/[^/]+/',
      pathNot: [...table.map(({ folder }) => place(folder)), ...composers.map(place)],
    },
    to: {},
  },
  {
    name: 'src/flows holds tests of the whole and nothing else',
    severity: 'error',
    from: { path: '^src/flows/', pathNot: test },
    to: {},
  },
  {
    name: 'nothing that ships imports the tests, the checks or the generator',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(testing|checks|generator)/', test] },
    to: { path: ['^src/(testing|checks|generator)/', test] },
  },
  {
    name: 'src does not import the conformance suite',
    severity: 'error',
    from: { path: '^(src|generated)/' },
    to: { path: '^conformance/' },
  },
  {
    name: 'only conformance/selftest/real imports the servers of others, and express as their host',
    severity: 'error',
    from: { path: '^conformance/', pathNot: place('conformance/selftest/real') },
    to: {
      path: ['express', 'oidc-provider', '@node-oauth/oauth2-server', '@jmondi/oauth2-server'].map(packaged),
    },
  },
  {
    name: 'nothing imports the bench',
    severity: 'error',
    from: { path: '^(src|generated|conformance)/' },
    to: { path: place('bench') },
  },
  {
    name: 'no circular dependencies',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing that ships imports a package that is not installed with it',
    severity: 'error',
    from: { path: '^(src|generated)/', pathNot: ['^src/(testing|checks|generator)/', test] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'every import leads somewhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'every module is imported, tested or started',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [test, '\\.d\\.ts$', '^src/(main|cli)\\.ts$', '^generated/', '^src/(checks|generator)/'],
    },
    to: {},
  },
];

module.exports = {
  forbidden: [...tableRules, ...typeRules, ...homeRules, ...sealRules, ...generalRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
