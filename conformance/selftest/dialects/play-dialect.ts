import { fileURLToPath } from 'node:url';
import type { Report } from '../../model/report.ts';
import { performRun } from '../../run/perform-run.ts';
import { catalogue } from '../../scenarios/catalogue.ts';
import { loadSettings } from '../../target/load-target.ts';
import { startOwnServer } from './own-server.ts';

export const dialects = ['gancio', 'ghost', 'gitshare', 'gocd', 'metamaps'] as const;
export type Dialect = (typeof dialects)[number];

export const titles: Readonly<Record<Dialect, string>> = {
  gancio: 'Gancio',
  ghost: 'Ghost',
  gitshare: 'GitShare',
  gocd: 'GoCD',
  metamaps: 'Metamaps',
};

/** What the documents of these systems do not say, and this server has: where a token can be tried. */
const resources: Readonly<Partial<Record<Dialect, { path: string; scope: string }>>> = {
  // It asks for the scope of this resource too, beside Gancio's only one.
  gancio: { path: '/api/me', scope: 'profile' },
  ghost: { path: '/api/me', scope: 'profile' },
  gitshare: { path: '/api/me', scope: 'profile' },
  metamaps: { path: '/api/my_tokens', scope: 'tokens:read' },
};

/**
 * Starts this project's server, with the dialect on, and has it tested by the target file of that system; null: without
 * a dialect, by the file of this server.
 */
export async function playDialect(
  dialect: Dialect | null,
  selection: readonly string[] = [],
): Promise<Report> {
  const server = await startOwnServer(dialect);
  try {
    const file = `../../targets/${dialect ?? 'codegrant'}.yaml`;
    const source = fileURLToPath(new URL(file, import.meta.url));
    const settings = loadSettings({ source, env: environmentFor(dialect, server.origin) });
    return await performRun(settings, catalogue, { profile: 'all', selection });
  } finally {
    await server.close();
  }
}

function environmentFor(dialect: Dialect | null, origin: string): Record<string, string> {
  if (dialect === null) return { CODEGRANT_URL: origin };
  const resource = resources[dialect];
  return {
    SERVER: origin,
    OWNER: 'demo',
    PASSWORD: 'demo-password',
    ...(dialect === 'gancio' ? { CODEGRANT_CONFORMANCE__SCOPES: 'event:write profile' } : {}),
    ...(resource === undefined
      ? {}
      : {
          CODEGRANT_CONFORMANCE__RESOURCE__URL: origin + resource.path,
          CODEGRANT_CONFORMANCE__RESOURCE__SCOPE: resource.scope,
        }),
  };
}
