import type { Command } from 'commander';
import { MOVE_STATEMENT_TIMEOUT_MS, moveKeysFromPostgres } from '#key-ring';
import { type KeyCopy, backupKeys, linesOf, restoreKeys } from '#key-store';
import { ExitCode, fail } from './exit.js';
import { useDatabase } from './use-database.js';
import { dataFolderMeant, useKeyStore } from './use-key-store.js';

interface RestoreArguments {
  readonly from: string;
  readonly data: string;
  readonly destroyed?: string;
  readonly nobodyErasedSince?: true;
}

/** `lindung keys …`: backup and restore work on a folder of keys, the rest as `lindung person` does. */
export function addKeysCommands(keys: Command): void {
  addBackup(keys);
  addRestore(keys);
  addDestroyed(keys);
  addMove(keys);
}

const addBackup = (keys: Command): Command =>
  keys
    .command('backup')
    .description('copy the keys to a file and look through the copy; works beside a running installation')
    .requiredOption('--data <directory>', 'folder of the keys: KEY_STORE_DATA, or .data/keys of npm start')
    .requiredOption('--to <file>', 'the backup; must not exist yet')
    .action(({ data, to }: { data: string; to: string }) => say(`${to}: ${inWords(backupKeys(data, to))}`));

const addRestore = (keys: Command): Command =>
  keys
    .command('restore')
    .description('make the keys of a folder out of a backup; whoever was erased since is erased again')
    .requiredOption('--from <file>', 'the backup')
    .requiredOption('--data <directory>', 'folder of the keys; must not hold any yet')
    .option('--destroyed <file>', 'what was destroyed by now, as `lindung keys destroyed` tells it')
    .option('--nobody-erased-since', 'nobody was erased since the backup, and I know it')
    .action(async ({ from, data: directory, destroyed, nobodyErasedSince }: RestoreArguments) => {
      const copy = await restoreKeys({ from, directory, destroyed, nobodySince: nobodyErasedSince });
      say(`${directory}: ${inWords(copy)}`);
    });

const addDestroyed = (keys: Command): Command =>
  keys
    .command('destroyed')
    .description('print which keys were destroyed, one JSON object a line: keep it apart from the backups')
    .option('--data <directory>', 'the data folder of npm start; .data unless KEY_STORE_URL is set')
    .action(({ data }: { data?: string }) =>
      useKeyStore(dataFolderMeant(data), async (store) => {
        process.stdout.write(linesOf(await store.destroyed()));
      }),
    );

const addMove = (keys: Command): Command =>
  keys
    .command('move')
    .description('once, with every app stopped: move the keys that an earlier release kept in DATABASE_URL')
    .action(() =>
      useDatabase(
        undefined,
        (database) =>
          useKeyStore(undefined, async (store) => {
            const moved = await moveKeysFromPostgres(database, store);
            if (moved === undefined) return fail('There are no keys in this PostgreSQL', ExitCode.FAILED);
            say(
              `Moved the keys of ${moved} persons to ${store.place}, and dropped the schema keys. What PostgreSQL still remembers of it, and for how long: docs/how-to/deploy.md`,
            );
          }),
        { statementTimeoutMs: MOVE_STATEMENT_TIMEOUT_MS },
      ),
    );

const inWords = ({ persons, destroyed }: KeyCopy) =>
  `keys of ${persons} persons, ${destroyed} keys destroyed`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
