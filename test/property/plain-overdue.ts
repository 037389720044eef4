import { type PlainEvent, toldOf } from './plain-fold.js';

/** Whose turn it is, and until when. */
interface Waits {
  readonly turn: string;
  readonly until: string;
}

type Said = Readonly<Record<string, string>>;

/** Days for which whoever owes money is heard. */
const HEARD_FOR = 14;

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What is waited for after an event: of a complaint, and of money that is asked back; null where it is over. */
const AFTER: Readonly<Record<string, (said: Said) => Waits | null>> = {
  ComplaintReceived: ({ answerBy = '' }) => ({ turn: 'DECIDER', until: answerBy }),
  ComplaintAnswered: ({ replyBy = '' }) => ({ turn: 'CLAIMANT', until: replyBy }),
  ComplaintEscalated: ({ answerBy = '' }) => ({ turn: 'SUPERVISOR', until: answerBy }),
  MediationBegun: ({ endBy = '' }) => ({ turn: 'SUPERVISOR', until: endBy }),
  MediationEnded: () => null,
  ComplaintClosed: () => null,
  ReceivableRecorded: ({ kind, effectiveOn = '' }) =>
    kind === 'EMPLOYER_PAID_FIRST' ? null : { turn: 'OUTSIDE', until: daysAfter(effectiveOn, HEARD_FOR) },
  ReceivableSettled: () => null,
  ReceivableWaived: () => null,
};

/**
 * Which complaints, or which money that is asked back, are late on a day by what was known at a position: each with whose turn it is and
 * since when.
 * @param counts only what counts on this day; all of it where it is missing
 */
export function plainOverdue(
  events: readonly PlainEvent[],
  of: 'complaint' | 'receivable',
  position: bigint,
  today: string,
  counts?: string,
): readonly string[] {
  const streams = new Set(
    events.flatMap(({ streamId }) => (streamId.startsWith(`${of}-`) ? [streamId] : [])),
  );
  return [...streams]
    .flatMap((stream) => {
      const told = toldOf(events, stream, position, counts) ?? [];
      const waits = told.flatMap(({ type, data }) => {
        const after = AFTER[type];
        return after ? [after(data as Said)] : [];
      });
      const last = waits.at(-1);
      return last && last.until < today ? [`${stream.slice(of.length + 1)} ${last.turn} ${last.until}`] : [];
    })
    .sort();
}

/** A step that is late, as lists tell of it. */
export interface LateStep {
  readonly turn: string;
  readonly dueOn: string;
  readonly amountIdr: number | null;
  readonly costPerDayIdr: number;
}

/** What is late, summed up by whose turn it is. */
export function plainTotals(late: readonly LateStep[]): readonly object[] {
  return [...new Set(late.map(({ turn }) => turn))].sort().map((turn) => {
    const theirs = late.filter((one) => one.turn === turn);
    return {
      turn,
      count: theirs.length,
      oldestDueOn: theirs.map(({ dueOn }) => dueOn).sort()[0],
      amountIdr: theirs.reduce((sum, { amountIdr }) => sum + (amountIdr ?? 0), 0),
      costPerDayIdr: theirs.reduce((sum, { costPerDayIdr }) => sum + costPerDayIdr, 0),
    };
  });
}
