import { type Reading, eventIdOf, view } from '#kernel';
import { isRightRevoked } from '#contexts/claims/facts';
import { childrenEverNamed } from '#contexts/participants/facts';
import type { ScholarshipEvent } from './domain/scholarship.events.js';
import { scholarshipIdOf, scholarships } from './domain/scholarship.js';

/** What other contexts may know of scholarships: who was granted one, which year was approved, and where it is paid. */
export type {
  ScholarshipEvent,
  ScholarshipEvidenceSubmitted,
  ScholarshipGranted,
  ScholarshipYearApproved,
  ScholarshipYearDenied,
} from './domain/scholarship.events.js';

export { type ScholarshipState, scholarshipIdOf, scholarships, yearOf } from './domain/scholarship.js';
export { yearInputs } from './domain/year-inputs.js';
export { handsToldOfScholarships } from './domain/hands-told.js';
export { evidenceSteps, yearSteps } from './domain/scholarship-steps.js';

/** The claim from which a scholarship follows; undefined where there is none. */
export async function claimOfScholarship(read: Reading, scholarshipId: string): Promise<string | undefined> {
  const scholarship = await read.state(scholarships, scholarshipId);
  return scholarship.situation === 'UNKNOWN' ? undefined : scholarship.claimId;
}

/** Whether the death was taken back from which a scholarship follows. */
export async function isScholarshipRevoked(read: Reading, scholarshipId: string): Promise<boolean> {
  const scholarship = await read.state(scholarships, scholarshipId);
  return scholarship.situation !== 'UNKNOWN' && (await isRightRevoked(read, scholarship));
}

/** Subjects of those who do not pay the school years of a scholarship. */
export interface HandsOnYears {
  readonly deciderIds: readonly string[];
  readonly accountGiverIds: readonly string[];
}

const hands = view<HandsOnYears, ScholarshipEvent>(scholarships, {
  initial: { deciderIds: [], accountGiverIds: [] },
  evolve(state, { type, data }) {
    if (type === 'ScholarshipYearApproved')
      return { ...state, deciderIds: [...state.deciderIds, data.approverId] };
    if (type === 'ScholarshipEvidenceSubmitted')
      return { ...state, accountGiverIds: [...state.accountGiverIds, data.submittedBy] };
    return state;
  },
});

/** Who has approved school years of a scholarship, or taken their evidence and the account with it: neither pays it (reference 6.2). */
export const handsOnYears = (read: Reading, scholarshipId: string): Promise<HandsOnYears> =>
  read.state(hands, scholarshipId);

/** What pays a school year: the event that approved it, and who gets it. */
export interface YearPayment {
  readonly eventId: string;
  readonly payee: string;
}

const yearsPaid = view<readonly YearPayment[], ScholarshipEvent>(scholarships, {
  initial: [],
  evolve(paid, event) {
    const eventId = eventIdOf(event);
    return event.type === 'ScholarshipYearApproved' && eventId !== undefined
      ? [...paid, { eventId, payee: event.data.payee }]
      : paid;
  },
});

/** The school years that were approved for the children of a participant, whatever became of their payments. */
export async function yearsPaidAfter(read: Reading, participantId: string): Promise<readonly YearPayment[]> {
  const children = await childrenEverNamed(read, participantId);
  return (await Promise.all(children.map((one) => read.state(yearsPaid, scholarshipIdOf(one))))).flat();
}
