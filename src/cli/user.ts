import type { Command } from 'commander';
import type { User } from '../oauth/ports.ts';
import { passwords } from '../secrets/passwords.ts';
import { secrets } from '../secrets/secrets.ts';
import { withStore, type DatabaseFlags } from './database.ts';
import { databaseOption } from './setting-option.ts';
import { requireName } from './names.ts';
import { confirm, readNewPassword } from './password.ts';
import { instant, table } from './table.ts';
import { CommandFailure, printJson, printLine, type Terminal } from './terminal.ts';

interface AddFlags extends DatabaseFlags {
  name?: string;
  passwordStdin?: boolean;
  administrator?: boolean;
  json?: boolean;
}

export function addUserCommands(program: Command, terminal: Terminal): void {
  const user = program
    .command('user')
    .description('people who can sign in: add, list, promote, demote, remove');
  user
    .command('add <username>')
    .description('add a person; the password is asked for, or read from standard input')
    .option('--name <name>', 'the name that pages show (default: the user name)')
    .option('--password-stdin', 'read the password from standard input, up to its end')
    .option('--administrator', 'may manage every application, not only their own')
    .option('--json', 'print the result as JSON')
    .addOption(databaseOption())
    .addHelpText('after', ADD_EXAMPLES)
    .action((username: string, flags: AddFlags) => addUser(terminal, username, flags));
  user
    .command('list')
    .description('list everybody who can sign in')
    .option('--json', 'print the list as JSON')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  codegrant user list --json')
    .action((flags: DatabaseFlags & { json?: boolean }) => listUsers(terminal, flags));
  addRoleCommands(user, terminal);
  user
    .command('remove <username>')
    .description('remove a person with their events and what they allowed; their applications stay')
    .option('--yes', 'do not ask')
    .addOption(databaseOption())
    .addHelpText('after', '\nExample:\n  codegrant user remove alice --yes')
    .action((username: string, flags: DatabaseFlags & { yes?: boolean }) =>
      removeUser(terminal, username, flags),
    );
}

function addRoleCommands(user: Command, terminal: Terminal): void {
  const roles = [
    ['promote', 'let a person manage every application, as an administrator', true],
    ['demote', 'let a person manage their own applications only', false],
  ] as const;
  for (const [name, description, isAdministrator] of roles) {
    user
      .command(`${name} <username>`)
      .description(description)
      .addOption(databaseOption())
      .addHelpText('after', `\nExample:\n  codegrant user ${name} alice`)
      .action((username: string, flags: DatabaseFlags) =>
        setAdministrator(terminal, username, isAdministrator, flags),
      );
  }
}

const ADD_EXAMPLES = `
Examples:
  codegrant user add alice --name "Alice Liddell"
  codegrant user add alice --password-stdin < password.txt

The password is never an argument: those can be read in the process list and in the shell's history.`;

async function addUser(terminal: Terminal, username: string, flags: AddFlags): Promise<void> {
  requireName('user name', username, 64);
  const name = requireName('name', flags.name ?? username, 64);
  const added = await withStore(terminal, flags, async ({ users }) => {
    if ((await users.findByUsername(username)) !== undefined) throw nameTaken(username);
    const password_hash = await passwords.hash(await readNewPassword(terminal, flags.passwordStdin ?? false));
    const user: User = {
      id: secrets.newId(terminal.now()),
      username,
      name,
      password_hash,
      is_administrator: flags.administrator ?? false,
      created_at: terminal.now(),
    };
    if (!(await users.add(user))) throw nameTaken(username);
    return user;
  });
  if (flags.json === true) printJson(terminal, publicUser(added));
  else printLine(terminal, `Added ${username}, who can sign in now.`);
}

/** Takes effect with the next request: nothing but the row of the user says what they may. */
async function setAdministrator(
  terminal: Terminal,
  username: string,
  isAdministrator: boolean,
  flags: DatabaseFlags,
): Promise<void> {
  const isKnown = await withStore(terminal, flags, ({ users }) =>
    users.setAdministrator(username, isAdministrator),
  );
  if (!isKnown) throw new CommandFailure(`There is no user ${username}.`);
  const now = isAdministrator ? 'is an administrator' : 'manages their own applications only';
  printLine(terminal, `${username} ${now}.`);
}

function nameTaken(username: string): CommandFailure {
  return new CommandFailure(`The user name ${username} is taken; capitals make no difference.`);
}

async function listUsers(terminal: Terminal, flags: DatabaseFlags & { json?: boolean }): Promise<void> {
  const users = await withStore(terminal, flags, (store) => store.users.list());
  if (flags.json === true) return printJson(terminal, users.map(publicUser));
  if (users.length === 0)
    return printLine(terminal, 'Nobody can sign in yet. Add somebody: codegrant user add NAME');
  const rows = users.map((user) => [
    user.username,
    user.name,
    user.is_administrator ? 'administrator' : 'user',
    instant(user.created_at),
  ]);
  printLine(terminal, table(['USER NAME', 'NAME', 'ROLE', 'ADDED'], rows));
}

async function removeUser(
  terminal: Terminal,
  username: string,
  flags: DatabaseFlags & { yes?: boolean },
): Promise<void> {
  await withStore(terminal, flags, async ({ users }) => {
    const user = await users.findByUsername(username);
    if (user === undefined) throw new CommandFailure(`There is no user ${username}.`);
    await confirm(
      terminal,
      `Remove ${user.username}, their events and everything they allowed? Their applications stay.`,
      flags.yes ?? false,
    );
    await users.remove(user.username);
    printLine(terminal, `Removed ${user.username}.`);
  });
}

function publicUser({ id, username, name, is_administrator, created_at }: User) {
  return { id, username, name, is_administrator, created_at };
}
