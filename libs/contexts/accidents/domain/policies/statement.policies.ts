import { assess } from '#law';
import { type LocalDate, type Policy, Rejection } from '#kernel';
import type { Findings } from '../accident.events.js';
import type { UnderWay } from '../accident.js';

/** What the rules about a doctor's statement look at. Their words never repeat what the doctor found. */
export interface StatementFacts {
  readonly accident: UnderWay;
  readonly findings: Findings;
  readonly statedOn: LocalDate;
  readonly today: LocalDate;
}

const notInTheFuture: Policy<StatementFacts> = {
  name: 'not-in-the-future',
  check: ({ statedOn, today }) =>
    statedOn > today
      ? { code: 'STATED_IN_FUTURE', detail: `A statement cannot be of a day after today, ${today}` }
      : undefined,
};

const notBeforeTheAccident: Policy<StatementFacts> = {
  name: 'not-before-the-accident',
  check: ({ statedOn, accident }) =>
    statedOn < accident.occurredOn
      ? { code: 'STATED_BEFORE_ACCIDENT', detail: `The accident happened on ${accident.occurredOn}` }
      : undefined,
};

const notBeforeAnEarlierStatement: Policy<StatementFacts> = {
  name: 'not-before-an-earlier-statement',
  check: ({ statedOn, accident: { statement } }) =>
    statement && statedOn < statement.statedOn
      ? {
          code: 'STATEMENT_SUPERSEDED',
          detail: `A newer statement is of ${statement.statedOn}`,
          allowed: [`statedOn ${statement.statedOn} or later`],
        }
      : undefined,
};

const finalAfterAllCareBegan: Policy<StatementFacts> = {
  name: 'final-after-all-care-began',
  check: ({ statedOn, findings, accident: { care } }) => {
    const later = care.find(({ admittedOn }) => admittedOn > statedOn);
    return findings.condition !== 'UNDER_TREATMENT' && later
      ? { code: 'STATED_BEFORE_CARE', detail: `Care is recorded that began later, on ${later.admittedOn}` }
      : undefined;
  },
};

const theDeadStayDead: Policy<StatementFacts> = {
  name: 'the-dead-stay-dead',
  check: ({ findings, accident: { stageOne, statement } }) =>
    findings.condition !== 'DEAD' && (stageOne.effect === 'DEATH' || statement?.condition === 'DEAD')
      ? { code: 'CONDITION_CONTRADICTS_DEATH', detail: 'The death of the victim was reported before' }
      : undefined,
};

const deathHasItsDay: Policy<StatementFacts> = {
  name: 'death-has-its-day',
  check: ({ findings: { condition, diedOn }, statedOn, accident: { occurredOn } }) => {
    if (condition !== 'DEAD') {
      return diedOn === undefined
        ? undefined
        : { code: 'DEATH_DAY_UNEXPECTED', detail: 'diedOn is given for the condition DEAD only' };
    }
    return diedOn === undefined || diedOn < occurredOn || diedOn > statedOn
      ? {
          code: 'DEATH_DAY_MISSING',
          detail: `diedOn is needed, from ${occurredOn} to the day of the statement, ${statedOn}`,
        }
      : undefined;
  },
};

const partialNamesInjuries: Policy<StatementFacts> = {
  name: 'partial-names-injuries',
  check: ({ findings: { condition, injuries } }) => {
    const partial = condition === 'PARTIAL_ANATOMIC' || condition === 'PARTIAL_FUNCTIONAL';
    if (partial === injuries.length > 0) return undefined;
    return partial
      ? {
          code: 'INJURIES_MISSING',
          detail: 'A partial disability names its items of the disability table',
          article: 'PP 44/2015, Annex III',
        }
      : {
          code: 'INJURIES_UNEXPECTED',
          detail: 'Items of the disability table are given for a partial disability only',
          allowed: ['condition PARTIAL_ANATOMIC', 'condition PARTIAL_FUNCTIONAL', 'no injuries'],
        };
  },
};

const injuriesStandInTheTable: Policy<StatementFacts> = {
  name: 'injuries-stand-in-the-table',
  check: ({ findings: { injuries, dominantHand } }) => {
    for (const [index, injury] of injuries.entries()) {
      try {
        assess(injury, dominantHand);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        return {
          code: 'INJURY_NOT_ASSESSABLE',
          detail: `Injury ${index + 1} cannot be assessed by the disability table: ${error.code}`,
          article: 'PP 44/2015, Annex III',
        };
      }
    }
    return undefined;
  },
};

const incapacityIsAPeriod: Policy<StatementFacts> = {
  name: 'incapacity-is-a-period',
  check: ({ findings: { unableFrom, unableUntil } }) => {
    if (unableFrom === undefined && unableUntil === undefined) return undefined;
    return unableFrom === undefined || unableUntil === undefined || unableUntil < unableFrom
      ? {
          code: 'INCAPACITY_NOT_A_PERIOD',
          detail: 'unableFrom and unableUntil are given together, the first day first',
        }
      : undefined;
  },
};

const incapacityFollowsTheAccident: Policy<StatementFacts> = {
  name: 'incapacity-follows-the-accident',
  check: ({ findings: { unableFrom }, accident: { occurredOn } }) =>
    unableFrom !== undefined && unableFrom < occurredOn
      ? { code: 'INCAPACITY_BEFORE_ACCIDENT', detail: `The accident happened on ${occurredOn}` }
      : undefined,
};

const incapacityHasPassed: Policy<StatementFacts> = {
  name: 'incapacity-has-passed',
  check: ({ findings: { unableUntil }, statedOn }) =>
    unableUntil !== undefined && unableUntil > statedOn
      ? {
          code: 'INCAPACITY_AFTER_STATEMENT',
          detail: `A statement speaks of the incapacity up to its own day, ${statedOn}`,
        }
      : undefined,
};

/** In this order; the first refusal wins. */
export const STATEMENT_POLICIES: readonly Policy<StatementFacts>[] = [
  notInTheFuture,
  notBeforeTheAccident,
  notBeforeAnEarlierStatement,
  finalAfterAllCareBegan,
  theDeadStayDead,
  deathHasItsDay,
  partialNamesInjuries,
  injuriesStandInTheTable,
  incapacityIsAPeriod,
  incapacityFollowsTheAccident,
  incapacityHasPassed,
];
