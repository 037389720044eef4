import type { Reading } from '#kernel';
import { command } from '#runtime';
import { childBirthDate } from '#contexts/participants/facts';
import { entitlingEvent } from './entitling-event.js';
import { type ScholarshipState, scholarships } from '../domain/scholarship.js';
import { type EvidenceFacts, submitEvidence } from '../domain/submit-evidence.js';
import { hasNoInterest } from './who-acts.js';

export const SubmitEvidence = command('SubmitEvidence', scholarships, 'scholarshipId', submitEvidence, {
  facts: registeredBirthDate,
  permit: hasNoInterest,
});

async function registeredBirthDate(state: ScholarshipState, read: Reading): Promise<EvidenceFacts> {
  if (state.situation === 'UNKNOWN') return {};
  const birthDate = await childBirthDate(read, state.participantId, state.childId);
  return { birthDate, ...(await entitlingEvent(state, read)) };
}
