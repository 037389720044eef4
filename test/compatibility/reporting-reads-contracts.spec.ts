import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import { READERS } from '../../libs/reporting/src/facts/readers.js';
import { messageOf } from '../../libs/reporting/src/intake/message.js';
import { readMessage } from '../../libs/reporting/src/intake/read-message.js';

const FOLDER = join(import.meta.dirname, 'contracts');

const files = readdirSync(FOLDER).filter((file) => READERS.has(file.replace(/\.json$/, '')));

describe('The reporting service', () => {
  it('reads contracts that are published, and has a golden message of each', () => {
    const published = publishedContracts.flatMap(({ contracts }) => contracts.map(({ type }) => type));
    expect([...READERS.keys()].filter((type) => !published.includes(type))).toEqual([]);
    expect(files.map((file) => file.replace(/\.json$/, '')).sort()).toEqual([...READERS.keys()].sort());
  });

  it.each(files)('reads the golden messages in %s', (file) => {
    const { messages } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
      messages: { message: unknown }[];
    };
    expect(messages.length).toBeGreaterThan(0);
    for (const { message } of messages) {
      expect(readMessage(messageOf(message, file))).toHaveProperty('rows');
    }
  });
});
