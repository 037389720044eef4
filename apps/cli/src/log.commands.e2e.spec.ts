import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';
import { ExitCode } from './exit.js';

it('lindung log check ends when nodes are there that answer nothing', async () => {
  const open = new Set<Socket>();
  const mute = createServer((socket) => open.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  try {
    const { code, stderr } = await lindung(['log', 'check'], '', {
      // It takes longer to look for them than this spec may.
      EVENTSTORE_URL: `esdb://127.0.0.1:${port},127.0.0.1:1?tls=false`,
      EVENTSTORE_READ_TIMEOUT_MS: '1000',
    });
    expect(stderr).toContain('The event log has not answered within 1000 ms');
    expect(code).toBe(ExitCode.FAILED);
  } finally {
    mute.close();
    for (const socket of open) socket.destroy();
  }
});
