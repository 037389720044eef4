import { type Command, Option } from 'commander';
import { type OpenPayment, PaymentsUnknown, needsHealth, openPaymentsOf } from '#contexts';
import { SEALED_SECTIONS, type SealedSection } from '#event-store';
import { formatRupiah } from '#kernel';
import { type KeyStore, linesOf } from '#key-store';
import { ExitCode, fail } from './exit.js';
import { useDatabase } from './use-database.js';
import { dataFolderMeant, useKeyStore } from './use-key-store.js';

interface EraseOptions {
  readonly only?: SealedSection;
  readonly yes: true;
  readonly data?: string;
  readonly despiteOpenPayments?: true;
}

/** `lindung person …`: works on the data folder of `npm start`, or on the servers that the environment names. */
export function addPersonCommands(person: Command): void {
  person
    .command('erase')
    .description('destroy the keys of a participant: what they sealed in the log can never be read again')
    .argument(
      '<participantId>',
      'the id in participant-<id>; children, heirs and claims are sealed with the same keys',
    )
    .addOption(
      new Option('--only <section>', 'one kind of personal data instead of both').choices(SEALED_SECTIONS),
    )
    .option(
      '--data <directory>',
      'the data folder of `npm start`, running or not; .data unless KEY_STORE_URL is set',
    )
    .option(
      '--despite-open-payments',
      'also while claims or payments are open: what still needs the key can never be decided or paid',
    )
    .requiredOption('--yes', 'nothing brings the keys back, and the retention in law has passed')
    .action(erase);
}

async function erase(participantId: string, options: EraseOptions): Promise<void> {
  const folder = dataFolderMeant(options.data);
  const sections = options.only ? [options.only] : SEALED_SECTIONS;
  await useKeyStore(folder, async (keys) => {
    if (!(await keys.find([participantId])).has(participantId)) {
      return fail(
        `There are no keys of ${participantId} in ${keys.place}: nothing was ever sealed for this id`,
        ExitCode.FAILED,
      );
    }
    const obstacle = await obstacleTo(participantId, sections, folder);
    if (obstacle && !options.despiteOpenPayments) {
      return fail(`Nothing was erased. ${obstacle}`, ExitCode.FAILED);
    }
    if (obstacle) process.stderr.write(`lindung: ${obstacle}\n`);
    await keys.destroy(participantId, sections);
    process.stdout.write(await report(participantId, sections, keys));
  });
}

/**
 * Why a person should not be erased now; undefined when nothing is known against it. Accounts are sealed with the key of the
 * person; of health only those need to know who decide on a claim.
 */
async function obstacleTo(
  participantId: string,
  sections: readonly SealedSection[],
  folder: string | undefined,
): Promise<string | undefined> {
  const ofPerson = sections.includes('person');
  try {
    const all = await useDatabase(folder, (database) => openPaymentsOf(database, participantId));
    const open = ofPerson ? all : all.filter(needsHealth);
    return open.length === 0 ? undefined : [OPEN, ...open.map(inWords), REMEDY].join('\n');
  } catch (error) {
    if (!(error instanceof PaymentsUnknown)) throw error;
    if (!ofPerson) return undefined;
    return `Nobody can tell whether payments to this person are open: ${error.message}. With --despite-open-payments the person is erased all the same.`;
  }
}

const OPEN = 'Claims of this person or payments to them are open, and need what only the key opens:';
const REMEDY =
  'Wait until each is decided and SETTLED. With --despite-open-payments the person is erased all the same: a claim can then not be decided, and what is ORDERED, RETURNED or not ordered yet can never be paid through Lindung, nor what the bank returns later. A supervisor gives up what was erased with the key of the person.';

const inWords = ({ kind, id, status, amountIdr }: OpenPayment) =>
  `  ${kind} ${id}: ${status}${amountIdr === 0 ? '' : `, Rp ${formatRupiah(amountIdr)}`}`;

async function report(
  participantId: string,
  sections: readonly SealedSection[],
  keys: KeyStore,
): Promise<string> {
  const listed = (await keys.destroyed()).filter(
    ({ subject, section }) => subject === participantId && sections.includes(section),
  );
  return `Destroyed: ${sections.join(' and ')}. No file of ${keys.place} holds the keys any more, raw or wrapped.
Left to do (docs/how-to/erase-a-person.md):
- Running apps may use the keys from memory for up to a minute.
- Read models hold opened copies. After that minute: lindung projections rebuild NAME --accept-differences
  --forget-former for each, then lindung database forget.
- Older backups of keys and of PostgreSQL, and snapshots of disks, still hold what is erased: let them expire.
- Keep this with your list of erasures, apart from the backups; a restore asks for it:
${linesOf(listed).trimEnd()}
What stays: the NIK still leads to this id, and whatever is not personal stays in the log.
`;
}
