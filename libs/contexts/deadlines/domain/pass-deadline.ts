import { type CommandContext, type ExpectedStep, addDays, daysOf } from '#kernel';
import type { DeadlineEvent, DeadlineSubject } from './deadline.events.js';
import type { DeadlineState } from './deadline.js';

export interface PassDeadlineInput {
  readonly deadlineId: string;
  readonly kind: DeadlineSubject;
  readonly subjectId: string;
  readonly slot: string;
  /** Whose stream tells of it, where it is one of several: the accident of an invoice, the participant of a review. */
  readonly within?: string;
}

/** What is expected of the thing by now; undefined where nothing is. */
export interface PassFacts {
  readonly expected?: ExpectedStep;
}

/**
 * Records that a step was not taken in its time, once for each of its days. Nothing where it was taken meanwhile, or its day is not over.
 */
export function passDeadline(
  { deadlineId, kind, subjectId: id, within }: PassDeadlineInput,
  { step: before, since: from, passed }: DeadlineState,
  { today }: CommandContext,
  { expected }: PassFacts,
): readonly DeadlineEvent[] {
  if (!expected) return [];
  const { step, turn, since, lapsesAfter } = expected;
  const days = daysOf(expected);
  const known = step === before && since === from ? passed : [];
  const over = days.filter((day) => day < today && !known.includes(day));
  return over.map((dueOn): DeadlineEvent => {
    const nextDueOn = days.find((day) => day > dueOn);
    return {
      type: 'DeadlinePassed',
      data: {
        deadlineId,
        subject: { kind, id },
        ...(within !== undefined && { within }),
        step,
        turn,
        since,
        dueOn,
        ...(nextDueOn && { nextDueOn }),
        ...(dueOn === lapsesAfter && { lapses: true as const }),
        effectiveOn: addDays(dueOn, 1),
      },
    };
  });
}
