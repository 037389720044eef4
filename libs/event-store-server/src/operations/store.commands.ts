import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { hashPassword } from '../security/password.js';
import { readUsers, writeUsers, type Rights } from '../security/users-file.js';
import { databaseFile } from '../storage/database.js';
import { backupStore, restoreStore } from './backup-store.js';
import { verifyStore, type Verification } from './verify-store.js';

/** Adds `store verify`, `store backup`, `store restore` and `store user` to a command-line program. */
export function registerStoreCommands(program: Command): void {
  const store = program.command('store').description('look after the embedded event store');
  store
    .command('verify')
    .description('check order, gaps and checksum of every event; works beside a running server')
    .requiredOption('--data <directory>', 'directory of the store')
    .action(({ data }: { data: string }) => verify(store, data));
  store
    .command('backup')
    .description('copy the store to a file and verify the copy; works beside a running server')
    .requiredOption('--data <directory>', 'directory of the store')
    .requiredOption('--to <file>', 'the backup; must not exist yet')
    .action(({ data, to }: { data: string; to: string }) => {
      attempt(store, () => say(`${to}: ${summary(backupStore(data, to))}`));
    });
  store
    .command('restore')
    .description('make a store out of a backup, after verifying it')
    .requiredOption('--from <file>', 'the backup')
    .requiredOption('--data <directory>', 'directory of the new store; must not hold one yet')
    .action(({ from, data }: { from: string; data: string }) => {
      attempt(store, () => say(`${data}: ${summary(restoreStore(from, data))}`));
    });
  store
    .command('user')
    .description('add a user to a users file, or change it; the password is read from standard input')
    .argument('<name>')
    .requiredOption('--users <file>', 'the users file; made when it does not exist')
    .option('--read-only', 'the user may read and subscribe, not write')
    .action((name: string, { users, readOnly }: { users: string; readOnly?: boolean }) =>
      addUser(name, users, readOnly === true ? 'read-only' : 'read-write'),
    );
}

function verify(store: Command, directory: string): void {
  attempt(store, () => {
    const verification = verifyStore(databaseFile(directory));
    for (const problem of verification.problems) say(problem);
    say(`${directory}: ${summary(verification)}`);
    if (verification.problems.length > 0) store.error('error: the store is not sound', { exitCode: 1 });
  });
}

async function addUser(name: string, file: string, rights: Rights): Promise<void> {
  const password = await firstLine();
  const others = existsSync(file) ? readUsers(file).filter((user) => user.name !== name) : [];
  writeUsers(file, [...others, { name, rights, password: await hashPassword(password) }]);
  say(`${file}: ${name} (${rights})`);
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) if (line !== '') return line;
  throw new Error('no password on standard input');
}

function summary({ events, streams, lastPosition, problems }: Verification): string {
  const sound = problems.length === 0 ? 'sound' : `${problems.length} problems`;
  return `${events} events in ${streams} streams, last position ${lastPosition}, ${sound}`;
}

function attempt(command: Command, action: () => void): void {
  try {
    action();
  } catch (error) {
    command.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode: 1 });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
