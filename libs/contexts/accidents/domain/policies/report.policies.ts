import { type Instant, type Policy, dateIn } from '#kernel';
import type { Effect } from '../accident.events.js';
import type { FinalStatement, NoticeReceived } from '../accident-state.js';
import { isLater, momentOf } from '../deadlines.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about stage I look at. */
export interface StageOneGrounds {
  readonly accident: NoticeReceived;
  readonly effect: Effect;
  readonly reportedAt: Instant;
  readonly now: Instant;
}

/** What the rules about stage II look at. */
export interface StageTwoGrounds {
  readonly statement: FinalStatement;
  readonly reportedAt: Instant;
  readonly now: Instant;
}

const notReportedInTheFuture: Policy<{ readonly reportedAt: Instant; readonly now: Instant }> = {
  name: 'not-reported-in-the-future',
  check: ({ reportedAt, now }) =>
    isLater(reportedAt, now) ? accidentRefusals.REPORTED_IN_FUTURE({ now }) : undefined,
};

const afterTheAccident: Policy<StageOneGrounds> = {
  name: 'after-the-accident',
  check: ({ accident, reportedAt }) =>
    isLater(momentOf(accident), reportedAt) ? accidentRefusals.REPORTED_BEFORE_ACCIDENT(accident) : undefined,
};

const suddenDeathIsADeath: Policy<StageOneGrounds> = {
  name: 'sudden-death-is-a-death',
  check: ({ accident, effect }) =>
    accident.kind === 'SUDDEN_DEATH' && effect !== 'DEATH'
      ? accidentRefusals.EFFECT_CONTRADICTS_KIND()
      : undefined,
};

const afterTheStatement: Policy<StageTwoGrounds> = {
  name: 'after-the-statement',
  check: ({ statement, reportedAt }) =>
    dateIn(reportedAt) < statement.statedOn
      ? accidentRefusals.REPORTED_BEFORE_STATEMENT(statement)
      : undefined,
};

/** In this order; the first refusal wins. Lateness is no reason to refuse. */
export const STAGE_ONE_POLICIES: readonly Policy<StageOneGrounds>[] = [
  notReportedInTheFuture,
  afterTheAccident,
  suddenDeathIsADeath,
];

/** In this order; the first refusal wins. Lateness is no reason to refuse. */
export const STAGE_TWO_POLICIES: readonly Policy<StageTwoGrounds>[] = [
  notReportedInTheFuture,
  afterTheStatement,
];
