import { describe, expect, it } from '@jest/globals';
import type { CloudEvent } from '#publishing/contracts';
import type { Told } from './read-feed.js';
import { serverSentEvents } from './server-sent-events.js';

const event = (id: string) => ({ id, type: 'lindung.things.thing-counted.v1' }) as CloudEvent;

/** What is told, and then nothing for ever. */
async function* telling(...told: Told[]): AsyncGenerator<Told> {
  yield* told;
  await new Promise(() => {});
}

async function lines(told: AsyncGenerator<Told>, count: number): Promise<string[]> {
  const found: string[] = [];
  for await (const line of serverSentEvents(told, { silenceMs: 5 })) {
    found.push(line);
    if (found.length === count) break;
  }
  return found;
}

describe('Server-Sent Events', () => {
  it('begin with how soon to come back, and carry the place behind the last event of it', async () => {
    const told = telling(
      { position: 7n, events: [event('a'), event('b')] },
      { position: 9n, events: [event('c')] },
    );
    expect(await lines(told, 4)).toEqual([
      'retry: 2000\n\n',
      `event: lindung.things.thing-counted.v1\ndata: ${JSON.stringify(event('a'))}\n\n`,
      `id: 7\nevent: lindung.things.thing-counted.v1\ndata: ${JSON.stringify(event('b'))}\n\n`,
      `id: 9\nevent: lindung.things.thing-counted.v1\ndata: ${JSON.stringify(event('c'))}\n\n`,
    ]);
  });

  it('say that the line is open while nothing happens, and how far the log was looked through', async () => {
    expect(await lines(telling(), 2)).toEqual(['retry: 2000\n\n', ':\n\n']);
    expect(await lines(telling({ position: 12n, events: [] }), 2)).toEqual([
      'retry: 2000\n\n',
      'id: 12\n:\n\n',
    ]);
  });

  it('say so as well while much is looked through of which nothing is told', async () => {
    async function* looking(): AsyncGenerator<Told> {
      for (let position = 1n; ; position++) {
        yield { position, events: [] };
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const [, first, second] = await lines(looking(), 3);
    expect([first, second]).toEqual([
      expect.stringMatching(/^id: \d+\n:\n\n$/),
      expect.stringMatching(/^id: \d+\n:\n\n$/),
    ]);
    expect(second).not.toBe(first);
  });

  it('never send a listener back behind what it has heard', async () => {
    const told = telling({ position: 3n, events: [] }, { position: 7n, events: [event('a')] });
    expect((await lines(told, 3)).at(-1)).toBe('id: 7\n:\n\n');
  });

  it('end where the log cannot be followed any more, so that the listener comes back', async () => {
    async function* lost(): AsyncGenerator<Told> {
      yield { position: 1n, events: [event('a')] };
      throw new Error('the log is away');
    }
    await expect(lines(lost(), 3)).rejects.toThrow('the log is away');
  });
});
