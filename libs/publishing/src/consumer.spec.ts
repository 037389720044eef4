import { describe, expect, it } from '@jest/globals';
import { countedOn } from './kafka.examples.js';
import { takes } from './consumer.js';

const messageOf = (value: string, offset: number) => ({
  topic: 'lindung.things',
  partition: 3,
  offset: String(offset),
  key: Buffer.from('thing-1'),
  value: Buffer.from(value),
});

const event = (offset: number) =>
  messageOf(JSON.stringify(countedOn('lindung.things', 'thing-1', offset).event), offset);

describe('Messages that came together', () => {
  it('are handed on in their order, with one among them that is no event', async () => {
    const heard: string[] = [];
    const take = takes({
      handleBatch: async (events) => {
        heard.push(...events.map(({ streamrevision }) => streamrevision));
      },
      onUnreadable: async ({ offset }) => {
        heard.push(`unreadable ${offset}`);
      },
    });
    await take([event(0), event(1), messageOf('"half', 2), event(3)]);
    expect(heard).toEqual(['0', '1', 'unreadable 2', '3']);
  });

  it('are handled up to one that is no event, where nobody is to be told of it', async () => {
    const heard: string[] = [];
    const take = takes({
      handleBatch: async (events) => {
        heard.push(...events.map(({ streamrevision }) => streamrevision));
      },
    });
    await expect(take([event(0), messageOf('"half', 1), event(2)])).rejects.toThrow('not a JSON object');
    expect(heard).toEqual(['0']);
  });
});
