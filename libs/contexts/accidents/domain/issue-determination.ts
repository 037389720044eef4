import type { Conclusion } from '#law';
import { type CommandContext, type LocalDate, type Policy, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { reportedAccident } from './accident.js';
import type { AccidentState, Known } from './accident-state.js';
import type { Authority } from './determination.events.js';
import { type Determination, prevails } from './determined.js';
import { accidentRefusals } from './refusals.js';

export interface IssueDeterminationInput {
  readonly accidentId: string;
  readonly by: Authority;
  readonly conclusion: Conclusion;
  /** Today when left out. */
  readonly issuedOn?: LocalDate;
  /** Number of the paper. */
  readonly number: string;
  readonly reason: string;
}

/** What was determined before, also what does not hold. */
export interface DeterminationFacts {
  readonly known: readonly Determination[];
}

interface DeterminationGrounds {
  readonly accident: Pick<Known, 'occurredOn'>;
  readonly issuedOn: LocalDate;
  readonly today: LocalDate;
}

const notInTheFuture: Policy<DeterminationGrounds> = {
  name: 'not-in-the-future',
  check: ({ issuedOn, today }) =>
    issuedOn > today ? accidentRefusals.DETERMINED_IN_FUTURE({ today }) : undefined,
};

const notBeforeTheAccident: Policy<DeterminationGrounds> = {
  name: 'not-before-the-accident',
  check: ({ issuedOn, accident }) =>
    issuedOn < accident.occurredOn ? accidentRefusals.DETERMINED_BEFORE_ACCIDENT(accident) : undefined,
};

/** In this order; the first refusal wins. */
const DETERMINATION_POLICIES: readonly Policy<DeterminationGrounds>[] = [
  notInTheFuture,
  notBeforeTheAccident,
];

/**
 * Records what an inspector, the Minister or a court determined (penetapan), before or after BPJS concluded. It needs none of the
 * evidence that a conclusion needs: whoever determines has weighed it. The highest authority holds, not the latest day; an accident
 * that was none goes on where its care had got to. The same once more changes nothing.
 * @throws Rejection as `reportedAccident` does, `DETERMINED_IN_FUTURE`, `DETERMINED_BEFORE_ACCIDENT`
 */
export function issueDetermination(
  { accidentId, by, conclusion, number, reason, ...input }: IssueDeterminationInput,
  state: AccidentState,
  { today, actor }: CommandContext,
  { known }: DeterminationFacts,
): readonly AccidentEvent[] {
  const accident = reportedAccident(state);
  const { issuedOn = today } = input;
  enforce(DETERMINATION_POLICIES, { accident, issuedOn, today });
  const { determination, participantId, erased } = accident;
  const isSame = (one: Determination) =>
    one.by === by && one.conclusion === conclusion && one.issuedOn === issuedOn;
  if (known.some(isSame)) return [];
  return [
    {
      type: 'DeterminationIssued',
      data: {
        accidentId,
        participantId,
        by,
        conclusion,
        issuedOn,
        prevails: prevails({ by, issuedOn }, determination),
        recorderId: actor.id,
        effectiveOn: today,
        ...(!erased && { person: { number, reason } }),
      },
    },
  ];
}
