import { command } from '#runtime';
import { scholarships } from '../domain/scholarship.js';
import { submitEvidence } from '../domain/submit-evidence.js';
import { knownChild } from './entitling-event.js';
import { hasNoInterest } from './who-acts.js';

export const SubmitEvidence = command('SubmitEvidence', scholarships, 'scholarshipId', submitEvidence, {
  facts: knownChild,
  permit: hasNoInterest,
});
