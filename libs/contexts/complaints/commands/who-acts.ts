import { claimOfAccident, requireNoInterest } from '#contexts/claims/facts';
import { mayDecideAt } from '#contexts/staff/facts';
import type { CommandContext, Reading } from '#kernel';
import { Rejection } from '#kernel';
import type { ComplaintState } from '../domain/complaint.js';
import { complaintRefusals } from '../domain/refusals.js';

/** The claim whose interests keep somebody from a complaint. */
function claimOf(state: ComplaintState): string | undefined {
  if (state.situation === 'UNKNOWN' || state.subjectId === undefined) return undefined;
  if (state.subject === 'CLAIM') return state.subjectId;
  return state.subject === 'ACCIDENT' ? claimOfAccident(state.subjectId) : undefined;
}

/** A complaint is worked on by nobody who has an interest in the claim that it is about. @throws Rejection `INTEREST_DECLARED` */
export const hasNoInterest = (
  state: ComplaintState,
  read: Reading,
  _input: object,
  context: CommandContext,
): Promise<void> => requireNoInterest(read, claimOf(state), context);

/** It is answered, and mediated, where it was taken in. @throws Rejection `INTEREST_DECLARED`, `COMPLAINT_OF_ANOTHER_OFFICE` */
export async function mayAnswer(
  state: ComplaintState,
  read: Reading,
  input: object,
  context: CommandContext,
): Promise<void> {
  await hasNoInterest(state, read, input, context);
  if (state.situation === 'UNKNOWN') return;
  const { office } = state;
  if (!(await mayDecideAt(read, context.actor, { office, day: context.today }))) {
    throw new Rejection(complaintRefusals.COMPLAINT_OF_ANOTHER_OFFICE());
  }
}
