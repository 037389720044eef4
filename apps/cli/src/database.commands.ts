import type { Command } from 'commander';
import { CONTEXTS } from '#contexts';
import { type ProgramRole, prepareDatabase } from '#followers';
import { type Database, connectDatabase, forgetDropped } from '#postgres';
import { RELAY } from '#publishing';
import { REPORTING } from '#reporting';
import {
  DATABASE_PASSWORD,
  FromEnvironment,
  Group,
  PostgresConfig,
  databaseRights,
  loadConfig,
} from '#runtime';
import { OF_DATABASE, useDatabase } from './use-database.js';

const RIGHTS = databaseRights(CONTEXTS, { 'event-relay': RELAY, reporting: REPORTING });

/** `QUERY_API_DATABASE_PASSWORD`: what the app itself reads as `DATABASE_PASSWORD`. */
const passwordVariable = (program: string) =>
  `${program.toUpperCase().replaceAll('-', '_')}_DATABASE_PASSWORD`;

/** The password of each app, by its name. */
class PasswordsConfig {
  readonly [program: string]: string | undefined;
}
for (const { program } of RIGHTS) {
  FromEnvironment(passwordVariable(program), {
    ...DATABASE_PASSWORD,
    description: `Password of the role of ${program}`,
    optional: true,
  })(PasswordsConfig.prototype, program);
}

class PrepareConfig {
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly passwords!: PasswordsConfig;
}

/** `lindung database …`: works on `DATABASE_URL`, as somebody who owns that database and may make roles. */
export function addDatabaseCommands(database: Command): void {
  database
    .command('prepare')
    .description('make a role of PostgreSQL for each app that may do what the app does and nothing else')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Run it before each release, as whoever owns the database: what it has done already it leaves as it is.
Passwords are taken from the environment; without one a role keeps the password it has:
${RIGHTS.map(({ program }) => `  ${passwordVariable(program)}`).join('\n')}`,
    )
    .action(prepare);
  database
    .command('forget')
    .description(
      'take out of the files of PostgreSQL what was in dropped tables: after an erasure, once read models were built anew; as a superuser',
    )
    .option(...OF_DATABASE)
    .action(({ data }: { readonly data?: string }) =>
      useDatabase(data, forget, { statementTimeoutMs: FORGET_MS }),
    );
}

/** A checkpoint writes whatever has changed. */
const FORGET_MS = 600_000;

async function forget(database: Database): Promise<void> {
  await forgetDropped(database);
  process.stdout.write(
    'No file of this server holds what was in dropped tables any more. Replicas, archived log and base backups may: docs/how-to/operate.md\n',
  );
}

async function prepare({ json }: { readonly json?: true }): Promise<void> {
  const { postgres, passwords } = loadConfig(PrepareConfig);
  const database = connectDatabase({ ...postgres, maxConnections: 1, applicationName: 'lindung-cli' });
  try {
    const roles = await prepareDatabase(database, RIGHTS, { ...passwords });
    const lines = roles.map((role) => inWords(role, passwords[role.program] !== undefined));
    process.stdout.write(`${json ? JSON.stringify(roles, undefined, 2) : lines.join('\n')}\n`);
  } finally {
    await database.close();
  }
}

function inWords({ role, keeps, reads }: ProgramRole, isNew: boolean): string {
  return [
    role.padEnd(40),
    isNew ? 'password set' : 'password as it was',
    ...(keeps.length > 0 ? [`keeps ${keeps.join(', ')}`] : []),
    ...(reads.length > 0 ? [`reads ${reads.join(', ')}`] : []),
  ].join('  ');
}
