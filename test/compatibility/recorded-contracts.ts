import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { STREAMS } from '#contexts';
import { type RecordedEvent, upcast } from '#event-store';
import { instant } from '#kernel';
import {
  type CloudEvent,
  type ContextContracts,
  type JsonSchema,
  toCloudEvents,
} from '#publishing/contracts';

/** What was ever promised under the name of a contract. Never edited, only added to. */
export interface RecordedContract {
  /** Every schema that it has had, the first one first. */
  readonly schemas: readonly JsonSchema[];
  /** Messages as they were made, each with the event of a golden stream that it was made of. */
  readonly messages: readonly { readonly of: string; readonly message: CloudEvent }[];
}

export const RECORDED_IN = join(import.meta.dirname, 'contracts');

const GOLDEN_STREAMS = join(import.meta.dirname, 'streams');

export const recordedContracts = (): ReadonlyMap<string, RecordedContract> =>
  new Map(
    (existsSync(RECORDED_IN) ? readdirSync(RECORDED_IN) : []).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(RECORDED_IN, file), 'utf8')) as RecordedContract,
    ]),
  );

/** Everything that golden streams hold, lifted to the shapes of today, by the file and the place in it: `claim.1.json#3`. */
export function goldenEvents(): ReadonlyMap<string, RecordedEvent> {
  const events = new Map<string, RecordedEvent>();
  for (const file of readdirSync(GOLDEN_STREAMS).sort()) {
    const stream = JSON.parse(readFileSync(join(GOLDEN_STREAMS, file), 'utf8')) as GoldenStream;
    const { upcasters } = STREAMS.find(({ category }) => category === stream.category)!;
    for (const [index, { type, schema, data }] of stream.events.entries()) {
      const lifted = { type, data: upcast(upcasters, type, schema, data) };
      events.set(`${file}#${index}`, { ...AS_IF_RECORDED, ...lifted, ...placeOf(stream, index) });
    }
  }
  return events;
}

interface GoldenStream {
  readonly category: string;
  readonly events: readonly {
    readonly type: string;
    readonly schema: number;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

/** Golden streams have no ids, places and moments of their own: these are always the same. */
const ANY_ID = '00000000-0000-4000-8000-000000000000';

const RECORDED_AT = instant('2026-11-20T03:15:00.000Z');

const AS_IF_RECORDED = {
  recordedAt: RECORDED_AT,
  metadata: {
    commandId: ANY_ID,
    $correlationId: ANY_ID,
    $causationId: ANY_ID,
    actor: { id: 'user-1', roles: [], office: 'Bekasi' },
    issuedAt: RECORDED_AT,
    schema: 1,
  },
} satisfies Partial<RecordedEvent>;

const placeOf = ({ category }: GoldenStream, index: number) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  streamId: `${category}-${ANY_ID}`,
  revision: BigInt(index),
  position: BigInt(1_000 + index),
});

/** The message of a contract that an event makes today. */
export const messageOf = (
  contexts: readonly ContextContracts[],
  type: string,
  event: RecordedEvent,
): CloudEvent | undefined =>
  toCloudEvents(contexts, event).find(({ event: told }) => told.type === type)?.event;
