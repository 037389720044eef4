import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { endianness } from 'node:os';

/** Whether somebody may connect. */
export type Admits = (connection: Socket) => boolean;

/** Linux tells here who owns each connection of this machine: of the first those by IPv4, of the second also those mapped. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

const ROOT = 0;

/**
 * Lets in only whoever runs this process, and root, who may do everything anyway: other users of the machine can reach its ports
 * too. Undefined where the system does not tell who connects, as outside Linux.
 */
export async function onlyOwnUser(): Promise<Admits | undefined> {
  const me = process.getuid?.();
  if (me === undefined) return undefined;
  const admits: Admits = (connection) => {
    const owner = ownerOf(connection);
    return owner === me || owner === ROOT;
  };
  return (await knowsItself(admits)) ? admits : undefined;
}

/** The user at the other end of a connection within this machine; undefined when nobody is known to be there. */
function ownerOf({ remoteAddress, remotePort, localAddress, localPort }: Socket): number | undefined {
  const ends = [endOf(remoteAddress, remotePort), endOf(localAddress, localPort)];
  for (const table of TABLES) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const [, theirs = '', ours = '', , , , , uid] = line.trim().split(/\s+/);
      if (ends[0] === bare(theirs) && ends[1] === bare(ours)) return Number(uid);
    }
  }
  return undefined;
}

/** As the table has it: the address as a word of the machine, and the port, in hexadecimal. */
function endOf(address = '', port = 0): string {
  const bytes = address.split('.').map(Number);
  const ordered = endianness() === 'LE' ? bytes.toReversed() : bytes;
  return `${hex(ordered)}:${port.toString(16).padStart(4, '0').toUpperCase()}`;
}

function hex(bytes: readonly number[]): string {
  return bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Without what an address by IPv4 has before it where it is written as one by IPv6. */
function bare(end: string): string {
  return end.replace(/^0{16}(0000FFFF|FFFF0000)/, '');
}

/** Tries it on a connection of its own: a system that tells it otherwise tells it of nobody. */
async function knowsItself(admits: Admits): Promise<boolean> {
  const server = createServer().listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [connection] = (await once(server, 'connection')) as [Socket];
    const known = admits(connection);
    connection.destroy();
    client.destroy();
    return known;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
