import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Command, Option } from 'commander';
import { hashPassword } from '../security/password.js';
import { readUsers, readUsersIfAny, usersFileOf, writeUsers, type User } from '../security/users-file.js';
import { prepareDirectory } from '../storage/database.js';
import { run, say } from './command-output.js';

interface Where {
  readonly data?: string;
  readonly users?: string;
}

/** NIST SP 800-63B, 3.1.1.2; users who are there keep theirs. */
const SHORTEST_PASSWORD = 8;

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
      new Option('--group <group>', 'a group of the user, once for each: $admins, $ops or one of your own')
        .argParser((group: string, groups: readonly string[]) => [...new Set([...groups, group])])
        .default([], 'none'),
    )
    .action((name: string, { group, ...where }: Where & { group: readonly string[] }) =>
      run(() => addUser(name, group, usersFile(where))),
    );
  at(user.command('remove'))
    .description('remove a user')
    .argument('<name>')
    .action((name: string, where: Where) => run(() => removeUser(name, usersFile(where))));
  at(user.command('list'))
    .description('list the users and their groups')
    .action((where: Where) =>
      run(() => {
        for (const user of readUsers(usersFile(where))) say(`${user.name}\t${standingOf(user)}`);
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

async function addUser(name: string, groups: readonly string[], file: string): Promise<void> {
  if (name === '' || name.includes(':')) throw new Error('a user name is not empty and has no colon');
  if (name.startsWith('$')) throw new Error('a name with a $ is that of a group; a user has another');
  if (groups.includes('')) {
    throw new Error("a group has a name; shells want one with a $ in single quotes: --group '$admins'");
  }
  if (groups.includes('$all')) throw new Error('everybody is in $all; give no group for that');
  prepareDirectory(dirname(file));
  const others = readUsersIfAny(file).filter((user) => user.name !== name);
  const given = await askPassword();
  if ([...given].length < SHORTEST_PASSWORD) {
    throw new Error(`a password has ${SHORTEST_PASSWORD} characters or more`);
  }
  const password = await hashPassword(given);
  const user = { name, groups, password };
  writeUsers(file, [...others, user]);
  say(`${file}: ${name} (${standingOf(user)})`);
}

function standingOf({ groups, rights }: User): string {
  return rights ?? (groups.length === 0 ? 'in no group' : groups.join(', '));
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
