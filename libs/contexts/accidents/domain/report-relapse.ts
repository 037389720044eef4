import {
  type CommandContext,
  type LocalDate,
  type Policy,
  Rejection,
  enforce,
  inSituation,
  opened,
} from '#kernel';
import { jkkExpiry } from '#law';
import type { AccidentEvent, Notifier } from './accident.events.js';
import { openAccident } from './accident.js';
import type { AccidentState, StageTwoReported, Stated } from './accident-state.js';
import type { RelapseGround } from './corrections.events.js';
import { accidentRefusals } from './refusals.js';

export interface ReportRelapseInput {
  readonly accidentId: string;
  readonly ground: RelapseGround;
  readonly reportedBy: Notifier;
  readonly causeStatedOn: LocalDate;
}

interface RelapseGrounds {
  readonly accident: StageTwoReported;
  readonly causeStatedOn: LocalDate;
  readonly today: LocalDate;
}

const theVictimLives: Policy<RelapseGrounds> = {
  name: 'the-victim-lives',
  check: ({ accident: { stageOne, statement } }) =>
    stageOne.effect === 'DEATH' || opened<Stated>(statement)?.condition === 'DEAD'
      ? accidentRefusals.CONDITION_CONTRADICTS_DEATH()
      : undefined,
};

const afterTheStatement: Policy<RelapseGrounds> = {
  name: 'after-the-statement',
  check: ({ accident: { statement }, causeStatedOn, today }) => {
    if (causeStatedOn > today) return accidentRefusals.STATED_IN_FUTURE({ today });
    return causeStatedOn < statement.statedOn ? accidentRefusals.STATEMENT_SUPERSEDED(statement) : undefined;
  },
};

/** Supplements come within the time of the right to the accident itself (reference 2.6, P-7). */
const whileTheRightLasts: Policy<RelapseGrounds> = {
  name: 'while-the-right-lasts',
  check: ({ accident: { occurredOn }, today }) => {
    const { lastDay } = jkkExpiry(occurredOn);
    return today > lastDay ? accidentRefusals.RIGHT_TO_ACCIDENT_LAPSED({ lastDay }) : undefined;
  },
};

/** In this order; the first refusal wins. */
const RELAPSE_POLICIES: readonly Policy<RelapseGrounds>[] = [
  theVictimLives,
  afterTheStatement,
  whileTheRightLasts,
];

/**
 * Takes notice that the same injury came back (kambuh), or left a higher disability than was stated. A doctor has stated the causal
 * link. Statement and stage II follow anew; days of incapacity go on where they stopped.
 * @throws Rejection as `openAccident` does, `STAGE_TWO_NOT_REPORTED`, or the code of the first relapse policy that objects
 */
export function reportRelapse(
  { accidentId, ground, reportedBy, causeStatedOn }: ReportRelapseInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = inSituation(openAccident(state), ['STAGE_II_REPORTED'], () =>
    accidentRefusals.STAGE_TWO_NOT_REPORTED(),
  );
  enforce(RELAPSE_POLICIES, { accident, causeStatedOn, today });
  const { participantId, healthErased } = accident;
  if (healthErased) throw new Rejection(accidentRefusals.STATEMENT_ERASED());
  return [
    {
      type: 'RelapseReported',
      data: { accidentId, participantId, ground, reportedBy, causeStatedOn, effectiveOn: today },
    },
  ];
}
