import { type LocalDate, type Policy, addYears, localDate } from '#kernel';
import type { AskedStage } from '../project.js';
import { projectRefusals } from '../refusals.js';

/** What the rules of a contract look at. */
export interface ContractGrounds {
  readonly contractedOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly stages: readonly AskedStage[];
  readonly today: LocalDate;
}

/** No contribution of an earlier contract can be computed (PP 44/2015). */
const FIRST_DAY = localDate('2015-07-01');

/** Nobody builds for longer; a later year is a slip of the pen. */
const MOST_YEARS = 20;

const contractedAlready: Policy<ContractGrounds> = {
  name: 'contracted-already',
  check: ({ contractedOn, today }) =>
    contractedOn > today ? projectRefusals.CONTRACT_IN_FUTURE({ today }) : undefined,
};

const withinTheLaw: Policy<ContractGrounds> = {
  name: 'within-the-law',
  check: ({ contractedOn }) =>
    contractedOn < FIRST_DAY ? projectRefusals.CONTRACT_BEFORE_THE_LAW({ from: FIRST_DAY }) : undefined,
};

const beginsBeforeItEnds: Policy<ContractGrounds> = {
  name: 'begins-before-it-ends',
  check: ({ startsOn, endsOn }) =>
    endsOn < startsOn ? projectRefusals.PROJECT_ENDS_BEFORE_IT_BEGINS() : undefined,
};

const notBeforeTheContract: Policy<ContractGrounds> = {
  name: 'not-before-the-contract',
  check: ({ contractedOn, startsOn }) =>
    startsOn < contractedOn ? projectRefusals.WORK_BEFORE_CONTRACT({ contractedOn }) : undefined,
};

const ofBoundedLength: Policy<ContractGrounds> = {
  name: 'of-bounded-length',
  check: ({ startsOn, endsOn }) =>
    endsOn > addYears(startsOn, MOST_YEARS)
      ? projectRefusals.PROJECT_TOO_LONG({ years: MOST_YEARS })
      : undefined,
};

const stagesMakeTheWhole: Policy<ContractGrounds> = {
  name: 'stages-make-the-whole',
  check: ({ stages }) =>
    stages.reduce((sum, { percent }) => sum + percent, 0) === 100
      ? undefined
      : projectRefusals.STAGES_NOT_WHOLE(),
};

const stagesInOrder: Policy<ContractGrounds> = {
  name: 'stages-in-order',
  check: ({ stages, endsOn }) =>
    stages.some(({ dueOn }, index) => dueOn > endsOn || dueOn < (stages[index - 1] ?? { dueOn }).dueOn)
      ? projectRefusals.STAGES_OUT_OF_ORDER({ endsOn })
      : undefined,
};

/** In this order; the first refusal wins. */
export const CONTRACT_POLICIES: readonly Policy<ContractGrounds>[] = [
  contractedAlready,
  withinTheLaw,
  beginsBeforeItEnds,
  notBeforeTheContract,
  ofBoundedLength,
  stagesMakeTheWhole,
  stagesInOrder,
];
