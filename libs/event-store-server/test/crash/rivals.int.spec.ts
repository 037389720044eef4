import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { startEventStoreServer } from '#event-store-server';
import { fromSource } from '../server-process.js';

const STREAMS = 300;
const program = new URL('rival-writer.ts', import.meta.url);

it('lets exactly one of two processes append where both expect the same revision', async () => {
  const server = await startEventStoreServer({ port: 0, mem: true });
  const execArgv = fromSource(program).slice(0, -1);
  const rivals = [1, 2].map(() =>
    fork(fileURLToPath(program), [server.connectionString, 'rival', String(STREAMS)], { execArgv }),
  );
  await Promise.all(rivals.map((rival) => once(rival, 'message')));
  const results = Promise.all(rivals.map((rival) => once(rival, 'message')));
  for (const rival of rivals) rival.send('begin');
  const won = (await results).map(([count]) => Number(count));
  expect(won[0]! + won[1]!).toBe(STREAMS);

  const client = EventStoreDBClient.connectionString(server.connectionString);
  for (let n = 0; n < STREAMS; n++) {
    let events = 0;
    for await (const { event } of client.readStream(`rival-${n}`)) if (event !== undefined) events++;
    expect(events).toBe(1);
  }
  await client.dispose();
  await server.stop();
});
