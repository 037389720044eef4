import { claimOfAccident, requireNoInterest } from '#contexts/claims/facts';
import { mayDecideAt } from '#contexts/staff/facts';
import { Rejection } from '#kernel';
import type { Permit } from '#runtime';
import type { ComplaintState } from '../domain/complaint.js';
import { complaintRefusals } from '../domain/refusals.js';

/** The claim whose interests keep somebody from a complaint. */
function claimOf(state: ComplaintState): string | undefined {
  if (state.situation === 'UNKNOWN' || state.subjectId === undefined) return undefined;
  if (state.subject === 'CLAIM') return state.subjectId;
  return state.subject === 'ACCIDENT' ? claimOfAccident(state.subjectId) : undefined;
}

/** A complaint is worked on by nobody who has an interest in the claim that it is about. */
export const hasNoInterest: Permit<object, ComplaintState> = (state, read, _input, context) =>
  requireNoInterest(read, claimOf(state), context);

/** It is answered, and mediated, where it was taken in. @throws Rejection `COMPLAINT_OF_ANOTHER_OFFICE` */
export const mayAnswer: Permit<object, ComplaintState> = async (state, read, input, context) => {
  await hasNoInterest(state, read, input, context);
  if (state.situation === 'UNKNOWN') return;
  const { office } = state;
  if (!(await mayDecideAt(read, context.actor, { office, day: context.today }))) {
    throw new Rejection(complaintRefusals.COMPLAINT_OF_ANOTHER_OFFICE());
  }
};
