import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  ACCOUNT,
  BORN_2007,
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  evidenced,
  granted,
} from './scholarship.examples.js';
import { type ScholarshipState, scholarships } from './scholarship.js';
import type { KnownChild } from './entitling-event.js';
import { type SubmitEvidenceInput, submitEvidence } from './submit-evidence.js';

const given = decisionSpec(scholarships);
const context = testContext();

const letterAndReport: SubmitEvidenceInput = {
  scholarshipId: SCHOLARSHIP_ID,
  year: 2026,
  level: 'PT',
  yearInLevel: 1,
  married: false,
  working: false,
  evidence: [{ kind: 'SCHOOL_LETTER', reference: 'SK-1' }],
  payee: 'CHILD',
  person: { account: ACCOUNT },
};

const submit =
  (change: Partial<SubmitEvidenceInput> = {}, facts: KnownChild = { birthDate: BORN_2007 }) =>
  (state: ScholarshipState) =>
    submitEvidence({ ...letterAndReport, ...change }, state, context, facts);

describe('submitting evidence of a school year', () => {
  it('is recorded with who took it, and with the birth date that was registered', () => {
    given([granted()])
      .when(submit())
      .thenRecorded([
        evidenced({
          ...letterAndReport,
          evidence: [{ kind: 'SCHOOL_LETTER' }],
          submittedBy: context.actor.id,
          effectiveOn: context.today,
          person: { account: ACCOUNT, birthDate: BORN_2007, references: ['SK-1'] },
        }),
      ]);
  });

  it('is possible for a back year, for more documents, and again after the year was denied', () => {
    for (const history of [[granted()], [granted(), evidenced()], [granted(), evidenced(), denied(2025)]]) {
      const decision = given(history).when(submit({ year: 2025 }));
      expect(() => decision.thenNothing()).toThrow('ScholarshipEvidenceSubmitted');
    }
  });

  it('is refused for a scholarship that was never granted or has ended', () => {
    given().when(submit()).thenRejected('SCHOLARSHIP_NOT_FOUND');
    given([granted(), ended('MARRIED', localDate('2025-06-01'))])
      .when(submit())
      .thenRejected('SCHOLARSHIP_ENDED');
  });

  it('is possible after the end of the right for years up to it', () => {
    const over = [granted(), ended('MARRIED', localDate('2025-06-01'))];
    expect(submit({ year: 2025 })(fold(scholarships, over))).toMatchObject([
      { type: 'ScholarshipEvidenceSubmitted', data: { year: 2025 } },
    ]);
    given([granted(), ended('NOT_AMONG_FIRST', localDate('2025-06-01'))])
      .when(submit({ year: 2025 }))
      .thenRejected('SCHOLARSHIP_ENDED');
  });

  it('is refused for a year to come, and for a year before the event', () => {
    given([granted()])
      .when(submit({ year: 2027 }))
      .thenRejected('YEAR_NOT_BEGUN');
    given([granted()])
      .when(submit({ year: 2024 }))
      .thenRejected('YEAR_BEFORE_EVENT');
  });

  it('is refused for a year that was approved', () => {
    given([granted(), evidenced(), approved(2025)])
      .when(submit({ year: 2025 }))
      .thenRejected('YEAR_ALREADY_APPROVED');
  });

  it('is refused without any document', () => {
    given([granted()])
      .when(submit({ evidence: [] }))
      .thenRejected('EVIDENCE_MISSING');
  });

  it('is refused when the birth date of the child is not known', () => {
    given([granted()]).when(submit({}, {})).thenRejected('BIRTH_DATE_UNKNOWN');
  });
});
