import { describe, expect, it } from '@jest/globals';
import {
  type DomainEvent,
  ERASED,
  type LocalDate,
  type Reading,
  type Stream,
  fold,
  localDate,
  rupiah,
} from '#kernel';
import type { AccidentEvent } from './domain/accident.events.js';
import type { CareBearerNamed } from './domain/determination.events.js';
import { accidentIdOf } from './domain/accident.js';
import {
  ACCIDENT_ID,
  CLAIM_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  bearerNamed,
  billingClosed,
  care,
  concludedNot,
  dead,
  determination,
  evidence,
  guarantee,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
  underTreatment,
  wholeStory,
} from './domain/accident.examples.js';
import { accidentFacts } from './domain/accident-facts.js';
import { accidentsOfDay } from './facts.js';

/** A log that holds one accident, of facilities whose agreement is in force. */
const factsAfter = (...history: AccidentEvent[]) => factsWhere(localDate('2027-03-31'), ...history);

const factsWhere = (careUntil: LocalDate | undefined, ...history: AccidentEvent[]) => {
  const read: Reading = {
    state: <State, Event extends DomainEvent>(stream: Stream<State, Event>) =>
      Promise.resolve(fold(stream, history as unknown as Event[])),
  };
  return accidentFacts(read, ACCIDENT_ID, () => Promise.resolve(careUntil));
};

describe('what a claim may know of an accident', () => {
  it('is everything the benefits follow from', async () => {
    const receipts = care({ facilityId: CLINIC, invoiceNumber: 'INV-7', billing: 'REIMBURSEMENT' });
    expect(await factsAfter(...wholeStory(), receipts, evidence())).toMatchObject({
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

  it('pays the facility for an invoice that was typed before the letter which covers its stay', async () => {
    const typed = care({ billing: 'REIMBURSEMENT', admittedOn: localDate('2026-09-02') });
    const letterOn = (effectiveOn: string) => guarantee({ effectiveOn: localDate(effectiveOn) });
    const before = [notified(), stageOne(), referral()];
    expect(await factsAfter(...before, typed, letterOn('2026-09-05'))).toMatchObject({
      care: [{ invoiceNumber: 'INV-1' }],
      reimbursements: [],
    });
    // Too late a letter; and whoever is said to have paid is repaid.
    for (const history of [
      [typed, letterOn('2026-09-06')],
      [care({ billing: 'REIMBURSEMENT', paidBy: 'PARTICIPANT' }), letterOn('2026-09-02')],
    ]) {
      expect(await factsAfter(...before, ...history)).toMatchObject({
        care: [],
        reimbursements: [{ invoiceNumber: 'INV-1' }],
      });
    }
  });

  it('follows from the agreements that are known now, not from those that were when it was typed (V-15)', async () => {
    const typed = care({ billing: 'REIMBURSEMENT', admittedOn: localDate('2026-09-02') });
    const history = [notified(), stageOne(), referral(), guarantee(), typed];
    expect(await factsWhere(localDate('2027-03-31'), ...history)).toMatchObject({
      care: [{ invoiceNumber: 'INV-1' }],
      reimbursements: [],
    });
    for (const none of [undefined, localDate('2026-09-04')]) {
      expect(await factsWhere(none, ...history)).toMatchObject({
        care: [],
        reimbursements: [{ invoiceNumber: 'INV-1' }],
      });
    }
  });

  it('counts the first and the last day of incapacity', async () => {
    expect((await factsAfter(...wholeStory())).incapacityDays).toBe(60);
  });

  it('adds up the receipts of one mode of transport', async () => {
    expect((await factsAfter(...wholeStory())).transport).toEqual({ LAND: rupiah(350_000) });
  });

  it('is little after the notice', async () => {
    expect(await factsAfter(notified())).toMatchObject({
      situation: 'NOTICE_RECEIVED',
      stageTwoReported: false,
      injuries: [],
      incapacityDays: 0,
      transport: {},
      care: [],
    });
  });

  it('has no outcome while the victim is under treatment', async () => {
    const treated = await factsAfter(notified(), stageOne(), statement({ health: underTreatment }));
    expect(treated.outcome).toBeUndefined();
  });

  it('names the day of death', async () => {
    const fatal = [notified(), stageOne({ effect: 'DEATH' }), statement({ health: dead('2026-09-01') })];
    expect(await factsAfter(...fatal)).toMatchObject({ outcome: 'DEATH', diedOn: '2026-09-01' });
  });

  it('keeps of an erased statement its day only', async () => {
    const erased = await factsAfter(notified(), stageOne(), statement({ health: ERASED }), stageTwo());
    expect(erased).toMatchObject({
      situation: 'STAGE_II_REPORTED',
      statedOn: '2026-10-31',
      injuries: [],
      incapacityDays: 0,
    });
    expect(erased.outcome).toBeUndefined();
    expect(erased).not.toHaveProperty('erased');
  });

  it('says from the notice to the end that what is known of the health was erased, and of nobody else', async () => {
    const [first, ...later] = wholeStory();
    const erased = notified({ health: ERASED });
    for (const steps of later.keys()) {
      const since = later.slice(0, steps);
      expect(await factsAfter(erased, ...since)).toMatchObject({ healthErased: true });
      expect(await factsAfter(first!, ...since)).toMatchObject({ healthErased: false });
    }
    expect(await factsAfter(erased, ...later, billingClosed())).toMatchObject({ healthErased: true });
  });

  it('names all accidents that there may be of a worker on a day, the first as every notice does', () => {
    const day = localDate('2026-09-01');
    const ids = accidentsOfDay(PARTICIPANT_ID, day);
    expect([ids[0], ids.at(-1), new Set(ids).size]).toEqual([
      accidentIdOf(PARTICIPANT_ID, day),
      accidentIdOf(PARTICIPANT_ID, day, 9),
      9,
    ]);
  });

  it('says that the billing was closed, and by the approval of which claim', async () => {
    const { billingClosed: closed } = await factsAfter(...wholeStory(), billingClosed());
    expect(closed).toEqual({ claimId: CLAIM_ID, closedOn: '2026-11-10' });
  });

  it('says when it was no work accident', async () => {
    expect(await factsAfter(notified(), stageOne(), concludedNot())).toMatchObject({
      situation: 'NOT_WORK_ACCIDENT',
      conclusion: 'NOT_WORK_ACCIDENT',
    });
  });

  describe('that was none, and was determined to be one after all', () => {
    const bornBy = (bearer: CareBearerNamed['data']['bearer'], employerId?: string) => [
      notified({ ...(employerId && { employerId }) }),
      stageOne(),
      referral(),
      guarantee(),
      care(),
      concludedNot(),
      bearerNamed({ bearer }),
      determination('INSPECTOR', '2026-11-10'),
    ];

    it('repays the participant who bore the care in between', async () => {
      expect(await factsAfter(...bornBy('PARTICIPANT'))).toMatchObject({
        conclusion: 'WORK_ACCIDENT',
        determinedBy: 'INSPECTOR',
        care: [],
        reimbursements: [{ invoiceNumber: 'INV-1' }],
      });
    });

    it('repays the employer who did', async () => {
      expect(await factsAfter(...bornBy('EMPLOYER', CLINIC))).toMatchObject({
        care: [],
        reimbursements: [{ invoiceNumber: 'INV-1', paidBy: 'EMPLOYER' }],
      });
    });

    it('pays the facility nothing that BPJS Kesehatan has paid: that asks for it by an invoice', async () => {
      expect(await factsAfter(...bornBy('BPJS_KESEHATAN'))).toMatchObject({ care: [], reimbursements: [] });
    });
  });
});
