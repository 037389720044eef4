import { describe, expect, it } from '@jest/globals';
import { ERASED, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import type { AccidentEvent } from '../../domain/accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  billingClosed,
  care,
  concludedNot,
  evidence,
  guarantee,
  interestNoted,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
  underTreatment,
  wholeStory,
} from '../../domain/accident.examples.js';
import { accidents } from '../../domain/accident.js';
import { accidentReadModel } from './accident.read-model.js';

const folded = readModelSpec(accidentReadModel);
const after = (...story: AccidentEvent[]) => folded(on(accidents.of(ACCIDENT_ID), ...story));

describe('the accident read model', () => {
  it('shows a notice and waits for stage I', () => {
    after(notified())
      .thenRows('accidents', [
        {
          participantId: PARTICIPANT_ID,
          kind: 'AT_WORK',
          occurredOn: localDate('2026-09-01'),
          contactName: 'Sari Contoh',
          chronology: 'A crate fell on her hand',
          status: 'NOTICE_RECEIVED',
          nextStep: 'REPORT_STAGE_ONE',
          revision: 0,
        },
      ])
      .thenUnknownEventsAreIgnored();
  });

  it.each<[string, AccidentEvent[], object]>([
    [
      'the conclusion after stage I',
      [notified(), stageOne(), referral(), guarantee(), care()],
      { status: 'IN_CARE', nextStep: 'CONCLUDE_ACCIDENT', dueAt: '2026-10-02T17:00:00.000Z' },
    ],
    [
      'stage II after a final statement that is due sooner',
      [notified(), stageOne(), statement({ statedOn: localDate('2026-09-10') })],
      { status: 'STAGE_I_REPORTED', nextStep: 'REPORT_STAGE_TWO', dueAt: '2026-09-12T17:00:00.000Z' },
    ],
    [
      'the conclusion while she is under treatment',
      [notified(), stageOne(), statement({ health: underTreatment })],
      { nextStep: 'CONCLUDE_ACCIDENT' },
    ],
    [
      'nothing after stage II and the conclusion',
      wholeStory(),
      { status: 'STAGE_II_REPORTED', nextStep: null, dueAt: null },
    ],
    [
      'nothing once it was no work accident',
      [notified(), stageOne(), concludedNot()],
      { status: 'NOT_WORK_ACCIDENT', nextStep: null, dueAt: null },
    ],
  ])('waits for %s', (_what, story, expected) => {
    after(...story).thenRows('accidents', [expected]);
  });

  it('keeps what the doctor found, the evidence, the sums and when the billing was closed', () => {
    after(...wholeStory(), evidence(), billingClosed(), interestNoted()).thenRows('accidents', [
      {
        condition: 'PARTIAL_ANATOMIC',
        injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' }],
        unableUntil: localDate('2026-10-30'),
        evidence: ['CHRONOLOGY', 'POLICE_LETTER'],
        transportIdr: rupiah(350_000),
        conclusion: 'WORK_ACCIDENT',
        billingClosedOn: localDate('2026-11-10'),
        revision: 10,
      },
    ]);
  });

  it('lists letters and care, an invoice after stage II too', () => {
    const late = care({ facilityId: CLINIC, invoiceNumber: 'INV-9', billing: 'REIMBURSEMENT' });
    after(...wholeStory(), late)
      .thenRows('letters', [
        { kind: 'REFERRAL', number: 'R-3F2A9C01D4E7-1', facilityId: HOSPITAL },
        { kind: 'GUARANTEE', number: 'G-3F2A9C01D4E7-1', facilityId: HOSPITAL },
      ])
      .thenRows('care', [
        { facilityId: HOSPITAL, invoiceIdr: rupiah(37_450_000), billing: 'GUARANTEED' },
        { facilityId: CLINIC, invoiceIdr: rupiah(37_450_000), billing: 'REIMBURSEMENT' },
      ])
      .thenRows('accidents', [{ status: 'STAGE_II_REPORTED' }]);
  });

  it('tells the story in order, the end of the billing too', () => {
    const { rows } = after(...wholeStory(), billingClosed());
    expect([...rows.timeline.values()].map(({ type, effectiveOn }) => `${effectiveOn} ${type}`)).toEqual([
      '2026-09-01 AccidentNotified',
      '2026-09-02 StageOneReported',
      '2026-09-02 PlkkReferralIssued',
      '2026-09-02 GuaranteeLetterIssued',
      '2026-09-02 CareProvided',
      '2026-09-20 AccidentConcluded',
      '2026-10-31 DoctorStatementIssued',
      '2026-11-02 StageTwoReported',
      '2026-11-10 BillingClosed',
    ]);
  });

  it('shows nothing personal of a person whose keys were destroyed, and keeps dates and sums', () => {
    after(
      notified({ person: ERASED, health: ERASED }),
      stageOne(),
      care({ health: ERASED }),
      statement({ health: ERASED }),
      stageTwo(),
    ).thenRows('accidents', [
      {
        contactName: null,
        contactPhone: null,
        place: null,
        chronology: null,
        bodyPart: null,
        condition: null,
        diagnosis: null,
        injuries: null,
        occurredOn: localDate('2026-09-01'),
        finallyStatedOn: localDate('2026-10-31'),
        transportIdr: rupiah(350_000),
      },
    ]);
  });
});
