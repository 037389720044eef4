import { localDate, rupiah } from '#kernel';
import type { MembershipEvent } from './membership.events.js';
import { membershipIdOf } from './membership.js';
import { SITI } from './participant.examples.js';

export const EMPLOYER = '7c1d2e3f-0a4b-5c6d-8e7f-901234567801';
export const MEMBERSHIP = membershipIdOf(SITI, EMPLOYER);

const OF_SITI = { membershipId: MEMBERSHIP, participantId: SITI, employerId: EMPLOYER };
const late = (backDatedBy?: string) => (backDatedBy === undefined ? {} : { backDatedBy });

/** Siti works in the factory from a day on, for 5,200,000 a month. */
export const workerJoined = (on: string, backDatedBy?: string): MembershipEvent => ({
  type: 'WorkerJoined',
  data: {
    ...OF_SITI,
    wageIdr: rupiah(5_200_000),
    programmes: ['JKK', 'JKM', 'JHT', 'JP'],
    ...late(backDatedBy),
    effectiveOn: localDate(on),
  },
});

export const workerLeft = (on: string, backDatedBy?: string): MembershipEvent => ({
  type: 'WorkerLeft',
  data: { ...OF_SITI, reason: 'RESIGNED', ...late(backDatedBy), effectiveOn: localDate(on) },
});

export const DECREE = 'b3a1c0de-0000-4000-8000-000000000001';

/** A decree names Siti until a day. */
export const namedByDecree = (on: string, termEndsOn: string): MembershipEvent => ({
  type: 'WorkerJoined',
  data: {
    ...OF_SITI,
    wageIdr: rupiah(2_022_200),
    programmes: ['JKK', 'JKM'],
    decreeId: DECREE,
    termEndsOn: localDate(termEndsOn),
    effectiveOn: localDate(on),
  },
});

/** Another decree names her on, from one day to another. */
export const termProlonged = (on: string, termEndsOn: string, decreeId: string): MembershipEvent => ({
  type: 'TermProlonged',
  data: { ...OF_SITI, decreeId, termEndsOn: localDate(termEndsOn), effectiveOn: localDate(on) },
});
