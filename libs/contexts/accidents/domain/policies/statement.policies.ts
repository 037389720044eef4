import { assess, contradictionAmong } from '#law';
import { type LocalDate, type Policy, Rejection, opened } from '#kernel';
import type { Findings } from '../statement.events.js';
import type { Stated, UnderWay } from '../accident-state.js';
import { accidentRefusals } from '../refusals.js';

/** What the rules about a doctor's statement look at. Their words never repeat what the doctor found. */
export interface StatementGrounds {
  readonly accident: UnderWay;
  readonly findings: Findings;
  readonly statedOn: LocalDate;
  readonly today: LocalDate;
}

const notInTheFuture: Policy<StatementGrounds> = {
  name: 'not-in-the-future',
  check: ({ statedOn, today }) =>
    statedOn > today ? accidentRefusals.STATED_IN_FUTURE({ today }) : undefined,
};

const notBeforeTheAccident: Policy<StatementGrounds> = {
  name: 'not-before-the-accident',
  check: ({ statedOn, accident }) =>
    statedOn < accident.occurredOn ? accidentRefusals.STATED_BEFORE_ACCIDENT(accident) : undefined,
};

const notBeforeAnEarlierStatement: Policy<StatementGrounds> = {
  name: 'not-before-an-earlier-statement',
  check: ({ statedOn, accident: { statement } }) =>
    statement && statedOn < statement.statedOn ? accidentRefusals.STATEMENT_SUPERSEDED(statement) : undefined,
};

const finalAfterAllCareBegan: Policy<StatementGrounds> = {
  name: 'final-after-all-care-began',
  check: ({ statedOn, findings, accident: { care } }) => {
    const later = care.find(({ admittedOn }) => admittedOn > statedOn);
    return findings.condition !== 'UNDER_TREATMENT' && later
      ? accidentRefusals.STATED_BEFORE_CARE(later)
      : undefined;
  },
};

const theDeadStayDead: Policy<StatementGrounds> = {
  name: 'the-dead-stay-dead',
  check: ({ findings, accident: { stageOne, statement } }) =>
    findings.condition !== 'DEAD' &&
    (stageOne.effect === 'DEATH' || opened<Stated>(statement)?.condition === 'DEAD')
      ? accidentRefusals.CONDITION_CONTRADICTS_DEATH()
      : undefined,
};

const deathHasItsDay: Policy<StatementGrounds> = {
  name: 'death-has-its-day',
  check: ({ findings: { condition, diedOn }, statedOn, accident: { occurredOn } }) => {
    if (condition !== 'DEAD') {
      return diedOn === undefined ? undefined : accidentRefusals.DEATH_DAY_UNEXPECTED();
    }
    return diedOn === undefined || diedOn < occurredOn || diedOn > statedOn
      ? accidentRefusals.DEATH_DAY_MISSING({ occurredOn, statedOn })
      : undefined;
  },
};

const partialNamesInjuries: Policy<StatementGrounds> = {
  name: 'partial-names-injuries',
  check: ({ findings: { condition, injuries } }) => {
    const partial = condition === 'PARTIAL_ANATOMIC' || condition === 'PARTIAL_FUNCTIONAL';
    if (partial === injuries.length > 0) return undefined;
    return partial ? accidentRefusals.INJURIES_MISSING() : accidentRefusals.INJURIES_UNEXPECTED();
  },
};

const injuriesStandInTheTable: Policy<StatementGrounds> = {
  name: 'injuries-stand-in-the-table',
  check: ({ findings: { injuries, dominantHand } }) => {
    for (const [index, injury] of injuries.entries()) {
      try {
        assess(injury, dominantHand);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        return accidentRefusals.INJURY_NOT_ASSESSABLE({ nth: index + 1, why: error.code });
      }
    }
    return undefined;
  },
};

const injuriesFitOneBody: Policy<StatementGrounds> = {
  name: 'injuries-fit-one-body',
  check: ({ findings: { injuries } }) => {
    const contradiction = contradictionAmong(injuries);
    return contradiction
      ? accidentRefusals.INJURY_NOT_ASSESSABLE({ nth: contradiction.at + 1, why: 'CONTRADICTION' })
      : undefined;
  },
};

const incapacityIsAPeriod: Policy<StatementGrounds> = {
  name: 'incapacity-is-a-period',
  check: ({ findings: { unableFrom, unableUntil } }) => {
    if (unableFrom === undefined && unableUntil === undefined) return undefined;
    return unableFrom === undefined || unableUntil === undefined || unableUntil < unableFrom
      ? accidentRefusals.INCAPACITY_NOT_A_PERIOD()
      : undefined;
  },
};

const incapacityFollowsTheAccident: Policy<StatementGrounds> = {
  name: 'incapacity-follows-the-accident',
  check: ({ findings: { unableFrom }, accident: { occurredOn } }) =>
    unableFrom !== undefined && unableFrom < occurredOn
      ? accidentRefusals.INCAPACITY_BEFORE_ACCIDENT({ occurredOn })
      : undefined,
};

/** Days of before the injury came back are counted already. */
const noDayOfIncapacityTwice: Policy<StatementGrounds> = {
  name: 'no-day-of-incapacity-twice',
  check: ({ findings: { unableFrom }, accident: { earlier } }) =>
    unableFrom !== undefined && earlier?.unableUntil !== undefined && unableFrom <= earlier.unableUntil
      ? accidentRefusals.INCAPACITY_COUNTED_BEFORE({ unableUntil: earlier.unableUntil })
      : undefined,
};

const incapacityHasPassed: Policy<StatementGrounds> = {
  name: 'incapacity-has-passed',
  check: ({ findings: { unableUntil }, statedOn }) =>
    unableUntil !== undefined && unableUntil > statedOn
      ? accidentRefusals.INCAPACITY_AFTER_STATEMENT({ statedOn })
      : undefined,
};

/** In this order; the first refusal wins. */
export const STATEMENT_POLICIES: readonly Policy<StatementGrounds>[] = [
  notInTheFuture,
  notBeforeTheAccident,
  notBeforeAnEarlierStatement,
  finalAfterAllCareBegan,
  theDeadStayDead,
  deathHasItsDay,
  partialNamesInjuries,
  injuriesStandInTheTable,
  injuriesFitOneBody,
  incapacityIsAPeriod,
  incapacityFollowsTheAccident,
  noDayOfIncapacityTwice,
  incapacityHasPassed,
];
