import { type CommandContext, type Policy, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn } from './claim.js';
import type { WaitEnd } from './left-to-people.events.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { movedPayBy } from './moved-pay-by.js';
import type { Basis } from './programme.js';
import { WAIT_TERMS } from './terms.js';
import { isStillTreated } from './treatment.js';

export interface EndWaitInput {
  readonly claimId: string;
  readonly how: WaitEnd;
  /** What was answered, in words, and what shows it; neither where nobody answered. */
  readonly answer?: string;
  readonly evidence?: string;
}

interface WaitGrounds extends Omit<EndWaitInput, 'claimId'> {
  readonly claim: ClaimIn<'WAITING'>;
  readonly today: CommandContext['today'];
  readonly basis: Basis;
}

const endsAsSuchWaitsDo: Policy<WaitGrounds> = {
  name: 'ends-as-such-waits-do',
  check({ claim: { awaited }, how }) {
    const { reason } = awaited;
    const { ends } = WAIT_TERMS[reason];
    return ends.includes(how) ? undefined : leftToPeopleRefusals.WAIT_ENDS_OTHERWISE({ reason, ends });
  },
};

/** A treatment ends by the report of the doctor, and not by what is said of it. */
const treatmentHasEnded: Policy<WaitGrounds> = {
  name: 'treatment-has-ended',
  check: ({ claim, how, basis }) =>
    claim.awaited.reason === 'TREATMENT' && how === 'ANSWERED' && isStillTreated(claim, basis)
      ? leftToPeopleRefusals.TREATMENT_GOES_ON()
      : undefined,
};

const wasWaitedFor: Policy<WaitGrounds> = {
  name: 'was-waited-for',
  check({ claim: { awaited }, how, today }) {
    const { until } = awaited;
    return how === 'GIVEN_UP' && today <= until
      ? leftToPeopleRefusals.ANSWER_MAY_STILL_COME({ until })
      : undefined;
  },
};

const anAnswerIsShown: Policy<WaitGrounds> = {
  name: 'an-answer-is-shown',
  check: ({ how, answer, evidence }) =>
    how !== 'GIVEN_UP' && (answer === undefined || evidence === undefined)
      ? leftToPeopleRefusals.ANSWER_MISSING()
      : undefined,
};

/** In this order; the first refusal wins. */
const WAIT_POLICIES: readonly Policy<WaitGrounds>[] = [
  endsAsSuchWaitsDo,
  treatmentHasEnded,
  wasWaitedFor,
  anAnswerIsShown,
];

/**
 * Records what was answered, or that nobody answered in the time for it (penantian berakhir). The service clock goes on, moved by the
 * working days of the wait, or by all its days where payment was late before.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or the code of the first policy that objects
 */
export function endWait(
  { claimId, how, answer, evidence }: EndWaitInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['WAITING']);
  const { participantId, awaited, payBy } = claim;
  enforce(WAIT_POLICIES, { claim, how, answer, evidence, today, basis });
  const { reason, since } = awaited;
  const said =
    answer !== undefined && evidence !== undefined && how !== 'GIVEN_UP'
      ? { [WAIT_TERMS[reason].ofHealth ? 'health' : 'person']: { words: answer, evidence } }
      : {};
  return [
    {
      type: 'WaitEnded',
      data: {
        claimId,
        participantId,
        enderId: actor.id,
        reason,
        how,
        payBy: movedPayBy(payBy, since, today),
        effectiveOn: today,
        ...said,
      },
    },
  ];
}
