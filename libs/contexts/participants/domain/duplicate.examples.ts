import { localDate } from '#kernel';
import { REGISTRAR } from './correction.examples.js';
import type {
  DuplicateDismissed,
  DuplicateLapsed,
  DuplicateNoted,
  DuplicateReopened,
  DuplicateSuspected,
} from './duplicate.events.js';
import { TWIN } from './merger.examples.js';
import { SITI } from './participant.examples.js';

/** Siti and whoever was registered with a name like hers. */
export const PAIR = { participantId: SITI, otherId: TWIN } as const;

const effectiveOn = localDate('2026-11-20');

export const duplicateSuspected: DuplicateSuspected = {
  type: 'DuplicateSuspected',
  data: { ...PAIR, reason: 'NEAR_NAME', effectiveOn },
};

export const duplicateDismissed = (
  changes: Partial<DuplicateDismissed['data']> = {},
): DuplicateDismissed => ({
  type: 'DuplicateDismissed',
  data: {
    ...PAIR,
    reasons: ['NAME_AND_BIRTH_DATE'],
    because: 'TWO_NIKS',
    evidence: 'DUKCAPIL_ANSWER',
    deciderId: REGISTRAR,
    effectiveOn,
    person: { evidenceNumber: 'DUKCAPIL-91' },
    ...changes,
  },
});

export const duplicateReopened: DuplicateReopened = {
  type: 'DuplicateReopened',
  data: { ...PAIR, because: 'NEW_FACT', deciderId: REGISTRAR, effectiveOn },
};

export const duplicateNoted = (changes: Partial<DuplicateNoted['data']> = {}): DuplicateNoted => ({
  type: 'DuplicateNoted',
  data: { ...PAIR, reasons: ['NAME_AND_BIRTH_DATE', 'PHONE'], effectiveOn, ...changes },
});

export const duplicateLapsed = (changes: Partial<DuplicateLapsed['data']> = {}): DuplicateLapsed => ({
  type: 'DuplicateLapsed',
  data: { ...PAIR, reasons: ['PHONE'], because: 'NOT_ALIKE', effectiveOn, ...changes },
});
