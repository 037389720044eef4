import type { Command } from 'commander';
import { existingStore } from '../storage/database.js';
import { backupStore, restoreStore } from './backup-store.js';
import { run, say, tellProgress } from './command-output.js';
import { addUserCommands } from './user.commands.js';
import type { Verification } from './verification.js';
import { verifyStore } from './verify-store.js';

interface VerifyArguments {
  readonly data?: string;
  readonly file?: string;
  readonly json?: boolean;
}

/**
 * Adds `verify`, `backup`, `restore` and `user` to the command `store` of a command-line program. The exit code is 0
 * when the command did what it was asked for and the store is sound, otherwise 1.
 */
export function registerStoreCommands(store: Command): void {
  store
    .command('verify')
    .description('check order, gaps and the checksum of every event; works beside a running server')
    .option('--data <directory>', 'directory of the embedded store')
    .option('--file <file>', 'a backup, instead of a directory')
    .option('--json', 'print the findings as one JSON object')
    .action((given: VerifyArguments) => run(() => verify(given)));
  store
    .command('backup')
    .description('copy the store to a file and verify the copy; works beside a running server')
    .requiredOption('--data <directory>', 'directory of the embedded store')
    .requiredOption('--to <file>', 'the backup; must not exist yet')
    .action(({ data, to }: { data: string; to: string }) =>
      run(() => say(`${to}: ${summary(backupStore(data, to, tellProgress))}`)),
    );
  store
    .command('restore')
    .description('make a store out of a backup, after verifying it')
    .requiredOption('--from <file>', 'the backup')
    .requiredOption('--data <directory>', 'directory of the new store; must not hold one yet')
    .action(({ from, data }: { from: string; data: string }) =>
      run(() => say(`${data}: ${summary(restoreStore(from, data, tellProgress))}`)),
    );
  addUserCommands(store.command('user').description('who may connect to a server, and what they may do'));
}

function verify({ data, file, json }: VerifyArguments): void {
  if ((data === undefined) === (file === undefined)) throw new Error('give either --data or --file');
  const subject = file ?? existingStore(data!);
  const verification = verifyStore(subject, tellProgress);
  if (json === true) say(JSON.stringify(verification));
  else {
    for (const { message } of verification.problems) say(message);
    say(`${file ?? data!}: ${summary(verification)}`);
  }
  if (!verification.isSound) process.exitCode = 1;
}

function summary({ isSound, events, streams, lastPosition, problems, moreProblems }: Verification): string {
  const count = problems.length + moreProblems;
  const result = isSound ? 'sound' : `NOT SOUND, ${count} ${count === 1 ? 'problem' : 'problems'}`;
  return `${events} sound events in ${streams} streams, last position ${lastPosition}: ${result}`;
}
