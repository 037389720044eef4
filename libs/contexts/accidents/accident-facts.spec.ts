import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { factsOf } from './accident-facts.js';
import type { AccidentEvent } from './domain/accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  care,
  concludedNot,
  dead,
  evidence,
  notified,
  stageOne,
  statement,
  underTreatment,
  wholeStory,
} from './domain/accident.fixtures.js';
import { accidents } from './domain/accident.js';
import { requireKnown } from './domain/require-situation.js';

const factsAfter = (...history: AccidentEvent[]) => factsOf(requireKnown(fold(accidents, history)));

describe('what a claim may know of an accident', () => {
  it('is everything the benefits follow from', () => {
    const receipts = care({ facilityId: CLINIC, invoiceNumber: 'INV-7', billing: 'REIMBURSEMENT' });
    expect(factsAfter(...wholeStory(), receipts, evidence())).toMatchObject({
      accidentId: ACCIDENT_ID,
      participantId: PARTICIPANT_ID,
      occurredOn: '2026-09-01',
      situation: 'STAGE_II_REPORTED',
      stageOne: { reportedOn: '2026-09-02', late: false, effect: 'INJURY' },
      stageTwo: { reportedOn: '2026-11-02', late: false },
      stageTwoReported: true,
      evidence: ['CHRONOLOGY', 'POLICE_LETTER'],
      conclusion: 'WORK_ACCIDENT',
      concludedOn: '2026-09-20',
      condition: 'PARTIAL_ANATOMIC',
      outcome: 'PARTIAL',
      dominantHand: 'RIGHT',
      injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' }],
      care: [{ facilityId: HOSPITAL, invoiceNumber: 'INV-1', invoiceIdr: 37_450_000 }],
      reimbursements: [{ facilityId: CLINIC, invoiceNumber: 'INV-7' }],
    });
  });

  it('counts the first and the last day of incapacity', () => {
    expect(factsAfter(...wholeStory()).incapacityDays).toBe(60);
  });

  it('adds up the receipts of one mode of transport', () => {
    expect(factsAfter(...wholeStory()).transport).toEqual({ LAND: rupiah(350_000) });
  });

  it('is little after the notice', () => {
    expect(factsAfter(notified())).toMatchObject({
      situation: 'NOTICE_RECEIVED',
      stageTwoReported: false,
      injuries: [],
      incapacityDays: 0,
      transport: {},
      care: [],
    });
  });

  it('has no outcome while the victim is under treatment', () => {
    expect(factsAfter(notified(), stageOne(), statement({ health: underTreatment })).outcome).toBeUndefined();
  });

  it('names the day of death', () => {
    const fatal = [notified(), stageOne({ effect: 'DEATH' }), statement({ health: dead('2026-09-01') })];
    expect(factsAfter(...fatal)).toMatchObject({ outcome: 'DEATH', diedOn: '2026-09-01' });
  });

  it('says when it was no work accident', () => {
    expect(factsAfter(notified(), stageOne(), concludedNot())).toMatchObject({
      situation: 'NOT_WORK_ACCIDENT',
      conclusion: 'NOT_WORK_ACCIDENT',
    });
  });
});
