import { requireNoInterest, requireNoInterestInCare } from '#contexts/claims/facts';
import { mayDecideAt } from '#contexts/staff/facts';
import { Rejection } from '#kernel';
import type { Permit } from '#runtime';
import type { ComplaintState } from '../domain/complaint.js';
import { complaintRefusals } from '../domain/refusals.js';

/** A complaint is worked on by nobody who has an interest in the claim that it is about. */
export const hasNoInterest: Permit<object, ComplaintState> = async (state, read, _input, context) => {
  if (state.situation === 'UNKNOWN' || state.subjectId === undefined) return;
  if (state.subject === 'CLAIM') await requireNoInterest(read, state.subjectId, context);
  if (state.subject === 'ACCIDENT') await requireNoInterestInCare(read, state.subjectId, context);
};

/** It is answered, and mediated, where it was taken in. @throws Rejection `COMPLAINT_OF_ANOTHER_OFFICE` */
export const mayAnswer: Permit<object, ComplaintState> = async (state, read, input, context) => {
  await hasNoInterest(state, read, input, context);
  if (state.situation === 'UNKNOWN') return;
  const { office } = state;
  if (!(await mayDecideAt(read, context.actor, { office, day: context.today }))) {
    throw new Rejection(complaintRefusals.COMPLAINT_OF_ANOTHER_OFFICE());
  }
};
