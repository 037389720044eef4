import {
  type CommandContext,
  type Period,
  type Policy,
  Rejection,
  type Rupiah,
  addDays,
  enforce,
} from '#kernel';
import type { Decision } from './draw.js';
import { qualityRefusals } from './refusals.js';
import type { Deviation, ReviewResult, SampleEvent, Stratum } from './sample.events.js';
import { type KnownSample, type SampleState, knownSample } from './sample.js';

/** So many days after the draw a decision is reviewed (a convention of the house). */
const REVIEWED_WITHIN_DAYS = 30;

/** So many days after the review somebody says what follows from it (a convention of the house). */
const FOLLOWED_UP_WITHIN_DAYS = 30;

/** What counts as wrong: the money, or the person. */
export const WRONG: readonly ReviewResult[] = ['MONEY', 'WRONG_PERSON'];

export const isWrong = (result: ReviewResult): boolean => WRONG.includes(result);

export interface SampleDecisionInput {
  readonly sampleId: string;
  readonly month: Period;
  readonly decision: Decision;
  readonly stratum: Stratum;
  readonly reviewerOffice?: string;
}

/** Records that a decision was drawn, once. */
export function sampleDecision(
  { sampleId, month, decision, stratum, reviewerOffice }: SampleDecisionInput,
  state: SampleState,
  { today }: CommandContext,
): readonly SampleEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  const { decisionId, claimId, subject, participantId, kind, amountIdr, decidedOn, office, ...by } = decision;
  const { deciderId, handIds } = by;
  return [
    {
      type: 'DecisionSampled',
      data: {
        sampleId,
        month,
        ...(claimId !== undefined && { claimId }),
        ...(subject && { subject }),
        participantId,
        decisionId,
        decision: kind,
        stratum,
        amountIdr,
        decidedOn,
        office,
        deciderId,
        handIds,
        ...(reviewerOffice !== undefined && { reviewerOffice }),
        reviewBy: addDays(today, REVIEWED_WITHIN_DAYS),
        effectiveOn: today,
      },
    },
  ];
}

export interface ReviewSampleInput {
  readonly sampleId: string;
  readonly result: ReviewResult;
  readonly side?: Deviation;
  readonly amountIdr?: Rupiah;
  /** Number of the sheet on which it is reasoned. */
  readonly reference: string;
}

/** Subjects of those who have said that they have an interest in the claim. */
export interface ReviewFacts {
  readonly interestedIds: readonly string[];
}

interface ReviewGrounds extends ReviewFacts {
  readonly sample: KnownSample;
  readonly reviewer: CommandContext['actor'];
  readonly input: ReviewSampleInput;
}

const byAnotherBranch: Policy<ReviewGrounds> = {
  name: 'by-another-branch',
  check: ({ sample, reviewer }) =>
    reviewer.office === sample.office ? qualityRefusals.REVIEWED_BY_ITS_BRANCH() : undefined,
};

const notByWhoeverHadAHand: Policy<ReviewGrounds> = {
  name: 'not-by-whoever-had-a-hand',
  check: ({ sample: { deciderId, handIds }, reviewer: { id }, interestedIds }) =>
    [deciderId, ...handIds, ...interestedIds].includes(id)
      ? qualityRefusals.REVIEWER_HAD_A_HAND()
      : undefined,
};

const moneyHasASum: Policy<ReviewGrounds> = {
  name: 'money-has-a-sum',
  check: ({ input: { result, side, amountIdr } }) =>
    (result === 'MONEY') === (side !== undefined) && (result === 'MONEY') === (amountIdr !== undefined)
      ? undefined
      : qualityRefusals.DEVIATION_OF_MONEY(),
};

/** In this order; the first refusal wins. */
const REVIEW_POLICIES: readonly Policy<ReviewGrounds>[] = [
  byAnotherBranch,
  notByWhoeverHadAHand,
  moneyHasASum,
];

/**
 * Records what somebody of another branch finds who looks at a decision again (hasil uji petik, reference 6.3). Where the money or the
 * person is wrong the claim is opened again; what cannot be is followed up by a person.
 * @throws Rejection `SAMPLE_NOT_FOUND`, `SAMPLE_REVIEWED`, or the code of the first policy that objects
 */
export function reviewSample(
  input: ReviewSampleInput,
  state: SampleState,
  { actor, today }: CommandContext,
  facts: ReviewFacts,
): readonly SampleEvent[] {
  const sample = knownSample(state);
  enforce(REVIEW_POLICIES, { sample, reviewer: actor, input, ...facts });
  if (sample.situation !== 'DRAWN') throw new Rejection(qualityRefusals.SAMPLE_REVIEWED());
  const { sampleId, claimId, subject, participantId } = sample;
  const { result, side, amountIdr, reference } = input;
  const isFollowedUp = subject && isWrong(result);
  return [
    {
      type: 'SampleReviewed',
      data: {
        sampleId,
        ...(claimId !== undefined && { claimId }),
        ...(subject && { subject }),
        participantId,
        result,
        ...(side !== undefined && amountIdr !== undefined && { deviation: { side, amountIdr } }),
        reference,
        reviewerId: actor.id,
        ...(isFollowedUp && { followUpBy: addDays(today, FOLLOWED_UP_WITHIN_DAYS) }),
        effectiveOn: today,
      },
    },
  ];
}
