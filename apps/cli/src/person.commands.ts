import { type Command, Option } from 'commander';
import { Group, KeyRingConfig, PostgresConfig, loadConfig } from '#runtime';
import { PostgresKeyRing } from '#key-ring';
import { connectDatabase } from '#postgres';
import { ExitCode, fail } from './exit.js';

class PersonConfig {
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly keyRing!: KeyRingConfig;
}

interface EraseOptions {
  readonly only?: 'person' | 'health';
  readonly yes: true;
}

/** `lindung person …`: reads `DATABASE_URL` and `LINDUNG_MASTER_KEY` as the processes do. */
export function addPersonCommands(person: Command): void {
  person
    .command('erase')
    .description('destroy the keys of a participant: what they sealed in the log can never be read again')
    .argument(
      '<participantId>',
      'the id in participant-<id>; children, heirs and claims are sealed with the same keys',
    )
    .addOption(
      new Option('--only <section>', 'one kind of personal data instead of both').choices([
        'person',
        'health',
      ]),
    )
    .requiredOption('--yes', 'nothing brings the keys back, and the retention in law has passed')
    .action(erase);
}

async function erase(participantId: string, { only }: EraseOptions): Promise<void> {
  const { postgres, keyRing } = loadConfig(PersonConfig);
  const database = connectDatabase({ ...postgres, maxConnections: 1, applicationName: 'lindung-cli' });
  try {
    const ring = await PostgresKeyRing.open({ database, masterKey: keyRing.masterKey });
    if (!(await ring.find([participantId])).has(participantId)) {
      fail(`There are no keys of ${participantId}: nothing was ever sealed for this id`, ExitCode.FAILED);
      return;
    }
    await ring.destroy(participantId, only && [only]);
    process.stdout.write(
      `Destroyed: ${only ?? 'person and health'}. Running processes forget it within a minute. Now build the read models anew and let older backups of the schema keys expire (docs/how-to/operate.md).\n`,
    );
  } finally {
    await database.close();
  }
}
