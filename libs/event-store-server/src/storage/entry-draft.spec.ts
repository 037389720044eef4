import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { ExpectedRevision } from '../wire/append-messages.js';
import type { ProposedEvent } from '../wire/proposed-event.js';
import { eventDataOf, eventHeaderOf } from '../wire/recorded-event.js';
import type { EntryDraft } from './entry-draft.js';
import { EventLog } from './event-log.js';
import { isFrameSound, nextFrame } from './frame.js';
import { systemEvent } from './system-events.js';

let log: EventLog;

beforeEach(() => {
  log = new EventLog('memory');
});
afterEach(() => {
  jest.restoreAllMocks();
  log.close();
});

/** An append whose events arrive one piece after the other. */
class Arriving {
  private readonly events: ProposedEvent[] = [];
  private draft: EntryDraft | undefined;
  private isNew = true;

  constructor(readonly stream: string) {}

  get isLaidOut(): boolean {
    return this.draft !== undefined && log.isOpen(this.draft);
  }

  take(...piece: readonly ProposedEvent[]): this {
    this.events.push(...piece);
    if (this.isNew) this.draft = log.beginDraft(this.stream);
    this.isNew = false;
    if (this.isLaidOut) this.draft!.extendTo(this.events);
    return this;
  }

  /** The last piece is laid out by the log itself. */
  async end(...piece: readonly ProposedEvent[]) {
    const { stream, draft } = this;
    const events = [...this.events, ...piece];
    const outcome = await log.write({
      kind: 'append',
      stream,
      expected: ExpectedRevision.any,
      events,
      draft,
    });
    return { events, outcome };
  }
}

const event = (size = 1) => systemEvent('T', JSON.stringify('x'.repeat(size)));

/** All that clients wrote. */
function stored() {
  const events = [];
  for (let next = 2; next <= log.head; next = events.at(-1)!.position + 1) {
    for (const { message } of log.reader.all(next, false, Infinity)) {
      events.push({ ...eventHeaderOf(message), data: eventDataOf(message).toString() });
    }
  }
  return events;
}

/** Says for how many ms the clock has been going. */
function clock(): (ms: number) => void {
  const start = Date.now();
  const now = jest.spyOn(Date, 'now').mockReturnValue(start);
  return (ms) => now.mockReturnValue(start + ms);
}

it('what was laid out while it arrived is stored as it is, with the time at which it began', async () => {
  const at = clock();
  const begun = Date.now();
  const arriving = new Arriving('s').take(event());
  at(999);
  await arriving.take(event()).end(event());
  expect(stored().map(({ createdMs }) => createdMs)).toEqual([begun, begun, begun]);
});

it('what arrives for a second or longer carries the time at which it is stored', async () => {
  const at = clock();
  const arriving = new Arriving('s').take(event());
  at(1_000);
  await arriving.end(event());
  expect(stored().map(({ createdMs }) => createdMs)).toEqual([Date.now(), Date.now()]);
});

it('one append at a time is laid out early: of two only one can be the next', async () => {
  const [first, second] = [new Arriving('s').take(event()), new Arriving('t').take(event())];
  expect([first.isLaidOut, second.isLaidOut]).toEqual([true, false]);
  await second.end();
  const third = new Arriving('u').take(event());
  expect([first.take(event()).isLaidOut, third.isLaidOut]).toEqual([false, true]);
  await Promise.all([first.end(), third.end()]);
  expect(stored().map(({ stream }) => stream)).toEqual(['t', 's', 's', 'u']);
});

it('nothing is laid out early while others wait to be written', async () => {
  const written = new Arriving('s').end(event());
  expect(new Arriving('t').take(event()).isLaidOut).toBe(false);
  await written;
});

it('is stored again as it is when the group that it was in has failed and is tried again', async () => {
  const arriving = new Arriving('s').take(event(70_000));
  const broken = Object.assign(systemEvent('T', ''), { dataLength: 1 });
  const last = event();
  const failed = [arriving.end(last), new Arriving('t').end(broken)];
  for (const { status } of await Promise.allSettled(failed)) expect(status).toBe('rejected');
  const { events } = await arriving.end(last);
  expect(stored()).toMatchObject(events.map(({ id }, n) => ({ id, revision: n, position: 2 + n })));
});

/** What happens to appends in some streams: a piece of one arrives, and perhaps it is the last. */
const arrivals = fc.array(
  fc.record({
    lane: fc.nat(2),
    sizes: fc.array(fc.constantFrom(0, 10, 300, 20_000, 70_000), { maxLength: 6 }),
    isLast: fc.boolean(),
    isAwaited: fc.boolean(),
  }),
  { maxLength: 25 },
);

it('however the pieces of some appends come, each append is stored as a whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async (pieces) => {
      log.close();
      log = new EventLog('memory');
      const lanes = [0, 1, 2].map((lane) => new Arriving(`stream-${lane}`));
      const answered: { stream: string; id: string; data: string }[] = [];
      const answers: Promise<unknown>[] = [];
      for (const { lane, sizes, isLast, isAwaited } of pieces) {
        const [arriving, piece] = [lanes[lane]!, sizes.map(event)];
        if (!isLast) {
          arriving.take(...piece);
          continue;
        }
        lanes[lane] = new Arriving(arriving.stream);
        const answer = arriving.end(...piece).then(({ events }) => {
          for (const { id, data } of events) {
            answered.push({ stream: arriving.stream, id, data: data.toString() });
          }
        });
        answers.push(answer);
        if (isAwaited) await answer;
      }
      await Promise.all(answers);
      const revisions = new Map<string, number>();
      const expected = answered.map((one, n) => {
        const revision = revisions.get(one.stream) ?? 0;
        revisions.set(one.stream, revision + 1);
        return { ...one, revision, position: n + 2 };
      });
      expect(stored()).toMatchObject(expected);
      expect(log.head).toBe(expected.length + 1);
      for (const { events } of log.database.prepare('SELECT events FROM entry').all()) {
        expect(isSound(Buffer.from(events as Uint8Array))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

function isSound(frames: Buffer): boolean {
  let offset = 0;
  while (offset < frames.length && isFrameSound(frames, offset)) offset = nextFrame(frames, offset);
  return offset === frames.length;
}
