import { afterAll, beforeAll } from 'vitest';
import { runCommand } from '../cli/fake-terminal.ts';
import type { DatabaseKind, FreshDatabase } from './databases.ts';
import { PlainBrowser } from './plain-browser.ts';
import { emptyFolder, startServer, type ServerProcess } from './server-process.ts';

export const account = { username: 'ada', password: 'correct horse battery staple' };

export type RegisteredClient = {
  client_id: string;
  /** Empty for the public client. */
  client_secret: string;
};

/** The clients of every deployment; all but the last have loopback redirect URIs, whose port they choose. */
export interface Clients {
  confidential: RegisteredClient;
  public: RegisteredClient;
  outOfBand: RegisteredClient;
}

export interface Deployment {
  readonly clients: Clients;
  readonly databaseUrl: string;
  /** The first server's origin. */
  readonly origin: string;
  /** Another process on the same database; ended with the block if it has not ended by then. */
  start(...args: string[]): Promise<ServerProcess>;
}

/**
 * For the body of a `describe`: a database set up by the commands that an operator uses, and `codegrant serve` on
 * it as a process of its own.
 */
export function deployment({ create }: Pick<DatabaseKind, 'create'>): Deployment {
  const servers: ServerProcess[] = [];
  const made: { database?: FreshDatabase; clients?: Clients } = {};
  const folder = emptyFolder();
  const url = (): string => made.database?.url ?? '';

  async function start(...args: string[]): Promise<ServerProcess> {
    const env = { DATABASE_URL: url(), LOG_LEVEL: 'info' };
    const server = await startServer(args, { cwd: (await folder).path, env });
    servers.push(server);
    return server;
  }

  beforeAll(async () => {
    made.database = await create();
    const command = commandsOn(url());
    await command(['migrate']);
    await command(['user', 'add', account.username, '--name', 'Ada', '--password-stdin'], account.password);
    made.clients = await addClients(command);
    await start();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await made.database?.drop();
    await (await folder).remove();
  });
  return {
    start,
    get databaseUrl() {
      return url();
    },
    get clients() {
      return made.clients as Clients;
    },
    get origin() {
      return servers[0]?.origin ?? '';
    },
  };
}

type Command = (args: readonly string[], piped?: string) => Promise<string>;

function commandsOn(databaseUrl: string): Command {
  return async (args, piped = '') => {
    const { status, stdout, stderr } = await runCommand(args, { env: { DATABASE_URL: databaseUrl }, piped });
    if (status !== 0) throw new Error(`codegrant ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
}

async function addClients(command: Command): Promise<Clients> {
  const loopback = ['--redirect-uri', 'http://127.0.0.1/callback', 'http://[::1]/callback'];
  const add = async (...flags: string[]): Promise<RegisteredClient> => ({
    client_secret: '',
    ...(JSON.parse(await command(['client', 'add', '--json', ...flags])) as { client_id: string }),
  });
  return {
    confidential: await add('--name', 'Calendar', '--website', 'https://calendar.example/', ...loopback),
    public: await add('--name', 'Desktop', '--public', ...loopback),
    outOfBand: await add('--name', 'Terminal', '--out-of-band'),
  };
}

/** The owner's part: opens the address, signs in where that is asked for, and allows what is ticked. */
export async function allow(authorizationUrl: string, ticked?: readonly string[]): Promise<PlainBrowser> {
  const browser = await signIn(authorizationUrl);
  return browser.submit(ticked === undefined ? {} : { scope_granted: ticked }, 'approve');
}

/** A browser with the owner signed in, where the sign-in has led to. */
export async function signIn(url: string): Promise<PlainBrowser> {
  const browser = await new PlainBrowser().open(url);
  return browser.submit(account);
}
