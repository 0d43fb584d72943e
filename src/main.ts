import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { openWithoutPassword } from './cli/database.ts';
import { listen } from './cli/http-server.ts';
import { issuerOf, type Config } from './config.ts';
import { enableDialects } from './dialects/enabled.ts';
import { createMetrics } from './observability/metrics.ts';
import { passwords } from './secrets/passwords.ts';
import { secrets } from './secrets/secrets.ts';
import type { Store } from './store/connect.ts';
import { startSweeper } from './store/sweeper.ts';

export interface Start {
  logger: Logger;
  now: () => number;
  migrate: boolean;
  /** Refuses a database, or fills it, before anybody is served. */
  prepare: (store: Store) => Promise<void>;
}

/** Config → database → listen → app; `close` goes the other way and ends running requests first. */
export async function serve(config: Config, { logger, now, migrate, prepare }: Start) {
  const { lifetimes, trustProxy, sweepInterval: everySeconds } = config;
  const store = await openWithoutPassword(config.databaseUrl, migrate);
  try {
    await prepare(store);
    const server = await listen(config.host, config.port);
    const issuer = issuerOf(config, server.port);
    const world = { issuer, lifetimes, now, secrets, passwords, dialects: enableDialects(config.dialects) };
    server.answerWith(createApp({ ...world, ...store }, { logger, metrics: createMetrics(), trustProxy }));
    const onError = (err: unknown): void => logger.error({ err }, 'the sweep failed');
    const sweeper = startSweeper({ sweep: store.sweep, now, everySeconds, onError });
    const close = () => server.close(10).then(sweeper.stop).then(store.close);
    return { issuer, port: server.port, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
