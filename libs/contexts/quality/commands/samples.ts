import { claimOfAccident, requireNoInterest, standingOfClaim } from '#contexts/claims/facts';
import { claimOfScholarship } from '#contexts/scholarships/facts';
import { mayDecideAt } from '#contexts/staff/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type ReviewFacts, reviewSample, sampleDecision } from '../domain/review-sample.js';
import { type FollowUpFacts, followUpSample } from '../domain/follow-up-sample.js';
import { claimOfSample } from '../domain/sample-steps.js';
import { type SampleState, samples } from '../domain/sample.js';

/** Only the round of the month sends it. */
export const SampleDecision = command('SampleDecision', samples, 'sampleId', sampleDecision);

export const ReviewSample = command('ReviewSample', samples, 'sampleId', reviewSample, {
  async facts(state: SampleState, read: Reading): Promise<ReviewFacts> {
    const claimId = await claimOf(state, read);
    return {
      interestedIds:
        claimId === undefined ? [] : (await standingOfClaim(read, claimId, accidentOf(state))).interestedIds,
    };
  },
});

export const FollowUpSample = command('FollowUpSample', samples, 'sampleId', followUpSample, {
  permit: async (state, read, _input, context) =>
    requireNoInterest(read, await claimOf(state, read), context, accidentOf(state)),
  facts: async (state, read, _input, { actor, today }): Promise<FollowUpFacts> => ({
    isTheirOffice:
      state.situation === 'UNKNOWN' || (await mayDecideAt(read, actor, { office: state.office, day: today })),
  }),
});

/** The accident of an invoice, whose claim there may not be yet. */
const accidentOf = (state: SampleState): string | undefined =>
  state.situation === 'UNKNOWN' ? undefined : claimOfSample(state).accidentId;

/** The claim whose interests keep somebody from a sample. */
async function claimOf(state: SampleState, read: Reading): Promise<string | undefined> {
  if (state.situation === 'UNKNOWN') return undefined;
  const { claimId, accidentId, scholarshipId } = claimOfSample(state);
  if (accidentId !== undefined) return claimOfAccident(accidentId);
  return scholarshipId === undefined ? claimId : claimOfScholarship(read, scholarshipId);
}
