import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialectNames } from '../dialects/dialect.ts';
import { readGuide } from '../testing/guide-page.ts';
import { GuideReader } from '../testing/guide-reader.ts';
import { emptyFolder, startServer, type ServerProcess } from '../testing/server-process.ts';

describe.each(dialectNames)('docs/dialects/%s.md', (name) => {
  const page = readFileSync(new URL(`../../docs/dialects/${name}.md`, import.meta.url), 'utf8');
  const [start, ...steps] = readGuide(page);
  let folder: Awaited<ReturnType<typeof emptyFolder>>;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await emptyFolder();
    const [, args = ''] = /^codegrant serve (.+)$/.exec(start?.text ?? '') ?? [];
    server = await startServer(args.split(' '), { cwd: folder.path });
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await folder?.remove();
  });

  test('starts the sandbox in its dialect', () => {
    expect(start?.text).toBe(`codegrant serve --sandbox --dialect ${name}`);
  });

  test('leads, command by command, where it says', async () => {
    const reader = new GuideReader(server.origin);
    for (const step of steps) expect(await reader.follow(step), step.text).toBeNull();
    expect(steps.filter(({ outcome }) => outcome !== null).length).toBeGreaterThan(2);
  });
});
