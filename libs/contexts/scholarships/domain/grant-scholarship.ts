import { type LocalDate, Rejection } from '#kernel';
import {
  type SchoolStanding,
  calculateScholarshipProjection,
  remainingSchoolYears,
  scholarshipChildren,
} from '#law';
import { componentOf } from './component-of.js';
import { scholarshipRefusals } from './refusals.js';
import type { ScholarshipEvent } from './scholarship.events.js';
import type { EntitlingEvent, ScholarshipByClaim } from './entitling-event.js';
import {
  type Ended,
  type Entitled,
  type ScholarshipState,
  isForSameLoss,
  openedWith,
} from './scholarship.js';

/** What is granted; the identity of the scholarship follows from it. */
export type ScholarshipGrant = Omit<GrantScholarshipInput, 'scholarshipId'>;

export interface GrantScholarshipInput {
  readonly scholarshipId: string;
  readonly claimId: string;
  readonly participantId: string;
  readonly childId: string;
  /** Place of the child in the order of registration, from 1. */
  readonly place: number;
  /** Day of the death or of the total disability. */
  readonly eventDate: LocalDate;
  /** Where the child stood at school; absent below school age. */
  readonly school?: SchoolStanding;
  /** The day on which `school` was true. */
  readonly asOf: LocalDate;
  readonly grantedOn: LocalDate;
}

/** What its claim says of a child, and whether what that rests on stands. */
export type ClaimOfChild = ScholarshipByClaim & EntitlingEvent;

/**
 * Gives a child the right to a scholarship (hak beasiswa) and foresees the most it can come to: a projection, kept
 * apart from every payment. The same grant once more changes nothing; a right that ended because its event was taken back begins anew
 * with another one, and one that ended because others were named first goes on once the child is the first after all. One that the claim
 * gave no longer, or gave for a death that was taken back, goes on where that gives it again; one that it gave no longer may follow from
 * the other claim that gives it.
 * @throws Rejection `NOT_AMONG_ENTITLED_CHILDREN`
 */
export function grantScholarship(
  input: GrantScholarshipInput,
  state: ScholarshipState,
  _context?: unknown,
  claim: ClaimOfChild = {},
): readonly ScholarshipEvent[] {
  if (state.situation === 'ENDED' && mayBeGivenAgain(state, claim) && state.claimId === input.claimId)
    return [givenAgain(state, claim.approverId ?? '', input.grantedOn)];
  const isNoLonger = state.situation === 'ENDED' && state.reason === 'NO_LONGER_ENTITLED';
  if (isNoLonger && claim.says !== 'GIVEN') return [];
  if (state.situation !== 'UNKNOWN' && !mayBeginAnew(state, input)) return [];
  const { grantedOn, ...grant } = input;
  const { eventDate, place, school, asOf } = grant;
  const allowed = scholarshipChildren(eventDate);
  if (place > allowed) {
    throw new Rejection(scholarshipRefusals.NOT_AMONG_ENTITLED_CHILDREN({ eventDate, place, allowed }));
  }
  const remainingYears = remainingSchoolYears(school, asOf, eventDate);
  const projection = calculateScholarshipProjection({
    eventDate,
    eligibleChildren: [{ remainingYears }],
  });
  return [
    {
      type: 'ScholarshipGranted',
      data: {
        ...grant,
        remainingYears,
        projected: projection.components.map(componentOf),
        projectedMaximumIdr: projection.totalIdr,
        ruleSetVersion: projection.ruleSetVersion,
        ...(state.situation === 'ENDED' && isForSameLoss(state, grant.claimId) && openedWith(state)),
        effectiveOn: grantedOn,
      },
    },
  ];
}

/** By the same claim: it gives it for what stands. */
const mayBeGivenAgain = ({ reason }: Ended, { says, isRevoked = false }: ClaimOfChild): boolean =>
  says === 'GIVEN' && (reason === 'NO_LONGER_ENTITLED' || (reason === 'EVENT_REVOKED' && !isRevoked));

const mayBeginAnew = (state: Entitled | Ended, { claimId }: GrantScholarshipInput): boolean =>
  state.situation === 'ENDED' &&
  (state.reason === 'NOT_AMONG_FIRST' ||
    ((state.reason === 'EVENT_REVOKED' || state.reason === 'NO_LONGER_ENTITLED') &&
      state.claimId !== claimId));

/** By whoever approved what the claim comes to now. */
const givenAgain = (
  { scholarshipId, participantId, claimId, ...right }: Ended,
  resumerId: string,
  effectiveOn: LocalDate,
): ScholarshipEvent => ({
  type: 'ScholarshipResumed',
  data: {
    scholarshipId,
    participantId,
    reason: 'DETERMINED_OTHERWISE',
    reference: claimId,
    resumerId,
    ...openedWith(right),
    effectiveOn,
  },
});
