import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Admits, onlyOwnUser } from './own-user.js';

const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';
if (!isRoot) process.stdout.write('Other users are not tried: only root can be one of them.\n');
if (!onLinux) process.stdout.write('Users are not told apart here: only Linux says who connects.\n');

const NOBODY = 65_534;

(onLinux ? describe : describe.skip)('a port of npm start', () => {
  let server: Server;
  let port: number;
  let admits: Admits;
  const arrived: boolean[] = [];

  beforeAll(async () => {
    admits = (await onlyOwnUser())!;
    server = createServer((connection: Socket) => {
      arrived.push(admits(connection));
      connection.on('error', () => {}).destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  async function connected(from: { host: string; localAddress?: string }): Promise<boolean | undefined> {
    const client = connect({ port, ...from }).on('error', () => {});
    await once(client, 'close');
    return arrived.pop();
  }

  it.each([
    { host: '127.0.0.1' },
    { host: '127.0.0.1', localAddress: '127.0.0.2' },
    { host: '::ffff:127.0.0.1' },
  ])('lets its own user in, by %j', async (from) => {
    expect(await connected(from)).toBe(true);
  });

  (isRoot ? describe : describe.skip)('and another user', () => {
    it('is not let in', async () => {
      const script = `process.seteuid(${NOBODY}); require('net').connect(${port}, '127.0.0.1').on('close', () => {});`;
      const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
      await once(child, 'exit');
      expect(arrived.pop()).toBe(false);
    });
  });
});
