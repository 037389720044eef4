import { type CommandContext, type Policy, Rejection, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn } from './claim.js';
import type { Awaited, PaymentsStop } from './claim-state.js';
import type { WaitEnd, WaitReason } from './left-to-people.events.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { movedPayBy } from './moved-pay-by.js';
import type { Basis } from './programme.js';
import { WAIT_TERMS } from './terms.js';
import { answerAwaited, isStillTreated } from './treatment.js';

export interface EndWaitInput {
  readonly claimId: string;
  /** For what it waited, where it is two things; otherwise what stops its payments goes first. */
  readonly reason?: WaitReason;
  readonly how: WaitEnd;
  /** What was answered, in words, and what shows it; neither where nobody answered. */
  readonly answer?: string;
  readonly evidence?: string;
}

/** What stops the payments of these leaves them where they stand. */
const STOPPED_IN = ['INCOMPLETE', 'HELD', 'APPROVED'] as const;

interface WaitGrounds extends Omit<EndWaitInput, 'claimId' | 'reason'> {
  readonly claim: ClaimIn<'WAITING' | (typeof STOPPED_IN)[number]>;
  readonly awaited: Awaited | PaymentsStop;
  readonly enderId: string;
  readonly today: CommandContext['today'];
  readonly basis: Basis;
}

const endsAsSuchWaitsDo: Policy<WaitGrounds> = {
  name: 'ends-as-such-waits-do',
  check({ awaited, how }) {
    const { reason } = awaited;
    const { ends } = WAIT_TERMS[reason];
    return ends.includes(how) ? undefined : leftToPeopleRefusals.WAIT_ENDS_OTHERWISE({ reason, ends });
  },
};

/** A treatment ends by the report of the doctor, and not by what is said of it. */
const treatmentHasEnded: Policy<WaitGrounds> = {
  name: 'treatment-has-ended',
  check: ({ claim, awaited, how, basis }) =>
    awaited.reason === 'TREATMENT' &&
    how === 'ANSWERED' &&
    claim.situation === 'WAITING' &&
    isStillTreated(claim, basis)
      ? leftToPeopleRefusals.TREATMENT_GOES_ON()
      : undefined,
};

const wasWaitedFor: Policy<WaitGrounds> = {
  name: 'was-waited-for',
  check({ awaited, how, today }) {
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

/** Two persons together release what is stopped (reference 2, 6.2). */
const byAnotherThanAsked: Policy<WaitGrounds> = {
  name: 'by-another-than-asked',
  check: ({ awaited, enderId }) =>
    'askerId' in awaited && awaited.askerId === enderId
      ? leftToPeopleRefusals.ASKER_CANNOT_RELEASE()
      : undefined,
};

/** In this order; the first refusal wins. */
const WAIT_POLICIES: readonly Policy<WaitGrounds>[] = [
  endsAsSuchWaitsDo,
  treatmentHasEnded,
  wasWaitedFor,
  anAnswerIsShown,
  byAnotherThanAsked,
];

/**
 * Records what was answered, or that nobody answered in the time for it (penantian berakhir). The service clock goes on, moved by the
 * working days of the wait, or by all its days where payment was late before; where something else stops its payments, the claim waits for
 * that then. What only stopped payments leaves the claim where it stands, and is ended by another than who asked.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `NOTHING_LIKE_THAT_AWAITED`, or the code of the first policy that objects
 */
export function endWait(
  { claimId, reason, how, answer, evidence }: EndWaitInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = waitingIn(state);
  const { today, actor } = context;
  const { awaited, movesOn } = answered(claim, reason);
  enforce(WAIT_POLICIES, { claim, awaited, enderId: actor.id, how, answer, evidence, today, basis });
  const { participantId } = claim;
  const words =
    answer !== undefined && evidence !== undefined && how !== 'GIVEN_UP'
      ? { words: answer, evidence }
      : undefined;
  const ended = { claimId, participantId, enderId: actor.id, how, effectiveOn: today };
  if (!movesOn) {
    const person = words && { person: words };
    return [{ type: 'PaymentsResumed', data: { ...ended, reason: awaited.reason, ...person } }];
  }
  const payBy = movedPayBy(movesOn.payBy, awaited.since, today);
  const said = words && { [WAIT_TERMS[awaited.reason].ofHealth ? 'health' : 'person']: words };
  return [
    { type: 'WaitEnded', data: { ...ended, reason: awaited.reason, payBy, ...said } },
    ...answerAwaited(claim, context),
  ];
}

/** One that waits, or of which only the payments do. */
function waitingIn(state: ClaimState): WaitGrounds['claim'] {
  return 'stop' in state && state.stop
    ? claimIn(state, ['WAITING', ...STOPPED_IN])
    : claimIn(state, ['WAITING']);
}

type Answered =
  | { readonly awaited: PaymentsStop; readonly movesOn?: undefined }
  | { readonly awaited: Awaited; readonly movesOn: ClaimIn<'WAITING'> };

/** Which of what it waits for was answered, and the claim where that lets it go on. @throws Rejection `NOTHING_LIKE_THAT_AWAITED` */
function answered(claim: WaitGrounds['claim'], reason: WaitReason | undefined): Answered {
  const isMeant = (one: Awaited): boolean => reason === undefined || reason === one.reason;
  const { stop } = claim;
  if (stop && isMeant(stop)) return { awaited: stop };
  const main = claim.situation === 'WAITING' ? claim : undefined;
  if (main && isMeant(main.awaited)) return { awaited: main.awaited, movesOn: main };
  if (reason === undefined) throw new Error('An answer to a claim that waits for nothing');
  const awaited = [stop, main?.awaited].flatMap((one) => (one ? [one.reason] : []));
  throw new Rejection(leftToPeopleRefusals.NOTHING_LIKE_THAT_AWAITED({ reason, awaited }));
}
