import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.ts';

/** Packages that stay beside the bundle: they bring machine code, which no bundle can hold. */
const native = ['sqlite3', '@node-rs/argon2'];

/** Drivers that Knex and pg name and that this server does not use; none of them is installed. */
const unused = [
  ...['better-sqlite3', 'mariadb', 'mysql', 'mysql2', 'oracledb', 'tedious'],
  ...['pg-native', 'pg-query-stream'],
];

/** What CommonJS packages take for given, and a module does not have. */
const banner = `import { createRequire as bundleRequire } from 'node:module';
const require = bundleRequire(import.meta.url);`;

/**
 * `npm run build`: the server and the packages that it is made of, as a few files that start fast. What is imported
 * lazily stays a file of its own. Beside them are their source maps and the licences of the packages.
 */
const [folder = 'dist'] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/cli.ts'],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: [...native, ...unused],
  banner: { js: banner },
  // Less text is read faster; lines stay short enough for a stack trace to quote.
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'none',
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(Object.keys(metafile.inputs)));
