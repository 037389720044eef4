import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { hashPassword, startEventStoreServer, writeUsers, type User } from '#event-store-server';
import { makeCertificates } from './operations/test-certificates.js';

/** A server in memory with TLS and users, for specs. */
export interface SecuredServer {
  readonly port: number;
  readonly usersFile: string;
  /** The authority that signed its certificate. */
  readonly ca: string;
  /** What a user connects with; without a name, somebody who sends no credentials. */
  connectionString(name?: string, password?: string): string;
  /** A client of a user; it is left with the server. */
  connect(name?: string, password?: string): EventStoreDBClient;
  /** As an administrator, lets a user read `$all`. */
  letReadAll(admin: string, user: string): Promise<void>;
  stop(): Promise<void>;
}

/** The password of every user unless told. */
export const PASSWORD = 'of a spec: ✓';

/** Starts one whose users are in these groups, or are what a users file says of them. */
export async function startSecuredServer(
  groups: Readonly<Record<string, readonly string[]>>,
  others: readonly User[] = [],
): Promise<SecuredServer> {
  const directory = mkdtempSync(join(tmpdir(), 'secured-store-'));
  const { ca, cert, key } = makeCertificates(directory);
  const usersFile = join(directory, 'users.json');
  const password = await hashPassword(PASSWORD);
  const users = Object.entries(groups).map(([name, own]) => ({ name, groups: own, password }));
  writeUsers(usersFile, [...users, ...others]);
  const tls = { cert: readFileSync(cert), key: readFileSync(key) };
  const server = await startEventStoreServer({ port: 0, host: '0.0.0.0', mem: true, tls, usersFile });
  const clients: EventStoreDBClient[] = [];
  const connectionString = (name?: string, secret = PASSWORD) => {
    const user = name === undefined ? '' : `${name}:${encodeURIComponent(secret)}@`;
    return `esdb://${user}localhost:${server.port}?tls=true&tlsCAFile=${ca}`;
  };
  const connect = (name?: string, secret?: string) => {
    const client = EventStoreDBClient.connectionString(connectionString(name, secret));
    clients.push(client);
    return client;
  };
  return {
    port: server.port,
    usersFile,
    ca,
    connectionString,
    connect,
    letReadAll: async (admin, user) => {
      await connect(admin).setStreamMetadata('$all', { acl: { readRoles: [user, '$admins'] } });
    },
    stop: async () => {
      for (const client of clients) await client.dispose();
      await server.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
