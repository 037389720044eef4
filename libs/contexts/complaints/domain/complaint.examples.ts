import { localDate } from '#kernel';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import type { ReceiveComplaintInput } from './receive-complaint.js';

/** Invented complaints that the specs of this context share. */
export const COMPLAINT = '6a0c7f0e-1111-5000-8000-000000000001';
export const SITI = '6a0c7f0e-2222-8000-8000-000000000001';
export const HER_CLAIM = '6a0c7f0e-3333-5000-8000-000000000001';

export const RECEIVED: ReceiveComplaintInput = {
  complaintId: COMPLAINT,
  participantId: SITI,
  subject: 'CLAIM',
  subjectId: HER_CLAIM,
  topic: 'DELAY',
  complainant: 'PARTICIPANT',
  words: 'I have been waiting for the money since March',
};

/** Somebody who decides as far as a level reaches; 2 is a supervisor at the desk. */
export const by = (id: string, day: string, authority: 2 | 3 = 2) =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority } });
