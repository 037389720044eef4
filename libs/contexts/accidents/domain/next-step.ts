import type { Conclusion } from '#law';
import type { Instant, LocalDate } from '#kernel';
import { endOf, stageOneDueAt, stageTwoDueAt } from './deadlines.js';

/** What an open accident can be waiting for. */
export const STEPS = [
  'REPORT_STAGE_ONE',
  'CONCLUDE_ACCIDENT',
  'ISSUE_DOCTOR_STATEMENT',
  'REPORT_STAGE_TWO',
  'CONFIRM_GUARANTEE',
  'NAME_CARE_BEARER',
] as const;

export type Step = (typeof STEPS)[number];

/** A step that somebody has to take, and until when; some have no deadline in law. */
export interface ExpectedStep {
  readonly step: Step;
  readonly dueAt: Instant | null;
}

/** How far an accident has got, as far as deadlines depend on it. */
export interface Progress {
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  /** Known from stage I on. */
  readonly concludeBy: LocalDate | null;
  readonly conclusion: Conclusion | null;
  /** Day of the final doctor's statement. */
  readonly finallyStatedOn: LocalDate | null;
  readonly stageTwoReported: boolean;
  /** When the first of the provisional letters ends that no office has answered. */
  readonly provisionalUntil: Instant | null;
  /** Of one that was no work accident: until when facilities are told whom to bill; null where none has to be. */
  readonly nameBearerBy: LocalDate | null;
}

/** Everything that is to be done now, the most urgent first. Nothing is left once the case is out of JKK's hands. */
export function expectedSteps(progress: Progress): readonly ExpectedStep[] {
  const { concludeBy, conclusion, finallyStatedOn, stageTwoReported, provisionalUntil, nameBearerBy } =
    progress;
  if (concludeBy === null) return [{ step: 'REPORT_STAGE_ONE', dueAt: stageOneDueAt(progress) }];
  if (conclusion === 'NOT_WORK_ACCIDENT') {
    return nameBearerBy === null ? [] : [{ step: 'NAME_CARE_BEARER', dueAt: endOf(nameBearerBy) }];
  }
  const steps: ExpectedStep[] = [];
  if (provisionalUntil !== null) steps.push({ step: 'CONFIRM_GUARANTEE', dueAt: provisionalUntil });
  if (conclusion === null) steps.push({ step: 'CONCLUDE_ACCIDENT', dueAt: endOf(concludeBy) });
  if (!stageTwoReported) {
    steps.push(
      finallyStatedOn === null
        ? { step: 'ISSUE_DOCTOR_STATEMENT', dueAt: null }
        : { step: 'REPORT_STAGE_TWO', dueAt: stageTwoDueAt(finallyStatedOn) },
    );
  }
  return steps.sort((a, b) => ((a.dueAt ?? LAST) < (b.dueAt ?? LAST) ? -1 : 1));
}

/** Sorts behind every moment. */
const LAST = '~';
