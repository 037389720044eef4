import { createHash } from 'node:crypto';
import type { Position, ResolvedEvent } from '@eventstore/db-client';

/** A position until it gets the name of the event that stands there. */
export class Somewhere {
  constructor(
    readonly commit: bigint,
    readonly prepare?: bigint,
  ) {}
}

/** What all answers of the recording are made of. */
export type Answer = Record<string, unknown>;

/** Contents longer than this are recorded by length and digest. */
const LONGEST_SHOWN = 200;

const ERROR_FIELDS = [
  'type',
  'code',
  'streamName',
  'groupName',
  'expectedVersion',
  'actualVersion',
  'maxAppendSize',
  'reason',
  'requiredMetadataProperties',
  'leader',
] as const;

/** An error as it was recorded: its class and its fields. What its message says is nobody's promise. */
export function answerOfError(error: unknown): Answer {
  const answer: Answer = { err: error instanceof Error ? error.constructor.name : typeof error };
  const fields = error as Record<string, unknown>;
  for (const name of ERROR_FIELDS) {
    const value = fields[name];
    if (value !== undefined) answer[name] = typeof value === 'bigint' ? String(value) : value;
  }
  return answer;
}

/** A position as it was recorded, once it has a name. */
export function answerOfPosition(position: Position | undefined): Somewhere | undefined {
  return position === undefined ? undefined : new Somewhere(position.commit, position.prepare);
}

/** An event as it was recorded. */
export function answerOfEvent(resolved: ResolvedEvent): Answer {
  const { event, link, commitPosition } = resolved;
  const retryCount = (resolved as { retryCount?: number }).retryCount;
  return {
    e: answerOfRecorded(event),
    link: answerOfRecorded(link),
    cp: commitPosition === undefined ? undefined : new Somewhere(commitPosition),
    retry: retryCount,
  };
}

/** A recorded event alone, without the link that led to it. */
export function answerOfRecorded(event: ResolvedEvent['event']): Answer | undefined {
  if (event === undefined) return undefined;
  return {
    s: event.streamId,
    rev: String(event.revision),
    type: event.type.length > LONGEST_SHOWN ? `T${event.type.length}` : event.type,
    id: event.id,
    data: shown(event.data),
    meta: shown(event.metadata),
    json: event.isJson,
    pos: answerOfPosition(event.position),
  };
}

/** What a read gave, and how it ended; not more than so many events are taken. */
export async function answerOfReading(
  events: AsyncIterable<ResolvedEvent>,
  most = Infinity,
): Promise<Answer> {
  const items: Answer[] = [];
  try {
    for await (const event of events) {
      items.push(answerOfEvent(event));
      if (items.length >= most) break;
    }
    return { items };
  } catch (error) {
    return { items, ...answerOfError(error) };
  }
}

function shown(content: unknown): unknown {
  if (content instanceof Uint8Array) {
    return { $b: content.length > LONGEST_SHOWN ? digest(content) : Buffer.from(content).toString('base64') };
  }
  return typeof content === 'string' && content.length > LONGEST_SHOWN ? { $s: digest(content) } : content;
}

function digest(content: string | Uint8Array): string {
  return `${content.length}:${createHash('sha1').update(content).digest('hex')}`;
}
