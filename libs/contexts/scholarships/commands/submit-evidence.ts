import type { Reading } from '#kernel';
import { StreamCommand, commandHandler } from '#runtime';
import { childBirthDate } from '#contexts/participants/facts';
import { type ScholarshipState, scholarships } from '../domain/scholarship.js';
import { type EvidenceFacts, type SubmitEvidenceInput, submitEvidence } from '../domain/submit-evidence.js';

export class SubmitEvidence extends StreamCommand<SubmitEvidenceInput> {
  readonly commandName = 'SubmitEvidence';
}

export const SubmitEvidenceHandler = commandHandler(
  SubmitEvidence,
  scholarships,
  'scholarshipId',
  submitEvidence,
  registeredBirthDate,
);

async function registeredBirthDate(state: ScholarshipState, read: Reading): Promise<EvidenceFacts> {
  if (state.situation === 'UNKNOWN') return {};
  return { birthDate: await childBirthDate(read, state.participantId, state.childId) };
}
