import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const redocly = dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json'));

/** Where the server answers with the file that `readRedocScript` returns. */
export const redocScriptPath = '/docs/redoc.standalone.js';

/** Stands in for the logo that Redoc would fetch from its makers' host, so that the attribution stays readable. */
const logo =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='44' height='12'%3E" +
  "%3Ctext y='10' font-family='sans-serif' font-size='11'%3ERedocly%3C/text%3E%3C/svg%3E";

/** Redoc as its package ships it, licence notes included, but for the address of the logo. */
export function readRedocScript(): string {
  const shipped = readFileSync(join(redocly, 'lib/chunks/redoc.standalone.js'), 'utf8');
  const script = shipped.replaceAll(/https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g, logo);
  if (script.includes('cdn.redoc.ly'))
    throw new Error('Redoc has a new address at cdn.redoc.ly: stand in for it');
  return script;
}

/** `generated/docs/index.html`: Redoc's page of the contract at `file`, which loads nothing from another host. */
export async function makeDocsPage(file: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-docs-'));
  try {
    const page = join(folder, 'index.html');
    const arguments_ = [
      join(redocly, 'bin/cli.js'),
      'build-docs',
      file,
      '--output',
      page,
      '--lint-config=off',
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    await promisify(execFile)(process.execPath, arguments_, { env });
    const html = keepToOwnHost(readFileSync(page, 'utf8'));
    const foreign = foreignResources(html);
    if (foreign.length > 0) throw new Error(`the docs page loads from another host: ${foreign.join(', ')}`);
    return html;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads Redoc's script from our own host, leaves its telemetry off, and spares browsers the search for an icon. */
export function keepToOwnHost(html: string): string {
  return html
    .replaceAll(/https:\/\/cdn\.redocly\.com\/redoc\/[^"']*\/redoc\.standalone\.js/g, redocScriptPath)
    .replaceAll(/ integrity="[^"]*" crossorigin="anonymous"/g, '')
    .replace('</title>', '</title>\n  <link rel="icon" href="data:,">')
    .replaceAll('"disableTelemetry":false', '"disableTelemetry":true');
}

/** What a browser would fetch from another host. A link that a reader may follow is not among it. */
export function foreignResources(html: string): string[] {
  const loads = [
    /<(?:script|img|iframe|source|audio|video|embed|object|input)\b[^>]*?\s(?:src|srcset|data)=["']?((?:https?:)?\/\/[^"'\s>]+)/gi,
    /<link\b[^>]*?\shref=["']?((?:https?:)?\/\/[^"'\s>]+)/gi,
    /(?<!@)\b(?:from|import)\s*\(?\s*["']((?:https?:)?\/\/[^"']+)/g,
    /@import\s+(?:url\()?["']?((?:https?:)?\/\/[^"')\s;]+)/gi,
    /url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi,
    /!\[[^\]]*\]\(((?:https?:)?\/\/[^)\s]+)/g,
    /"x-logo":\{[^}]*"url":"((?:https?:)?\/\/[^"]+)/g,
  ];
  return loads.flatMap((load) => [...html.matchAll(load)].map((match) => match[1] ?? ''));
}
