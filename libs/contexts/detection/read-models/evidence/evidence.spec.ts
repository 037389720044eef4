import { describe, it } from '@jest/globals';
import { type DomainEvent, ERASED, instant, localDate } from '#kernel';
import { on, readModelSpec } from '#testing';
import { evidenceReadModel } from './evidence.read-model.js';

const folded = readModelSpec(evidenceReadModel);
const idOf = (serial: number) => `5d0a4c1e-7f35-8a10-9c44-${String(serial).padStart(12, '0')}`;
const recorded = (type: string, data: object): DomainEvent => ({ type, data });

const PERSON = idOf(1);
const ACCIDENT = idOf(2);
const FACILITY = idOf(3);
const INVOICE = idOf(4);
const CLAIM = idOf(5);
const EMPLOYER = idOf(6);
const DAY = localDate('2026-11-20');

const facility = on(
  `facility-${FACILITY}`,
  recorded('FacilityRegistered', { facilityId: FACILITY, district: '321605', effectiveOn: DAY }),
);
const submitted = (health: object) =>
  recorded('InvoiceSubmitted', {
    accidentId: ACCIDENT,
    participantId: PERSON,
    invoiceId: INVOICE,
    facilityId: FACILITY,
    invoiceNumber: 'inv-7/a',
    benefit: 'CARE',
    careKind: 'INPATIENT',
    admittedOn: localDate('2026-11-02'),
    dischargedOn: localDate('2026-11-05'),
    totalIdr: 48_000_000,
    effectiveOn: DAY,
    health,
  });
const verified = recorded('InvoiceVerified', {
  accidentId: ACCIDENT,
  participantId: PERSON,
  invoiceId: INVOICE,
  acceptedIdr: 47_000_000,
  effectiveOn: DAY,
});
const withdrawn = recorded('InvoiceWithdrawn', {
  accidentId: ACCIDENT,
  participantId: PERSON,
  invoiceId: INVOICE,
  effectiveOn: DAY,
});
const notified = recorded('AccidentNotified', {
  accidentId: ACCIDENT,
  participantId: PERSON,
  occurredOn: localDate('2026-11-10'),
  effectiveOn: localDate('2026-11-10'),
});

