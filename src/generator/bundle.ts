import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { licencesOf } from './licences.ts';

/** What is bundled with what it imports, each program into a folder of its own. */
const programs: Readonly<Record<string, BuildOptions & { outdir: string }>> = {
  server: {
    entryPoints: ['src/cli.ts'],
    outdir: 'dist',
    external: [
      // They bring machine code, which no bundle can hold.
      ...['sqlite3', '@node-rs/argon2'],
      // Drivers that Knex and pg name and that this server does not use; none of them is installed.
      ...['better-sqlite3', 'mariadb', 'mysql', 'mysql2', 'oracledb', 'tedious'],
      ...['pg-native', 'pg-query-stream'],
    ],
  },
  conformance: {
    entryPoints: ['cli', 'conformance', 'own-server'].map((name) => `conformance/${name}.ts`),
    outdir: 'conformance/dist',
    // One folder down, as the sources are: what reads a file of data finds it from there too.
    chunkNames: 'parts/[name]-[hash]',
  },
};

/** What CommonJS packages take for given, and a module does not have. */
const banner = `import { createRequire as bundleRequire } from 'node:module';
const require = bundleRequire(import.meta.url);`;

/**
 * `npm run build`: the server, or the program that is named first, and the packages that it is made of, as a few files
 * that start fast. What is imported lazily stays a file of its own. Beside them are their source maps and the licences
 * of the packages. The folder may be named, too.
 */
const [name = 'server', folder] = process.argv.slice(2);
const program = programs[name];
if (program === undefined) throw new Error(`${name}: there are ${Object.keys(programs).join(' and ')}`);
const root = fileURLToPath(new URL('../../', import.meta.url));
const outdir = folder ?? join(root, program.outdir);
rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  ...program,
  absWorkingDir: root,
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
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
writeFileSync(join(outdir, 'LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), root));
