import { mkdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import {
  RECORDED_IN,
  type RecordedContract,
  goldenEvents,
  messageOf,
  recordedContracts,
} from './recorded-contracts.js';
import { differencesThatBreak } from './schema-compatibility.js';

/**
 * Adds to `test/compatibility/contracts` what is promised since: contracts that are new, optional fields that were added, and messages with
 * fields that none had. What stands there stays. A change that breaks somebody is refused: it is a new version of the contract.
 * Run from the root of the repository (`npm run record:contracts`).
 */
const recorded = recordedContracts();
const golden = [...goldenEvents()];
mkdirSync(RECORDED_IN, { recursive: true });

for (const { type, from, schema } of publishedContracts.flatMap(({ contracts }) => contracts)) {
  const before: RecordedContract = recorded.get(type) ?? { schemas: [], messages: [] };
  const broken = before.schemas.flatMap((older) => differencesThatBreak(older, schema));
  if (broken.length > 0) {
    process.stderr.write(
      `${type} would break who listens, so it is a new version:\n  ${broken.join('\n  ')}\n`,
    );
    process.exitCode = 1;
    continue;
  }
  const isNew = !isDeepStrictEqual(before.schemas.at(-1), schema);
  const schemas = isNew ? [...before.schemas, schema] : before.schemas;
  const now = { schemas, messages: [...before.messages, ...newMessages(type, from, before)] };
  if (isDeepStrictEqual(now, before)) continue;
  writeFileSync(join(RECORDED_IN, `${type}.json`), `${JSON.stringify(now, undefined, 2)}\n`);
  process.stdout.write(`${type}: ${schemas.length} schemas, ${now.messages.length} messages\n`);
}

/** Of each set of fields the first message. */
function newMessages(type: string, from: string, { messages }: RecordedContract) {
  const seen = new Set(messages.map(({ message }) => fieldsOf(message.data)));
  return golden
    .filter(([, event]) => event.type === from)
    .flatMap(([of, event]) => {
      const message = messageOf(publishedContracts, type, event);
      const fields = message && fieldsOf(message.data);
      if (!fields || seen.has(fields)) return [];
      seen.add(fields);
      return [{ of, message }];
    });
}

function fieldsOf(data: object): string {
  return Object.keys(data).sort().join(' ');
}
