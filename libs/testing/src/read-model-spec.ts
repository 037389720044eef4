import { expect } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type FoldedRows, type ReadModel, type RowsOf, foldRows, noRows } from '#followers';
import { type OnStream, type RecordedAs, eventLog, on } from './recorded.js';

type Tables = ReadModel['tables'];

/** Events that a read model has folded. Each `then…` fails the spec when it is not so. */
interface Folded<Of extends Tables> {
  /** Folds more events behind the ones so far. */
  and(...streams: readonly OnStream[]): Folded<Of>;
  /** The same, recorded by somebody or at some time. */
  andRecordedAs(as: RecordedAs, ...streams: readonly OnStream[]): Folded<Of>;
  /** The table holds exactly these rows, of which each says at least this, in the order in which they came to be. */
  thenRows<Name extends keyof Of & string>(
    table: Name,
    expected: readonly Partial<RowsOf<Of>[Name]>[],
  ): Folded<Of>;
  /** Types of event that a later release may record change no row. */
  thenUnknownEventsAreIgnored(): Folded<Of>;
  /** The rows by the text of their keys, for whatever else a spec wants to know. */
  readonly rows: FoldedRows<Of>;
  /** What was folded so far. */
  readonly events: readonly RecordedEvent[];
}

/**
 * A read model in two steps, without a database: `const folded = readModelSpec(payoutReadModel)`, then
 * `folded(on('payout-1', ordered(), …)).thenRows('payouts', [{ status: 'ORDERED' }])`. Each call starts from nothing.
 */
export function readModelSpec<Of extends Tables>(
  model: ReadModel<Of>,
): (...streams: readonly OnStream[]) => Folded<Of> {
  return (...streams) => foldedBy(model).and(...streams);
}

function foldedBy<Of extends Tables>(model: ReadModel<Of>): Folded<Of> {
  const log = eventLog();
  const events: RecordedEvent[] = [];
  const rows = noRows(model);

  function add(streams: readonly OnStream[], as?: RecordedAs): Folded<Of> {
    const recorded = log.record(streams, as);
    foldRows(model, recorded, rows);
    events.push(...recorded);
    return self;
  }

  const self: Folded<Of> = {
    rows,
    events,
    and: (...streams) => add(streams),
    andRecordedAs: (as, ...streams) => add(streams, as),
    thenRows: (table, expected) => {
      expect([...rows[table].values()]).toEqual(expected.map((row) => expect.objectContaining(row)));
      return self;
    },
    thenUnknownEventsAreIgnored: () => {
      const before = structuredClone(rows);
      const streams = new Set(events.map(({ streamId }) => streamId));
      add([...streams].map((stream) => on(stream, event('RecordedByALaterRelease', { anything: 1 }))));
      expect(rows).toEqual(before);
      return self;
    },
  };
  return self;
}
