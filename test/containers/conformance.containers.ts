import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContainerServer, eventStoreContainer } from '#testing/containers';

describe('EventStoreDB', () => {
  let server: ContainerServer;

  beforeAll(async () => {
    server = await eventStoreContainer();
  });
  afterAll(() => server.stop());

  it('does what our own event store server is held to', async () => {
    const suite = spawn(
      process.execPath,
      [
        'node_modules/jest/bin/jest.js',
        // The path first: behind `--selectProjects` Jest takes it for the name of another project.
        'libs/event-store-server/test/conformance',
        '--selectProjects=integration',
      ],
      { stdio: 'inherit', env: { ...process.env, EVENTSTORE_URL: server.address } },
    );
    const [code] = (await once(suite, 'exit')) as [number | null];
    expect(code).toBe(0);
  });
});
