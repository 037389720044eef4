/** An event that leaves Lindung, as CloudEvents 1.0 says it (structured mode, JSON). */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The same for every copy of the event: whoever has seen it may drop the copy. */
  readonly id: string;
  /** The context that says it: `urn:lindung:claims`. */
  readonly source: string;
  /** Name and version of the contract: `lindung.claims.claim-approved.v1`. */
  readonly type: string;
  /** The stream it belongs to: `claim-5f0c…`. */
  readonly subject: string;
  /** When the log recorded it, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Name of the JSON Schema of `data`; the file stands in docs/reference/contracts. */
  readonly dataschema: string;
  /** What keeps events in order: those with the same key stay in the order of their stream. */
  readonly partitionkey: string;
  /** Number of the event in its stream, from 0; grows within a key, with gaps. */
  readonly streamrevision: string;
  /** Position in the whole log: queries given `?after=` it have seen the event. */
  readonly logposition: string;
  /** Ties together what followed from one request of a person. */
  readonly correlationid: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Media type of a message that holds a whole event (CloudEvents, Kafka binding, structured mode). */
export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json; charset=UTF-8';

const NEEDED = ['id', 'source', 'type', 'subject', 'time', 'partitionkey', 'streamrevision'] as const;

/** A message that is not one of our events. Says which part is wrong, never what it says. */
export class NotACloudEvent extends Error {
  override readonly name = 'NotACloudEvent';

  constructor(wrong: string) {
    super(`The message is not a CloudEvent of Lindung: ${wrong}`);
  }
}

/** @throws NotACloudEvent */
export function readCloudEvent(bytes: Buffer | null): CloudEvent {
  return cloudEventOf(parsed(bytes));
}

/** The same of JSON that was read already. @throws NotACloudEvent */
export function cloudEventOf(value: unknown): CloudEvent {
  if (!isRecord(value)) throw new NotACloudEvent('not a JSON object');
  if (value.specversion !== '1.0') throw new NotACloudEvent('specversion');
  for (const attribute of NEEDED) {
    if (typeof value[attribute] !== 'string' || value[attribute] === '') throw new NotACloudEvent(attribute);
  }
  if (typeof value.data !== 'object' || value.data === null) throw new NotACloudEvent('data');
  return value as unknown as CloudEvent;
}

function parsed(bytes: Buffer | null): unknown {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new NotACloudEvent('not a JSON object');
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
