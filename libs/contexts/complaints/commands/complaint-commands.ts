import { accidentFacts } from '#contexts/accidents/facts';
import { participantOfClaim } from '#contexts/claims/facts';
import { employerFacts } from '#contexts/employers/facts';
import { isRegistered, isSamePerson } from '#contexts/participants/facts';
import { plkkOn } from '#contexts/providers/facts';
import type { CommandContext, Reading } from '#kernel';
import { command } from '#runtime';
import { answerComplaint } from '../domain/answer-complaint.js';
import { closeComplaint } from '../domain/close-complaint.js';
import { complaints } from '../domain/complaint.js';
import { escalateComplaint } from '../domain/escalate-complaint.js';
import { beginMediation, endMediation } from '../domain/mediate.js';
import {
  type ComplaintFacts,
  type ReceiveComplaintInput,
  receiveComplaint,
} from '../domain/receive-complaint.js';

export const ReceiveComplaint = command('ReceiveComplaint', complaints, 'complaintId', receiveComplaint, {
  facts: complaintFacts,
});

export const AnswerComplaint = command('AnswerComplaint', complaints, 'complaintId', answerComplaint);
export const EscalateComplaint = command('EscalateComplaint', complaints, 'complaintId', escalateComplaint);
export const BeginMediation = command('BeginMediation', complaints, 'complaintId', beginMediation);
export const EndMediation = command('EndMediation', complaints, 'complaintId', endMediation);
export const CloseComplaint = command('CloseComplaint', complaints, 'complaintId', closeComplaint);

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
  if (subject === 'CLAIM') return theirs(await participantOfClaim(read, subjectId));
  if (subject === 'ACCIDENT') return theirs((await accidentFacts(read, subjectId)).participantId);
  if (subject === 'FACILITY') await plkkOn(read, subjectId, today);
  if (subject === 'EMPLOYER') await employerFacts(read, subjectId);
  return known;
}
