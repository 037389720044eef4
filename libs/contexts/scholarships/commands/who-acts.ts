import { requireMayDecideBeside, requireNoInterest } from '#contexts/claims/facts';
import type { Permit } from '#runtime';
import type { ScholarshipState } from '../domain/scholarship.js';

const claimOf = (state: ScholarshipState): string | undefined =>
  state.situation === 'UNKNOWN' ? undefined : state.claimId;

/** A scholarship is worked on by nobody who has an interest in its claim. */
export const hasNoInterest: Permit<object, ScholarshipState> = (state, read, _input, context) =>
  requireNoInterest(read, claimOf(state), context);

/** Its years are decided where that claim was taken in. */
export const mayDecide: Permit<object, ScholarshipState> = (state, read, _input, context) =>
  requireMayDecideBeside(read, claimOf(state), context);
