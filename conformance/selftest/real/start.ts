import { realServers } from './real-servers.ts';

/** `tsx conformance/selftest/real/start.ts oidc-provider`: starts one of them and prints its address. */
const name = process.argv[2] ?? '';
const server = realServers[name];
if (server === undefined) {
  console.error(`Name one of ${Object.keys(realServers).join(', ')}.`);
  process.exit(2);
}
console.log((await server.start()).address);
