import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface FragmentClient {
  /** Where it begins: it draws a state, remembers it, and sends the browser on. */
  start: string;
  /** The targets of every request that its server has seen: what is in a fragment is in none of them. */
  seen: string[];
  close(): Promise<void>;
}

export interface FragmentClientOptions {
  authorization_endpoint: string;
  token_endpoint: string;
  client_id: string;
  client_secret: string;
}

/**
 * A client as Ghost's document has it: a script on its callback page reads the answer from the fragment, compares the
 * state, and hands the code to the client's own server, which has the secret.
 */
export async function startFragmentClient(options: FragmentClientOptions): Promise<FragmentClient> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    seen.push(target);
    void answer(target, request, options).then(({ type, body }) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    start: `http://127.0.0.1:${(server.address() as AddressInfo).port}/start`,
    seen,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(target: string, request: IncomingMessage, options: FragmentClientOptions) {
  const html = 'text/html; charset=utf-8';
  if (target === '/start') return { type: html, body: page(startScript(options)) };
  if (target === '/callback') return { type: html, body: page(callbackScript) };
  if (target !== '/exchange') return { type: 'text/plain', body: '' };
  const redirect_uri = `http://${request.headers.host}/callback`;
  const { client_secret, token_endpoint } = options;
  // As the document prints it: without a client_id.
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: await text(request),
    redirect_uri,
    client_secret,
  });
  const exchanged = await fetch(token_endpoint, { method: 'POST', body });
  return { type: 'application/json', body: await exchanged.text() };
}

function page(script: string): string {
  return `<!doctype html><title>The client</title><link rel="icon" href="data:,"><output></output><script>${script}</script>`;
}

function startScript({ authorization_endpoint, client_id }: FragmentClientOptions): string {
  return `
    const state = String(Math.random());
    sessionStorage.setItem('state', state);
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: ${JSON.stringify(client_id)},
      state,
      redirect_uri: location.origin + '/callback',
    });
    location.href = ${JSON.stringify(authorization_endpoint)} + '?' + query;`;
}

const callbackScript = `
  const answer = new URLSearchParams(location.hash.slice(1));
  const show = (words) => (document.querySelector('output').textContent = words);
  if (answer.get('state') !== sessionStorage.getItem('state')) show('not our state');
  else if (answer.has('error')) show('error: ' + answer.get('error'));
  else {
    fetch('/exchange', { method: 'POST', body: answer.get('code') })
      .then((response) => response.json())
      .then((tokens) => show(JSON.stringify(tokens)));
  }`;
