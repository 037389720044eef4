import { localDate } from '#kernel';
import type { CandidateEvent, CandidateListEvent } from './candidate.events.js';

export const OFFICIALS = 'ca000000-0000-4000-8000-000000000001';
export const RUKMINI = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a77';

/** Heads of RT and RW whom a decree of the regent names. */
export const officialsListed: CandidateListEvent = {
  type: 'CandidateListOpened',
  data: {
    candidateListId: OFFICIALS,
    name: 'Ketua RT dan RW Kabupaten Contoh',
    source: 'DECREE',
    reference: 'SK/460/2025',
    district: '321605',
    branch: 'J03',
    expectedPersons: 19_000,
    effectiveOn: localDate('2026-11-02'),
  },
};

export const rukminiFound: CandidateEvent = {
  type: 'CandidateFound',
  data: {
    participantId: RUKMINI,
    candidateListId: OFFICIALS,
    district: '321605',
    effectiveOn: localDate('2026-11-10'),
    person: { nik: '0000055205700077', name: 'Rukmini', phone: '081200000077', work: 'ketua RT 03' },
  },
};

const OF_RUKMINI = { participantId: RUKMINI, candidateListId: OFFICIALS };

export const rukminiVisited: CandidateEvent = {
  type: 'CandidateContacted',
  data: { ...OF_RUKMINI, way: 'VISIT', effectiveOn: localDate('2026-11-16') },
};

export const rukminiDeclined: CandidateEvent = {
  type: 'CandidateDeclined',
  data: { ...OF_RUKMINI, reason: 'NO_MONEY', effectiveOn: localDate('2026-11-20') },
};
