import { INSTANT, POSITION, RECORDED_TEXT, type Scalar, UUID } from '#kernel';
import { type CloudEvent, NotACloudEvent, cloudEventOf } from '#publishing';

interface Arrived {
  /** Where it was read: `feed`, or topic, partition and offset. */
  readonly place: string;
  /** As it came, read as JSON. */
  readonly value: unknown;
}

/** A message that is no event. */
interface Unreadable extends Arrived {
  readonly event: null;
  /** Which part of it is wrong; never what it says. */
  readonly wrong: string;
  /** Of its stream, where the source knows it all the same. */
  readonly stream?: string;
}

/** A message of a source: an event, or something that is none. */
export type Message = (Arrived & { readonly event: CloudEvent }) | Unreadable;

/** What is kept of each event beside its data, and what it must be for that. */
const KEPT: readonly (readonly [keyof CloudEvent, Pick<Scalar, 'fits'>])[] = [
  ['id', UUID],
  ['source', { fits: isName }],
  ['subject', { fits: isName }],
  ['time', INSTANT],
  ['streamrevision', POSITION],
  ['logposition', POSITION],
];

/** More than any stream is named with, and less than an index of PostgreSQL holds. */
const LONGEST_NAME = 300;

/** What messages are kept in order by. */
function isName(value: unknown): value is string {
  return RECORDED_TEXT.fits(value) && value !== '' && value.length <= LONGEST_NAME;
}

/** A message of JSON that was read already. @param stream of it, where the source knows it */
export function messageOf(value: unknown, place: string, stream?: string): Message {
  try {
    const event = cloudEventOf(value);
    const wrong = KEPT.find(([attribute, scalar]) => !scalar.fits(event[attribute]));
    if (wrong) throw new NotACloudEvent(wrong[0]);
    return { place, value, event };
  } catch (error) {
    if (!(error instanceof NotACloudEvent)) throw error;
    const subject = (value as Partial<CloudEvent> | null)?.subject;
    return { place, value, event: null, wrong: error.message, stream: [subject, stream].find(isName) };
  }
}

/** The stream of a message; of one that names none, a stream of its own. */
export const streamOf = (message: Message): string =>
  message.event ? message.event.subject : (message.stream ?? message.place);

/** A message as a broker has it. @param stream its key, which is that of the stream */
export function messageOfBytes(bytes: Buffer | null, place: string, stream?: string): Message {
  const text = bytes?.toString('utf8') ?? '';
  try {
    return messageOf(JSON.parse(text), place, stream);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // As text of JSON, so that it is read again as what it is: something that is no object.
    return messageOf(text, place, stream);
  }
}
