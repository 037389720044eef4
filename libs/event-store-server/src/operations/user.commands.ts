import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Command, Option } from 'commander';
import { hashPassword } from '../security/password.js';
import { readUsers, readUsersIfAny, usersFileOf, writeUsers, type Rights } from '../security/users-file.js';
import { prepareDirectory } from '../storage/database.js';
import { run, say } from './command-output.js';

interface Where {
  readonly data?: string;
  readonly users?: string;
}

const WHERE = [
  new Option('--data <directory>', 'data directory of the server, whose users.json is meant'),
  new Option('--users <file>', 'a users file elsewhere'),
];

/** Adds `add`, `remove` and `list` to the command `store user`. A running server follows within a second. */
export function addUserCommands(user: Command): void {
  at(user.command('add'))
    .description('add a user or change one; the password is the first line of standard input')
    .argument('<name>')
    .addOption(
      new Option('--rights <rights>', 'what the user may do')
        .choices(['read-only', 'read-write'])
        .default('read-write'),
    )
    .action((name: string, { rights, ...where }: Where & { rights: Rights }) =>
      run(() => addUser(name, rights, usersFile(where))),
    );
  at(user.command('remove'))
    .description('remove a user')
    .argument('<name>')
    .action((name: string, where: Where) => run(() => removeUser(name, usersFile(where))));
  at(user.command('list'))
    .description('list the users and their rights')
    .action((where: Where) =>
      run(() => {
        for (const { name, rights } of readUsers(usersFile(where))) say(`${name}\t${rights}`);
      }),
    );
}

function at(command: Command): Command {
  for (const option of WHERE) command.addOption(option);
  return command;
}

function usersFile({ data, users }: Where): string {
  if (users !== undefined && data === undefined) return users;
  if (data !== undefined && users === undefined) return usersFileOf(data);
  throw new Error('give either --data or --users');
}

async function addUser(name: string, rights: Rights, file: string): Promise<void> {
  if (name === '' || name.includes(':')) throw new Error('a user name is not empty and has no colon');
  prepareDirectory(dirname(file));
  const others = readUsersIfAny(file).filter((user) => user.name !== name);
  const password = await hashPassword(await askPassword());
  writeUsers(file, [...others, { name, rights, password }]);
  say(`${file}: ${name} (${rights})`);
}

function removeUser(name: string, file: string): void {
  const users = readUsers(file);
  const others = users.filter((user) => user.name !== name);
  if (others.length === users.length) throw new Error(`${file} has no user ${name}`);
  writeUsers(file, others);
  say(`${file}: ${name} removed`);
}

async function askPassword(): Promise<string> {
  const { stdin: input, stderr } = process;
  if (input.isTTY) stderr.write('Password: ');
  // A terminal echoes to the output of the interface: to nowhere.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  for await (const line of createInterface({ input, output, terminal: input.isTTY })) {
    if (input.isTTY) stderr.write('\n');
    if (line !== '') return line;
    break;
  }
  throw new Error('no password on standard input');
}
