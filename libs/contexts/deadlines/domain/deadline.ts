import { type LocalDate, derivedId, stream } from '#kernel';
import type { DeadlineEvent, DeadlineSubject } from './deadline.events.js';

/** What was passed of the step that is expected. */
export interface DeadlineState {
  readonly step?: string;
  readonly since?: LocalDate;
  readonly passed: readonly LocalDate[];
}

/** The deadlines of one thing that follow each other: `deadline-<id>`. */
export const deadlines = stream<DeadlineState, DeadlineEvent>('deadline', {
  initial: { passed: [] },
  evolve({ step: before, since: from, passed }, { data: { step, since, dueOn } }) {
    const isSame = step === before && since === from;
    return { step, since, passed: isSame ? [...passed, dueOn] : [dueOn] };
  },
});

/** Stored, as the name of its stream: its parts never change. */
export const deadlineIdOf = (kind: DeadlineSubject, subjectId: string, slot: string): string =>
  derivedId('deadline', kind, subjectId, slot);
