import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';

/** As many as an import has under way. */
const AT_ONCE = 256;

/** How large what one row records is: each entry is an append of one event to a stream that is new. */
export interface RowSize {
  readonly events: readonly { readonly data: number; readonly metadata: number }[];
}

/** What the newest events of these types measure. @throws Error where one is missing */
export async function sizeOfRow(log: EventStoreDBClient, types: readonly string[]): Promise<RowSize> {
  const found = new Map<string, { data: number; metadata: number }>();
  for await (const { event } of log.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: 2_000,
  })) {
    if (!event || !types.includes(event.type) || found.has(event.type)) continue;
    const sizeOf = (part: unknown) => JSON.stringify(part).length;
    found.set(event.type, { data: sizeOf(event.data), metadata: sizeOf(event.metadata) });
  }
  const missing = types.filter((type) => !found.has(type));
  if (missing.length > 0) throw new Error(`The import recorded no ${missing.join(', ')}`);
  return { events: types.map((type) => found.get(type)!) };
}

/** Appends what so many rows record, as fast as the bare client can. @returns rows a second */
export async function ceilingOf(log: EventStoreDBClient, { events }: RowSize, rows: number): Promise<number> {
  const appends = events.map(({ data, metadata }) =>
    // Two quotes and a name go with the text.
    ({ data: { x: 'x'.repeat(data - 8) }, metadata: { x: 'x'.repeat(metadata - 8) } }),
  );
  let next = 0;
  const start = performance.now();
  const work = async () => {
    while (next++ < rows) {
      for (const { data, metadata } of appends) {
        const event = jsonEvent({ type: 'Measured', data, metadata });
        await log.appendToStream(`bench-${randomUUID()}`, event, { expectedRevision: NO_STREAM });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rows / ((performance.now() - start) / 1000);
}
