import { barredFromClaim } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type ReviewFacts, reviewSample, sampleDecision } from '../domain/review-sample.js';
import { followUpSample } from '../domain/follow-up-sample.js';
import { type SampleState, samples } from '../domain/sample.js';

/** Only the round of the month sends it. */
export const SampleDecision = command('SampleDecision', samples, 'sampleId', sampleDecision);

export const ReviewSample = command('ReviewSample', samples, 'sampleId', reviewSample, {
  facts: async (state: SampleState, read: Reading, _input, { today }): Promise<ReviewFacts> => ({
    interestedIds:
      state.situation === 'UNKNOWN' || state.claimId === undefined
        ? []
        : await barredFromClaim(read, state.claimId, { isDecided: false, today }),
  }),
});

export const FollowUpSample = command('FollowUpSample', samples, 'sampleId', followUpSample);
