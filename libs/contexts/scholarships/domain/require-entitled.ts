import { Rejection, assertNever } from '#kernel';
import type { Entitled, ScholarshipState } from './scholarship.js';

/** The scholarship while the right lasts. @throws Rejection `SCHOLARSHIP_NOT_FOUND`, `SCHOLARSHIP_ENDED` */
export function requireEntitled(state: ScholarshipState): Entitled {
  switch (state.situation) {
    case 'ENTITLED':
      return state;
    case 'UNKNOWN':
      throw new Rejection('SCHOLARSHIP_NOT_FOUND', 'No such scholarship was granted', {
        allowed: ['an approved claim grants its scholarships by itself'],
      });
    case 'ENDED':
      throw new Rejection('SCHOLARSHIP_ENDED', `The scholarship ended on ${state.endedOn}: ${state.reason}`);
    default:
      return assertNever(state, 'scholarship situation');
  }
}
