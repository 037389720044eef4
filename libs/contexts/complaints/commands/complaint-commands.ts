import { accidentFacts } from '#contexts/accidents/facts';
import { handsOnClaim, participantOfClaim } from '#contexts/claims/facts';
import { employerFacts } from '#contexts/employers/facts';
import { isRegistered, isSamePerson } from '#contexts/participants/facts';
import { plkkOn } from '#contexts/providers/facts';
import type { CommandContext, Reading } from '#kernel';
import { command } from '#runtime';
import { type DecidersOfClaim, answerComplaint } from '../domain/answer-complaint.js';
import { closeComplaint } from '../domain/close-complaint.js';
import { type ComplaintState, complaints } from '../domain/complaint.js';
import { escalateComplaint } from '../domain/escalate-complaint.js';
import { beginMediation, endMediation } from '../domain/mediate.js';
import {
  type ComplaintFacts,
  type ReceiveComplaintInput,
  receiveComplaint,
} from '../domain/receive-complaint.js';
import { hasNoInterest, mayAnswer } from './who-acts.js';

export const ReceiveComplaint = command('ReceiveComplaint', complaints, 'complaintId', receiveComplaint, {
  facts: complaintFacts,
});

/** Also those who decided since it came. */
const byOthers = {
  permit: mayAnswer,
  async facts(state: ComplaintState, read: Reading): Promise<DecidersOfClaim> {
    if (state.situation === 'UNKNOWN' || state.subject !== 'CLAIM' || state.subjectId === undefined)
      return { deciderIds: [] };
    const { deciderIds } = await handsOnClaim(read, state.subjectId);
    return { deciderIds: [...(state.deciderIds ?? []), ...deciderIds] };
  },
};

export const AnswerComplaint = command(
  'AnswerComplaint',
  complaints,
  'complaintId',
  answerComplaint,
  byOthers,
);
export const EscalateComplaint = command('EscalateComplaint', complaints, 'complaintId', escalateComplaint, {
  permit: hasNoInterest,
});
export const BeginMediation = command('BeginMediation', complaints, 'complaintId', beginMediation, byOthers);
export const EndMediation = command('EndMediation', complaints, 'complaintId', endMediation, byOthers);
export const CloseComplaint = command('CloseComplaint', complaints, 'complaintId', closeComplaint, {
  permit: hasNoInterest,
});

/** @throws Rejection `CLAIM_NOT_FOUND`, `ACCIDENT_NOT_FOUND`, `FACILITY_NOT_FOUND`, `EMPLOYER_NOT_FOUND` */
async function complaintFacts(
  _state: unknown,
  read: Reading,
  input: ReceiveComplaintInput,
  { today }: CommandContext,
): Promise<ComplaintFacts> {
  const { participantId, subject, subjectId } = input;
  const known = { isRegistered: await isRegistered(read, participantId) };
  if (subjectId === undefined || !known.isRegistered) return known;
  const theirs = async (owner: string) => ({
    ...known,
    subjectIsTheirs: await isSamePerson(read, owner, participantId),
  });
  if (subject === 'CLAIM') {
    const { deciderIds } = await handsOnClaim(read, subjectId);
    return { ...(await theirs(await participantOfClaim(read, subjectId))), deciderIds };
  }
  if (subject === 'ACCIDENT') return theirs((await accidentFacts(read, subjectId)).participantId);
  if (subject === 'FACILITY') await plkkOn(read, subjectId, today);
  if (subject === 'EMPLOYER') await employerFacts(read, subjectId);
  return known;
}
