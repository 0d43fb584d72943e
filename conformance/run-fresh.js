/**
 * `npm run conformance`, its first step: builds what was changed since it was last built, and goes on in the build. This
 * file alone is no TypeScript, since compiling anything would take a fifth of the time that a whole run may take.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);

const server = isFresh('dist', ['src', 'generated']) ? [] : [build('server')];
const suite = isFresh('conformance/dist', ['conformance']) ? [] : [build('conformance').then(buildData)];
await Promise.all([...server, ...suite]);
await import('./dist/own-server.js');

/** Without the type check, which `npm run check:types` is for: it would double the wait. */
function build(program) {
  return node('tsx/cli', ['src/generator/bundle.ts', program]);
}

function buildData() {
  return node('tsx/cli', ['conformance/build-data.ts']);
}

async function node(program, args) {
  const child = spawn(process.execPath, [require.resolve(program), ...args], { cwd: root, stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status === 0) return;
  console.error(`The build failed: ${program} ${args.join(' ')}`);
  process.exit(4);
}

/** A build is fresh when nothing that it is made of is newer. */
function isFresh(build, sources) {
  const built = latest(build, /\.js(on)?$/);
  return built > 0 && sources.every((folder) => latest(folder, /\.(tsx?|json|yaml)$/) <= built);
}

/** When the newest of these files was written; 0 where there is none. */
function latest(folder, wanted) {
  const isBeside = /^(dist|node_modules|selftest|testing)$|\.(test|fixture)\./;
  try {
    const times = readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !isBeside.test(name))
      .map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return latest(path, wanted);
        return wanted.test(entry.name) ? statSync(join(root, path)).mtimeMs : 0;
      });
    return Math.max(0, ...times);
  } catch {
    return 0;
  }
}
