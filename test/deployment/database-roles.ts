import { randomBytes } from 'node:crypto';
import { CONTEXTS } from '#contexts';
import { prepareDatabase } from '#followers';
import { type Database, connectDatabase } from '#postgres';
import { RELAY } from '#publishing';
import { REPORTING } from '#reporting';
import { databaseRights } from '#runtime';
import type { FreshDatabase } from '#testing';

export const RIGHTS = databaseRights(CONTEXTS, { 'event-relay': RELAY, reporting: REPORTING });

/** How an app signs in to PostgreSQL: the settings of its own role. */
export interface SignIn {
  readonly DATABASE_URL: string;
  readonly DATABASE_PASSWORD: string;
}

/** What a person may choose, and what would end an address if it stood there as it is. */
export const awkwardPassword = () => `p/@%41 #?&:=+"'\\$é ${randomBytes(9).toString('base64')}`;

/** The database of a spec with the roles of production: what each app signs in with, by its name. */
export async function withRoles(
  { database, url }: Pick<FreshDatabase, 'database' | 'url'>,
  rights = RIGHTS,
): Promise<Readonly<Record<string, SignIn>>> {
  const passwords = Object.fromEntries(rights.map(({ program }) => [program, awkwardPassword()]));
  const roles = await prepareDatabase(database, rights, passwords);
  return Object.fromEntries(
    roles.map(({ program, role }) => [
      program,
      { DATABASE_URL: addressOf(url, role), DATABASE_PASSWORD: String(passwords[program]) },
    ]),
  );
}

/** The same database for somebody else, without a password. */
export function addressOf(url: string, role: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = '';
  return address.href;
}

/** The database as an app has it. */
export const connectedAs = ({ DATABASE_URL: url, DATABASE_PASSWORD: password }: SignIn): Database =>
  connectDatabase({ url, password, maxConnections: 2, applicationName: 'spec' });
