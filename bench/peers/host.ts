import { createServer } from 'node:http';
import type { PeerRequest, StartPeer } from './peer.ts';

/** Loaded one at a time: what the others bring along would count as memory and as time to start. */
const peers: Readonly<Record<string, () => Promise<StartPeer>>> = {
  'node:http': async () => (await import('./bare-http.ts')).startBareHttp,
  'floor-shaped': async () => (await import('./shaped-floor.ts')).startShapedFloor,
  floor: async () => (await import('./floor.ts')).startFloor,
  'floor-validated': async () => (await import('./validated-floor.ts')).startValidatedFloor,
  'oidc-provider': async () => (await import('./oidc-provider.ts')).startOidcProvider,
  'node-oauth': async () => (await import('./node-oauth.ts')).startNodeOauth,
  jmondi: async () => (await import('./jmondi.ts')).startJmondi,
};

/** `node host.js PEER PORT [FILE]`: the peer of that name; by messages it makes what a round needs. */
const [name = '', port = '', filename = null] = process.argv.slice(2);
const start = await peers[name]?.();
if (start === undefined) throw new Error(`no peer ${name}`);
const peer = await start({ origin: `http://127.0.0.1:${port}`, filename });
createServer(peer.options ?? {}, peer.listener).listen(Number(port), '127.0.0.1');
process.on('message', ({ codes }: PeerRequest) => {
  peer.mintCodes(codes).then(
    (made) => process.send?.(made),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
