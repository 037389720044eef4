import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { ExitCode } from './exit.js';
import { addRelayCommands } from './relay.commands.js';

describe('lindung relay replay', () => {
  let server: EventStoreServer;
  let said: { out: string; err: string };
  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    process.exitCode = ExitCode.DONE;
    said = { out: '', err: '' };
    jest.replaceProperty(process, 'env', {
      EVENTSTORE_URL: server.connectionString,
      KAFKA_BROKERS: '127.0.0.1:1',
    });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
  });

  async function lindungRelay(...words: readonly string[]): Promise<void> {
    const command = new Command('relay').exitOverride();
    addRelayCommands(command);
    for (const each of command.commands) each.exitOverride().configureOutput({ writeErr: () => {} });
    await command.parseAsync(words, { from: 'user' });
  }

  it('of a log that holds nothing publishes nothing, and says so', async () => {
    await lindungRelay('replay', '--from', '0', '--json');
    expect(JSON.parse(said.out)).toEqual({ events: 0, position: null });
    expect(process.exitCode).toBe(ExitCode.DONE);
  });

  it('needs brokers, and says what is not set', async () => {
    delete process.env.KAFKA_BROKERS;
    await lindungRelay('replay', '--from', '0');
    expect(said.err).toContain('KAFKA_BROKERS is not set');
    expect(process.exitCode).toBe(ExitCode.UNUSABLE_INPUT);
  });

  it.each([
    [
      'a topic that is none of ours',
      ['--from', '0', '--topic', 'lindung.weather'],
      'there are lindung.employers',
    ],
    ['a place that is none', ['--from', 'yesterday'], 'digits only'],
    ['no place', [], "required option '--from <position>'"],
  ])('refuses %s and says what is allowed', async (_, words, allowed) => {
    await expect(lindungRelay('replay', ...words)).rejects.toThrow(allowed);
  });
});