describe('What is taken from the log for the rules of detection', () => {
  it('is a bill with its stay, its number, and what was accepted for which group of diagnoses', () => {
    const bill = folded(facility, on(`billing-${ACCIDENT}`, submitted({ mainDiagnosis: 's61.0' }), verified));
    bill.thenRows('facts', [
      {
        kind: 'STAY',
        id: INVOICE,
        key: FACILITY,
        thingId: ACCIDENT,
        onDay: '2026-11-02',
        data: {
          until: '2026-11-05',
          number: 'INV7A',
          amountIdr: 48_000_000,
          isInpatient: true,
          isReceipt: false,
          billedOn: '2026-11-20',
        },
      } as never,
      { kind: 'PAPER', key: `INVOICE/${FACILITY}/INV7A`, thingId: ACCIDENT },
      { kind: 'BILL', key: '32/S61', personId: PERSON, thingId: ACCIDENT, onDay: DAY },
    ]);
    bill.and(on(`billing-${ACCIDENT}`, withdrawn)).thenRows('facts', []);
  });

  it('says nothing of the diagnosis of somebody whose health was erased', () => {
    folded(facility, on(`billing-${ACCIDENT}`, submitted(ERASED), verified)).thenRows('facts', [
      { kind: 'STAY' },
      { kind: 'PAPER' },
      { kind: 'BILL', key: null },
    ]);
  });

  it('is what was entered three days late or later, and not what was withdrawn', () => {
    const at = (moment: string) => ({ recordedAt: instant(moment) });
    folded()
      .andRecordedAs(at('2026-11-12T03:00:00Z'), on(`accident-${ACCIDENT}`, notified))
      .thenRows('facts', [{ kind: 'ACCIDENT' }]);
    folded()
      .andRecordedAs(at('2026-11-13T03:00:00Z'), on(`accident-${ACCIDENT}`, notified))
      .thenRows('facts', [{ kind: 'ACCIDENT' }, { kind: 'LATE_ENTRY', onDay: localDate('2026-11-10') }])
      .and(
        on(
          `accident-${ACCIDENT}`,
          recorded('NoticeWithdrawn', { accidentId: ACCIDENT, participantId: PERSON }),
        ),
      )
      .thenRows('facts', []);
    const paid = recorded('DuesPaid', { employerId: EMPLOYER, effectiveOn: localDate('2026-11-10') });
    folded()
      .andRecordedAs(at('2026-11-20T03:00:00Z'), on(`dues-${EMPLOYER}`, paid))
      .thenRows('facts', [{ kind: 'LATE_DUES', key: EMPLOYER, onDay: localDate('2026-11-10') }]);
  });

  it('is who assessed and who approved, and on which employers a claim rests', () => {
    const claim = (type: string, data: object) =>
      recorded(type, { claimId: CLAIM, participantId: PERSON, ...data });
    const story = folded(
      on(
        `claim-${CLAIM}`,
        claim('ClaimSubmitted', {
          programme: 'JKK',
          accidentId: ACCIDENT,
          eventDate: localDate('2026-11-10'),
          submittedOn: DAY,
          documents: [],
          person: {
            claimantName: 'X',
            account: { bank: 'Bank Contoh', number: '00-11', holder: 'X' },
            references: [],
          },
        }),
        claim('BenefitCalculated', {
          assessorId: 'adj-1',
          components: [
            { code: 'JKK_TOTAL_PERMANENT', amountIdr: 90_000_000 },
            { code: 'JKK_MEDICAL_PLKK', amountIdr: 40_000_000 },
          ],
          totalIdr: 130_000_000,
          employers: [{ employerId: EMPLOYER, eventOn: localDate('2026-11-10') }],
        }),
        claim('ClaimApproved', {
          approverId: 'sup-1',
          totalIdr: 130_000_000,
          authority: { level: 2, upToIdr: 100_000_000 },
          effectiveOn: DAY,
        }),
        claim('BenefitReassessed', {
          assessorId: 'adj-2',
          components: [{ code: 'JKK_MEDICAL_PLKK', amountIdr: 40_000_000 }],
          totalIdr: 40_000_000,
          approvedIdr: 130_000_000,
        }),
        claim('DifferenceApproved', { approverId: 'sup-2', totalIdr: 40_000_000, effectiveOn: DAY }),
        claim('DifferenceApproved', {
          approverId: 'sup-3',
          totalIdr: 40_000_000,
          authority: { level: 3, weighed: [{ matter: 'CARE', amountIdr: 60_000_000 }] },
          effectiveOn: DAY,
        }),
      ),
    );
    // Of earlier releases by what was calculated: cash, and care by its own limit.
    const calculated = [
      { matter: 'CASH', amountIdr: 90_000_000 },
      { matter: 'CARE', amountIdr: 40_000_000 },
    ];
    story.thenRows('facts', [
      {
        kind: 'CLAIM',
        key: ACCIDENT,
        data: { isWithdrawn: false, isSevere: true },
      },
      { kind: 'ACCOUNT', key: 'BANKCONTOH/0011', thingId: CLAIM },
      { kind: 'RESTS_ON', key: EMPLOYER, thingId: CLAIM },
      {
        kind: 'DECISION',
        key: 'adj-1',
        actorId: 'sup-1',
        data: { of: 'CLAIM', level: 2, weighed: calculated },
      },
      {
        kind: 'DECISION',
        key: 'adj-2',
        actorId: 'sup-2',
        data: { of: 'CLAIM', level: null, weighed: calculated },
      },
      {
        kind: 'DECISION',
        key: 'adj-2',
        actorId: 'sup-3',
        data: { of: 'CLAIM', level: 3, weighed: [{ matter: 'CARE', amountIdr: 60_000_000 }] },
      },
    ]);
    story.thenUnknownEventsAreIgnored();
  });

  it('is what was entered late, until it is taken back', () => {
    const stream = `contribution-${PERSON}`;
    const payment = { participantId: PERSON, period: '2026-10', receipt: 'R-1' };
    const paid = recorded('ContributionPaid', {
      ...payment,
      segment: 'BPU',
      months: 1,
      paidOn: localDate('2026-10-05'),
      effectiveOn: localDate('2026-10-05'),
    });
    const reversed = recorded('ContributionReversed', { ...payment, effectiveOn: DAY });
    folded(on(stream, paid))
      .thenRows('facts', [{ kind: 'PAYMENT' }, { kind: 'LATE_ENTRY', personId: PERSON }])
      .and(on(stream, reversed))
      .thenRows('facts', []);
  });

  it('is whose claims are whose work, until they are given away', () => {
    const step = { deadlineId: idOf(7), subject: { kind: 'CLAIM', id: CLAIM }, step: 'CALCULATE_BENEFIT' };
    const claim = on(
      `claim-${CLAIM}`,
      recorded('ClaimSubmitted', {
        claimId: CLAIM,
        participantId: PERSON,
        programme: 'JKM',
        eventDate: DAY,
        submittedOn: DAY,
        documents: [],
        person: ERASED,
      }),
    );
    const assigned = recorded('StepAssigned', { ...step, ownerId: 'adj-1', effectiveOn: DAY });
    const released = recorded('StepReleased', { ...step, formerOwnerId: 'adj-1', effectiveOn: DAY });
    const theirs = { kind: 'ASSIGNMENT', personId: PERSON, actorId: 'adj-1' } as const;
    folded(claim, on(`assignment-${idOf(7)}`, assigned))
      .thenRows('facts', [{ kind: 'CLAIM' }, { ...theirs, data: { releasedOn: null } }])
      .and(on(`assignment-${idOf(7)}`, released))
      .thenRows('facts', [{ kind: 'CLAIM' }, { ...theirs, data: { releasedOn: DAY } }]);
  });
});
