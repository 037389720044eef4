import { localDate } from '#kernel';
import type { CorrectionRequested } from './correction.events.js';
import { REGISTRAR, SUPERVISOR } from './correction.examples.js';
import type {
  MergerListed,
  MergerUnlisted,
  ParticipantMergedInto,
  ParticipantSplitOff,
  ParticipantTookOver,
} from './merger.events.js';
import { REGISTER_SITI, SITI, sitiRegistered } from './participant.examples.js';

/** Siti was registered once more, by a village, with a digit of her NIK typed wrong. */
export const TWIN = '6e1b5d2f-8a46-8b21-8d55-1e9a4a1d2b02';
export const MERGER = '66666666-6666-5666-8666-666666666666';
export const SPLIT = '77777777-7777-5777-8777-777777777777';

const effectiveOn = localDate('2026-11-20');
const person = { evidenceNumber: 'DUKCAPIL-90' };
const asked = { evidence: 'DUKCAPIL_ANSWER', requesterId: REGISTRAR, effectiveOn } as const;
const decided = { survivorId: SITI, segment: 'BPU', ...asked, confirmerId: SUPERVISOR, person } as const;

export const twinRegistered = (changes: Parameters<typeof sitiRegistered>[0] = {}) =>
  sitiRegistered({
    participantId: TWIN,
    person: { ...REGISTER_SITI.person, nik: '0000055205900091' },
    ...changes,
  });

const requested = (correctionId: string, subject: 'MERGER' | 'SPLIT'): CorrectionRequested => ({
  type: 'CorrectionRequested',
  data: {
    participantId: TWIN,
    correctionId,
    subjects: [subject],
    survivorId: SITI,
    ...asked,
    person: { ...person, asked: {} },
  },
});

export const mergerAsked = requested(MERGER, 'MERGER');
export const splitAsked = requested(SPLIT, 'SPLIT');

export const tookOver: ParticipantTookOver = {
  type: 'ParticipantTookOver',
  data: { participantId: SITI, mergedId: TWIN, correctionId: MERGER, effectiveOn },
};

export const mergedInto: ParticipantMergedInto = {
  type: 'ParticipantMergedInto',
  data: { participantId: TWIN, correctionId: MERGER, ...decided },
};

export const splitOff: ParticipantSplitOff = {
  type: 'ParticipantSplitOff',
  data: { participantId: TWIN, correctionId: SPLIT, ...decided },
};

export const mergerListed: MergerListed = {
  type: 'MergerListed',
  data: { participantId: TWIN, survivorId: SITI, effectiveOn },
};

export const mergerUnlisted: MergerUnlisted = {
  type: 'MergerUnlisted',
  data: { participantId: TWIN, survivorId: SITI, effectiveOn },
};
