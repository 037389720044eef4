import { existsSync, readFileSync } from 'node:fs';
import type { CloudEvent, Contract } from '#publishing/contracts';
import type { Examples } from './contracts-page.js';

const FOLDER = 'test/compatibility/contracts';

/** The fullest message that is recorded of each contract. */
export function recordedExamples(contracts: readonly Contract[]): Examples {
  return new Map(
    contracts.flatMap(({ type }) => {
      const file = `${FOLDER}/${type}.json`;
      if (!existsSync(file)) return [];
      const { messages } = JSON.parse(readFileSync(file, 'utf8')) as {
        messages: readonly { message: CloudEvent }[];
      };
      const [fullest] = messages
        .map(({ message }) => message)
        .toSorted((one, other) => Object.keys(other.data).length - Object.keys(one.data).length);
      return fullest ? [[type, fullest] as const] : [];
    }),
  );
}
