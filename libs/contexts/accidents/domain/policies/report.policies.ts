import { type Instant, type Policy, dateIn } from '#kernel';
import type { Effect } from '../accident.events.js';
import type { FinalStatement, NoticeReceived } from '../accident.js';
import { momentOf } from '../deadlines.js';

/** What the rules about stage I look at. */
export interface StageOneFacts {
  readonly accident: NoticeReceived;
  readonly effect: Effect;
  readonly reportedAt: Instant;
  readonly now: Instant;
}

/** What the rules about stage II look at. */
export interface StageTwoFacts {
  readonly statement: FinalStatement;
  readonly reportedAt: Instant;
  readonly now: Instant;
}

const notReportedInTheFuture: Policy<{ readonly reportedAt: Instant; readonly now: Instant }> = {
  name: 'not-reported-in-the-future',
  check: ({ reportedAt, now }) =>
    reportedAt > now
      ? { code: 'REPORTED_IN_FUTURE', detail: `A report cannot have come in after now, ${now}` }
      : undefined,
};

const afterTheAccident: Policy<StageOneFacts> = {
  name: 'after-the-accident',
  check: ({ accident, reportedAt }) =>
    reportedAt < momentOf(accident)
      ? {
          code: 'REPORTED_BEFORE_ACCIDENT',
          detail: `The accident happened on ${accident.occurredOn} at ${accident.occurredAt}`,
        }
      : undefined,
};

const suddenDeathIsADeath: Policy<StageOneFacts> = {
  name: 'sudden-death-is-a-death',
  check: ({ accident, effect }) =>
    accident.kind === 'SUDDEN_DEATH' && effect !== 'DEATH'
      ? {
          code: 'EFFECT_CONTRADICTS_KIND',
          detail: 'The notice is of a sudden death; its effect is a death',
          article: 'Permenaker 5/2021',
          allowed: ['effect DEATH'],
        }
      : undefined,
};

const afterTheStatement: Policy<StageTwoFacts> = {
  name: 'after-the-statement',
  check: ({ statement, reportedAt }) =>
    dateIn(reportedAt) < statement.statedOn
      ? {
          code: 'REPORTED_BEFORE_STATEMENT',
          detail: `The doctor's statement is of ${statement.statedOn}; stage II follows it`,
        }
      : undefined,
};

/** In this order; the first refusal wins. Lateness is no reason to refuse. */
export const STAGE_ONE_POLICIES: readonly Policy<StageOneFacts>[] = [
  notReportedInTheFuture,
  afterTheAccident,
  suddenDeathIsADeath,
];

/** In this order; the first refusal wins. Lateness is no reason to refuse. */
export const STAGE_TWO_POLICIES: readonly Policy<StageTwoFacts>[] = [
  notReportedInTheFuture,
  afterTheStatement,
];
