import type { AppendExpectedRevision, AppendResult, ExpectedRevision, Position } from '@eventstore/db-client';
import { type Answer, Somewhere, answerOfPosition, answerOfReading } from './answers.js';
import { eventOf } from './events.js';
import type { Expected, Operation, Place, Whole } from './recorded-case.js';
import type { Stage } from './stage.js';

type Of<Name extends Operation['op']> = Extract<Operation, { op: Name }>;

/** Credentials make the client use the single append call; a server without users looks at none. */
const CREDENTIALS = { username: 'admin', password: 'changeit' };
/** No read of a case gives more events of `$all`. */
const MOST = 2_000;
const APPENDED_AT_ONCE = 500;

/** Appends events; a case says whether in a batch or in a call of their own, and how the client tells of a wrong revision. */
export async function append(stage: Stage, operation: Of<'append'>): Promise<Answer> {
  const { mode, exp, stream } = operation;
  const client = mode.startsWith('nothrow') ? stage.clients.telling : stage.client;
  const events = operation.events.map((event) => eventOf(stage, event));
  const result = await client.appendToStream(stage.name(stream), events, {
    expectedRevision: expectedOf(exp),
    ...(mode.endsWith('ordinary') ? { credentials: CREDENTIALS } : {}),
  });
  if (events.length > 0) note(stage, result.position);
  return answerOfAppend(result);
}

/** Appends events that are alike but for their number. */
export async function appendMany(stage: Stage, { stream, count }: Of<'appendMany'>): Promise<Answer> {
  const events = Array.from({ length: count }, (_, n) =>
    eventOf(stage, { id: `${stream}-${n}`, type: `T${n % 5}`, data: { n } }),
  );
  for (let from = 0; from < count; from += APPENDED_AT_ONCE) {
    await stage.client.appendToStream(stage.name(stream), events.slice(from, from + APPENDED_AT_ONCE));
  }
  return { ok: true };
}

/** Appends what has the type of a link, whatever it says. */
export async function appendLink(stage: Stage, { data }: Of<'appendLink'>): Promise<Answer> {
  const link = eventOf(stage, { id: 'link', type: '$>', bin: true, data: { $bin: stage.name(data) } });
  await stage.client.appendToStream(stage.name('~links'), [link]);
  return {};
}

/** Forty good appends at once, and one whose id is no id. */
export async function parallel(stage: Stage): Promise<Answer> {
  const event = (id: string) => eventOf(stage, { id, type: 'T', data: 1 });
  const good = (id: string) => stage.client.appendToStream(stage.name(`~${id}`), [event(id)]);
  const nope = { ...event('bad'), id: 'nope' };
  const twenty = (letter: string) => Array.from({ length: 20 }, (_, n) => good(`${letter}${n}`));
  const settled = await Promise.allSettled([
    ...twenty('p'),
    stage.client.appendToStream(stage.name('~bad'), [nope]),
    ...twenty('q'),
  ]);
  const errors = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  return {
    ok: settled.length - errors.length,
    errors: errors.map((error) => `${error.constructor.name}:${error.message}`),
  };
}

/** Deletes a stream, for now or for good. */
export async function remove(stage: Stage, operation: Of<'delete' | 'tombstone'>): Promise<Answer> {
  const stream = stage.name(operation.stream);
  // The client takes `stream_exists` here too, though its types do not say so.
  const options = { expectedRevision: expectedOf(operation.exp) as ExpectedRevision };
  const { position } = await (operation.op === 'delete'
    ? stage.client.deleteStream(stream, options)
    : stage.client.tombstoneStream(stream, options));
  note(stage, position);
  return { pos: answerOfPosition(position) };
}

/** Sets the metadata of a stream. */
export async function setMetadata(
  stage: Stage,
  { stream, meta, exp = 'any' }: Of<'setMeta'>,
): Promise<Answer> {
  const options = { expectedRevision: expectedOf(exp) };
  const result = await stage.client.setStreamMetadata(stage.name(stream), meta, options);
  note(stage, result.position);
  return answerOfAppend(result);
}

/** What the client says of the metadata of a stream. */
export async function getMetadata(stage: Stage, { stream }: Of<'getMeta'>): Promise<Answer> {
  const { streamName, metadata, metastreamRevision } = await stage.client.getStreamMetadata(
    stage.name(stream),
  );
  // What the client calls the revision is the position.
  const at = metastreamRevision === undefined ? undefined : new Somewhere(metastreamRevision);
  return { streamName, metadata, rev: at };
}

/** Reads a stream; a case may leave before its end. */
export function read(stage: Stage, operation: Of<'read'>): Promise<Answer> {
  const { dir, from, max, links = false, cancel } = operation;
  const events = stage.client.readStream(stage.name(operation.stream), {
    direction: dir,
    fromRevision: revisionOf(from),
    maxCount: max === undefined ? undefined : wholeOf(max),
    resolveLinkTos: links,
  });
  return answerOfReading(events, cancel);
}

/** Reads all of a stream that is too long to be written down: how many events there are, the first and the last. */
export async function countRead(stage: Stage, { dir }: Of<'countRead'>): Promise<Answer> {
  const fromRevision = dir === 'forwards' ? 'start' : 'end';
  const revisions: bigint[] = [];
  for await (const { event } of stage.client.readStream(stage.name('~s0'), {
    direction: dir,
    fromRevision,
  })) {
    revisions.push(event!.revision);
  }
  return { n: revisions.length, first: String(revisions[0]), last: String(revisions.at(-1)) };
}

/** Reads `$all`; what stood there before the case is taken out later. */
export function readAll(stage: Stage, operation: Of<'readAll'>): Promise<Answer> {
  const { dir, from, max, links = false, cancel = MOST } = operation;
  const events = stage.client.readAll({
    direction: dir,
    fromPosition: stage.position(from),
    maxCount: max,
    resolveLinkTos: links,
  });
  return answerOfReading(events, cancel);
}

/** A revision of the recording as the client takes it. */
export function revisionOf(place: Place): bigint | 'start' | 'end' {
  if (place === 'start' || place === 'end') return place;
  if (typeof place === 'object' && 'n' in place) return BigInt(place.n);
  throw new Error(`${JSON.stringify(place)} is no revision`);
}

function expectedOf(expected: Expected): AppendExpectedRevision {
  return typeof expected === 'object' ? BigInt(expected.n) : expected;
}

function wholeOf(whole: Whole): number | bigint {
  return typeof whole === 'object' ? BigInt(whole.n) : whole;
}

function note(stage: Stage, position: Position | undefined): void {
  if (position !== undefined) stage.written.push(position);
}

function answerOfAppend({ success, nextExpectedRevision, position }: AppendResult): Answer {
  return { success, next: String(nextExpectedRevision), pos: answerOfPosition(position) };
}
