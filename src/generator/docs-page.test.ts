import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import {
  foreignResources,
  keepToOwnHost,
  makeDocsPage,
  readRedocScript,
  redocScriptPath,
} from './docs-page.ts';

test.each([
  ['<script src="https://cdn.example/a.js"></script>', 'https://cdn.example/a.js'],
  ['<link rel="stylesheet" href="//fonts.example/css">', '//fonts.example/css'],
  ['<img alt="logo" src=https://img.example/logo.svg>', 'https://img.example/logo.svg'],
  ['<script type="module">import { a } from "https://cdn.example/a.js"</script>', 'https://cdn.example/a.js'],
  ['<style>@import "https://fonts.example/css";</style>', 'https://fonts.example/css'],
  ["<style>a { background: url('https://img.example/a.png') }</style>", 'https://img.example/a.png'],
  ['{"description":"![logo](https://img.example/logo.svg)"}', 'https://img.example/logo.svg'],
])('%s is known to load from another host', (html, address) => {
  expect(foreignResources(html)).toEqual([address]);
});

test('links to follow and resources of the own host are not foreign', () => {
  const html = `<a href="https://redocly.com/">Redocly</a> <script src="${redocScriptPath}"></script>
    <style>a { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E") }</style>`;
  expect(foreignResources(html)).toEqual([]);
});

test("Redoc's script is taken from the own host and its telemetry is off", () => {
  const html = 'import { hydrate } from "https://cdn.redocly.com/redoc/v3.0.1/bundles/redoc.standalone.js"; ';
  expect(keepToOwnHost(`${html}{"disableTelemetry":false}`)).toBe(
    `import { hydrate } from "${redocScriptPath}"; {"disableTelemetry":true}`,
  );
});

test("Redoc's licence notes are kept", () => {
  expect(readRedocScript().slice(0, 200)).toContain('@license MIT');
});

test('the same contract gives the same page', async () => {
  const pages = await Promise.all([
    makeDocsPage(resolve('openapi.yaml')),
    makeDocsPage(resolve('openapi.yaml')),
  ]);
  expect(pages[0]).toBe(pages[1]);
});

describe.runIf(runsBrowserTests)('in a browser', () => {
  test('the docs page shows the contract and asks no other host for anything', async () => {
    const [page, script] = [await makeDocsPage(resolve('openapi.yaml')), readRedocScript()];
    const server = createServer((request, response) => {
      const isScript = request.url === redocScriptPath;
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isScript ? script : page);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(`${origin}/docs`, { waitUntil: 'networkidle' });
      // Redoc adds the logo once it runs; the page as it was delivered has none.
      await tab.getByAltText('redocly logo').waitFor();
      expect(await tab.textContent('body')).toContain('/oauth/token');
      expect(asked).toContain(`${origin}${redocScriptPath}`);
      expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(origin))).toEqual([]);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
