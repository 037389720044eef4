import type { Command } from 'commander';
import { type PaperCopies, PaperStore, backUpPapers, checkPapers, restorePapers } from '#paper-store';
import { ExitCode, fail } from './exit.js';
import { OF_DATABASE, useDatabase } from './use-database.js';

/** A large paper is many pieces, and each is a statement. */
const STATEMENT_MS = 60_000;

/** `lindung papers …`: works on the database of the environment, or on that of a data folder. */
export function addPapersCommands(papers: Command): void {
  papers
    .command('backup')
    .description('copy every paper, sealed as it is, to a folder; what is there already stays')
    .requiredOption('--to <directory>', 'the backup: a folder, made where it is missing')
    .option(...OF_DATABASE)
    .action(({ to, data }: { to: string; data?: string }) =>
      over(data, to, (store) => backUpPapers(store, to)),
    );
  papers
    .command('restore')
    .description('put back the papers of a backup that are missing; what is there already stays')
    .requiredOption('--from <directory>', 'the backup')
    .option(...OF_DATABASE)
    .action(({ from, data }: { from: string; data?: string }) =>
      over(data, from, (store) => restorePapers(store, from)),
    );
  papers
    .command('check')
    .description('look whether every paper is what was sealed; needs no key')
    .option(...OF_DATABASE)
    .action(({ data }: { data?: string }) => over(data, 'papers', checkPapers));
}

async function over(
  folder: string | undefined,
  what: string,
  work: (store: PaperStore) => Promise<PaperCopies>,
): Promise<void> {
  const { copied, known, broken } = await useDatabase(folder, (database) => work(new PaperStore(database)), {
    statementTimeoutMs: STATEMENT_MS,
  });
  process.stdout.write(`${what}: ${copied} papers copied, ${known} as they were\n`);
  if (broken.length === 0) return;
  fail(
    `${broken.length} papers are not what was sealed, or not all there:\n${broken.join('\n')}`,
    ExitCode.FAILED,
  );
}
