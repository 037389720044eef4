import { describe, expect, it } from '@jest/globals';
import { fold, instant, localDate } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  concludedNot,
  determination,
  guarantee,
  notified,
  stageOne,
} from './accident.examples.js';
import { guaranteeSteps } from './guarantee-steps.js';

const ids = { accidentId: ACCIDENT_ID, participantId: 'worker-1' };

const issued = (facilityId: string, validUntil: string): AccidentEvent => ({
  type: 'ProvisionalGuaranteeIssued',
  data: {
    ...ids,
    facilityId,
    agreementId: 'agreement-1',
    guaranteeNumber: 'P-1',
    validUntil: instant(validUntil),
    atMostIdr: 25_000_000 as never,
    effectiveOn: localDate('2026-09-02'),
  },
});

const refused = (facilityId: string): AccidentEvent => ({
  type: 'GuaranteeNotConfirmed',
  data: {
    ...ids,
    facilityId,
    reason: 'NO_COVER',
    deciderId: 'registrar-1',
    effectiveOn: localDate('2026-09-03'),
  },
});

const night = [
  notified(),
  stageOne(),
  issued(HOSPITAL, '2026-09-05T03:00:00Z'),
  issued(CLINIC, '2026-09-04T19:00:00Z'),
];
const expectedAfter = (...history: AccidentEvent[]) => fold(guaranteeSteps, history).expected;

describe('A letter that a desk issued itself', () => {
  it('is answered by the office before it ends; of several the one that ends first', () => {
    expect(expectedAfter(...night)).toMatchObject({
      step: 'CONFIRM_GUARANTEE',
      turn: 'ADJUDICATOR',
      since: '2026-09-02',
      dueDays: ['2026-09-05'],
      dueAt: '2026-09-04T19:00:00.000Z',
      barring: [{ hand: 'INTEREST', of: ACCIDENT_ID }],
    });
    expect(expectedAfter(...night, refused(CLINIC))).toMatchObject({ dueAt: '2026-09-05T03:00:00.000Z' });
    expect(expectedAfter(...night, refused(CLINIC), guarantee())).toBeUndefined();
  });

  it('waits for nobody while it was no work accident, and again once it is determined to be one', () => {
    expect(expectedAfter(...night, concludedNot())).toBeUndefined();
    expect(expectedAfter(...night, concludedNot(), determination('COURT', '2026-11-10'))).toMatchObject({
      step: 'CONFIRM_GUARANTEE',
    });
  });
});
