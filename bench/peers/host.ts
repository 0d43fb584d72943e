import { createServer } from 'node:http';
import { startBareHttp } from './bare-http.ts';
import { startFloor, startValidatedFloor } from './floor.ts';
import type { PeerRequest, StartPeer } from './peer.ts';

const peers: Readonly<Record<string, StartPeer>> = {
  'node:http': startBareHttp,
  floor: startFloor,
  'floor-validated': startValidatedFloor,
};

/** `node host.js NAME PORT [FILE]`: the peer of that name; by messages it makes what a round needs. */
const [name = '', port = '', filename = null] = process.argv.slice(2);
const start = peers[name];
if (start === undefined) throw new Error(`no peer ${name}`);
const peer = await start({ origin: `http://127.0.0.1:${port}`, filename });
createServer(peer.listener).listen(Number(port), '127.0.0.1');
process.on('message', ({ ask, count }: PeerRequest) => {
  peer[ask]?.(count).then(
    (made) => process.send?.(made),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
