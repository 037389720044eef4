import { type LocalDate, type Rupiah, assertNever, inSituation, stream } from '#kernel';
import { qualityRefusals } from './refusals.js';
import type { DecisionSampled, Deviation, FollowUp, ReviewResult, SampleEvent } from './sample.events.js';

/** What was drawn. */
type Common = Omit<DecisionSampled['data'], 'effectiveOn'>;

/** Somebody of another branch is to look at it. */
interface Drawn extends Common {
  readonly situation: 'DRAWN';
}

/** Somebody has. */
interface Found extends Common {
  readonly result: ReviewResult;
  readonly deviation?: { readonly side: Deviation; readonly amountIdr: Rupiah };
  readonly reference: string;
  readonly reviewerId: string;
  readonly reviewedOn: LocalDate;
  /** By when somebody says what follows; undefined where nothing does, or the claim is open again. */
  readonly followUpBy?: LocalDate;
}

interface Reviewed extends Found {
  readonly situation: 'REVIEWED';
}

/** Somebody has said what follows. */
interface FollowedUp extends Found {
  readonly situation: 'FOLLOWED_UP';
  readonly how: FollowUp;
}

export type KnownSample = Drawn | Reviewed | FollowedUp;

export type SampleState = { readonly situation: 'UNKNOWN' } | KnownSample;

export const SAMPLE_SITUATIONS = ['DRAWN', 'REVIEWED', 'FOLLOWED_UP'] as const;

/** Folds a `sample-<id>` stream. */
export const samples = stream<SampleState, SampleEvent>('sample', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    switch (event.type) {
      case 'DecisionSampled': {
        const { effectiveOn: _on, ...data } = event.data;
        return { situation: 'DRAWN', ...data };
      }
      case 'SampleReviewed': {
        if (state.situation === 'UNKNOWN') throw new Error('SampleReviewed before DecisionSampled');
        const { result, deviation, reference, reviewerId, followUpBy, effectiveOn: reviewedOn } = event.data;
        const found = { result, ...(deviation && { deviation }), reference, reviewerId, reviewedOn };
        return { ...state, ...found, ...(followUpBy && { followUpBy }), situation: 'REVIEWED' };
      }
      case 'SampleFollowedUp':
        if (state.situation !== 'REVIEWED') throw new Error('SampleFollowedUp before SampleReviewed');
        return { ...state, situation: 'FOLLOWED_UP', how: event.data.how };
      default:
        return assertNever(event, 'sample event');
    }
  },
});

/** @throws Rejection `SAMPLE_NOT_FOUND` */
export const knownSample = (state: SampleState): KnownSample =>
  inSituation(state, SAMPLE_SITUATIONS, () => qualityRefusals.SAMPLE_NOT_FOUND());
