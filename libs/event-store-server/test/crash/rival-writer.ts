import { EventStoreDBClient, NO_STREAM, WrongExpectedVersionError, jsonEvent } from '@eventstore/db-client';

/**
 * A process that tries to be the first in many streams, against a rival that tries the same. Arguments: connection
 * string, prefix of the streams, how many. It says when it is ready, begins at the first message from its parent, and
 * answers with how many streams it won.
 */
const [connectionString = '', prefix = '', count = '0'] = process.argv.slice(2);
const client = EventStoreDBClient.connectionString(connectionString);

async function tries(stream: string): Promise<boolean> {
  const event = jsonEvent({ type: 'First', data: { process: process.pid } });
  try {
    await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return false;
    throw error;
  }
}

process.once('message', () => {
  Promise.all(Array.from({ length: Number(count) }, (_, n) => tries(`${prefix}-${n}`))).then(
    (won) => {
      process.send!(won.filter(Boolean).length, () => process.exit(0));
    },
    (error: unknown) => {
      throw error;
    },
  );
});
process.send!('ready');
