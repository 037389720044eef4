import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import {
  hashPassword,
  startEventStoreServer,
  writeUsers,
  type EventStoreServerOptions,
  type User,
} from '#event-store-server';
import { makeCertificates, type TestCertificates } from './operations/test-certificates.js';

/** The password of every user unless told. */
export const PASSWORD = 'of a spec: ✓';

/** What a server needs to have TLS and users, and clients to reach it. */
export interface AccessFiles extends TestCertificates {
  readonly usersFile: string;
  /** What a user connects with; without a name, somebody who sends no credentials. */
  urlOf(port: number | string, name?: string, password?: string): string;
}

/** Puts it into a directory that exists; users are in these groups, or are what a users file says of them. */
export async function makeAccess(
  directory: string,
  groups: Readonly<Record<string, readonly string[]>>,
  others: readonly User[] = [],
): Promise<AccessFiles> {
  const certificates = makeCertificates(directory);
  const usersFile = join(directory, 'users.json');
  const password = await hashPassword(PASSWORD);
  const users = Object.entries(groups).map(([name, own]) => ({ name, groups: own, password }));
  writeUsers(usersFile, [...users, ...others]);
  return {
    ...certificates,
    usersFile,
    urlOf: (port, name, secret = PASSWORD) => {
      const user = name === undefined ? '' : `${name}:${encodeURIComponent(secret)}@`;
      return `esdb://${user}localhost:${port}?tls=true&tlsCAFile=${certificates.ca}`;
    },
  };
}

/** The options of a server that has them. */
export function securedBy({
  cert,
  key,
  usersFile,
}: AccessFiles): Pick<EventStoreServerOptions, 'tls' | 'usersFile'> {
  return { tls: { cert: readFileSync(cert), key: readFileSync(key) }, usersFile };
}

/** The same for a program. */
export function securedWords({ cert, key, usersFile }: AccessFiles): readonly string[] {
  return ['--cert', cert, '--key', key, '--users', usersFile];
}

/** A server in memory with TLS and users, for specs. */
export interface SecuredServer extends Pick<AccessFiles, 'usersFile' | 'ca'> {
  readonly port: number;
  connectionString(name?: string, password?: string): string;
  /** A client of a user; it is left with the server. */
  connect(name?: string, password?: string): EventStoreDBClient;
  stop(): Promise<void>;
}

/** Starts one whose users are in these groups, or are what a users file says of them. */
export async function startSecuredServer(
  groups: Readonly<Record<string, readonly string[]>>,
  others: readonly User[] = [],
): Promise<SecuredServer> {
  const directory = mkdtempSync(join(tmpdir(), 'secured-store-'));
  const access = await makeAccess(directory, groups, others);
  const server = await startEventStoreServer({ port: 0, host: '0.0.0.0', mem: true, ...securedBy(access) });
  const clients: EventStoreDBClient[] = [];
  const connectionString = (name?: string, secret?: string) => access.urlOf(server.port, name, secret);
  return {
    port: server.port,
    usersFile: access.usersFile,
    ca: access.ca,
    connectionString,
    connect: (name, secret) => {
      const client = EventStoreDBClient.connectionString(connectionString(name, secret));
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const client of clients) await client.dispose();
      await server.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
