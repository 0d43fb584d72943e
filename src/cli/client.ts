import type { Command } from 'commander';
import { scopes } from '../../generated/scopes.ts';
import type { Client } from '../oauth/ports.ts';
import { withStore, type DatabaseFlags } from './database.ts';
import { createClient, type NewClientFlags } from './new-client.ts';
import { confirm } from './password.ts';
import { databaseOption } from './setting-option.ts';
import { instant, printable, table } from './table.ts';
import { CommandFailure, printJson, printLine, type Terminal } from './terminal.ts';

type JsonFlag = DatabaseFlags & { json?: boolean };
type YesFlag = DatabaseFlags & { yes?: boolean };

export function addClientCommands(program: Command, terminal: Terminal): void {
  const client = program
    .command('client')
    .description('applications that ask for access: add, list, show, remove');
  describeAdd(client.command('add'), terminal);
  client
    .command('list')
    .description('list every client')
    .option('--json', 'print the list as JSON')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  codegrant client list')
    .action((flags: JsonFlag) => listClients(terminal, flags));
  client
    .command('show <client_id>')
    .description('show what is registered about a client; its secret is not known any more')
    .option('--json', 'print the client as JSON')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  codegrant client show 69202b1f3c0a5d7e9b8f1a2c4d6e8f00 --json')
    .action((client_id: string, flags: JsonFlag) => showClient(terminal, client_id, flags));
  client
    .command('remove <client_id>')
    .description('remove a client; its codes and tokens end at once')
    .option('--yes', 'do not ask')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  codegrant client remove 69202b1f3c0a5d7e9b8f1a2c4d6e8f00 --yes')
    .action((client_id: string, flags: YesFlag) => removeClient(terminal, client_id, flags));
}

function describeAdd(command: Command, terminal: Terminal): void {
  command
    .description('register a client and print its identifier and, this once, its secret')
    .requiredOption('--name <name>', 'the name that the owner reads on the consent page')
    .option('--redirect-uri <uri...>', 'where answers are sent; may be repeated')
    .option('--out-of-band', 'codes may be shown on a page for copying (urn:ietf:wg:oauth:2.0:oob)')
    .option('--public', 'a client that cannot keep a secret; it has none and needs PKCE')
    .option('--scope <scope>', `what it may ask for, of: ${Object.keys(scopes).join(', ')} (default: all)`)
    .option('--website <uri>', 'the address of the application, linked from the consent page')
    .option('--json', 'print the result as JSON')
    .addOption(databaseOption())
    .addHelpText('after', ADD_EXAMPLES)
    .action((flags: NewClientFlags & JsonFlag) => addClient(terminal, flags));
}

const ADD_EXAMPLES = `
Examples:
  codegrant client add --name Calendar --redirect-uri https://app.example/callback --scope "profile event:write"
  codegrant client add --name "Calendar for phones" --public --redirect-uri com.example.calendar:/callback
  codegrant client add --name "A script" --public --out-of-band`;

async function addClient(terminal: Terminal, flags: NewClientFlags & JsonFlag): Promise<void> {
  const { client, client_secret } = createClient(flags, terminal.now());
  await withStore(terminal, flags, (store) => store.clients.add(client));
  if (flags.json === true) {
    return printJson(terminal, {
      ...publicClient(client),
      ...(client_secret === null ? {} : { client_secret }),
    });
  }
  printLine(terminal, `client_id      ${client.client_id}`);
  if (client_secret === null)
    return printLine(terminal, 'A public client: it has no secret and has to use PKCE.');
  printLine(terminal, `client_secret  ${client_secret}`);
  printLine(terminal, 'The secret is not shown again; only its hash is kept.');
}

async function listClients(terminal: Terminal, flags: JsonFlag): Promise<void> {
  const clients = await withStore(terminal, flags, (store) => store.clients.list());
  if (flags.json === true) return printJson(terminal, clients.map(publicClient));
  if (clients.length === 0)
    return printLine(terminal, 'There is no client yet. Add one: codegrant client add --help');
  const rows = clients.map((client) => [
    client.client_id,
    client.client_name,
    client.client_secret_hash === null ? 'public' : 'confidential',
    instant(client.created_at),
  ]);
  printLine(terminal, table(['CLIENT ID', 'NAME', 'TYPE', 'ADDED'], rows));
}

async function showClient(terminal: Terminal, client_id: string, flags: JsonFlag): Promise<void> {
  const client = await withStore(terminal, flags, (store) => store.clients.find(client_id));
  if (client === undefined) throw notFound(client_id);
  if (flags.json === true) return printJson(terminal, publicClient(client));
  for (const [name, value] of Object.entries(publicClient(client))) {
    const shown = name === 'created_at' ? instant(client.created_at) : [value].flat().join(' ');
    printLine(terminal, `${name.padEnd(28)}${printable(shown)}`.trimEnd());
  }
}

async function removeClient(terminal: Terminal, client_id: string, flags: YesFlag): Promise<void> {
  await withStore(terminal, flags, async ({ clients }) => {
    const client = await clients.find(client_id);
    if (client === undefined) throw notFound(client_id);
    const name = printable(client.client_name);
    await confirm(terminal, `Remove ${name} and end everything it was allowed?`, flags.yes ?? false);
    await clients.remove(client_id);
    printLine(terminal, `Removed ${name}.`);
  });
}

function notFound(client_id: string): CommandFailure {
  return new CommandFailure(`There is no client ${printable(client_id)}.`);
}

/** All but the hashes. */
function publicClient(client: Client) {
  const {
    client_secret_hash: _secret,
    previous_client_secret: _previous,
    registration_access_token_hash: _token,
    ...known
  } = client;
  return known;
}
