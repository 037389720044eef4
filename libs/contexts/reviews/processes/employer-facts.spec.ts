import { describe, expect, it } from '@jest/globals';
import { instant, localDate, period, rupiah } from '#kernel';
import { CAUSE, CLAIM, SITI } from '../domain/review.examples.js';
import { employerFacts } from './employer-facts.js';

const recorded = { id: CAUSE, recordedAt: instant('2026-11-20T02:00:00Z'), revision: 3n };
const employerId = '5f0c7f0e-6666-5000-8000-000000000001';
const effectiveOn = localDate('2026-11-20');
const benefit = { kind: 'CLAIM', id: CLAIM } as const;

describe('the process employer-facts', () => {
  it('notes one fact for a report of wages, however many it names, and none where nothing was taken', () => {
    const completed = (taken: number) =>
      employerFacts.on.WageReportCompleted?.({
        ...recorded,
        type: 'WageReportCompleted',
        data: {
          reportId: '99999999-9999-5999-8999-999999999999',
          employerId,
          period: period('2026-10'),
          rows: 2_000,
          taken,
          wagesIdr: rupiah(0),
          components: [],
          changeIdr: rupiah(0),
          effectiveOn,
        },
      });
    expect(completed(2_000)).toEqual([
      {
        key: employerId,
        command: 'NoteEmployerFact',
        input: { employerId, fact: 'WAGE', period: '2026-10', causeId: CAUSE },
      },
    ]);
    expect(completed(0)).toEqual([]);
  });

  it('notes a payment that was taken back for what happened on the day of the money or later', () => {
    expect(
      employerFacts.on.DuesReversed?.({
        ...recorded,
        type: 'DuesReversed',
        data: {
          employerId,
          correctionId: CLAIM,
          paymentId: CAUSE,
          amountIdr: rupiah(1_000_000),
          receipt: 'B-1',
          paidOn: localDate('2026-09-15'),
          reason: 'BOUNCED',
          bankReference: 'R-1',
          requesterId: 'finance-1',
          confirmerId: 'supervisor-1',
          effectiveOn,
        },
      }),
    ).toMatchObject([{ input: { employerId, fact: 'CONTRIBUTION', paidOn: '2026-09-15', causeId: CAUSE } }]);
  });

  it('passes over a last day that waits for a second person', () => {
    const left = (late: { backDatedBy?: string }) =>
      employerFacts.on.WorkerLeft?.({
        ...recorded,
        type: 'WorkerLeft',
        data: {
          membershipId: CLAIM,
          participantId: SITI,
          employerId,
          reason: 'RESIGNED',
          ...late,
          effectiveOn,
        },
      });
    expect(left({ backDatedBy: 'registrar-1' })).toEqual([]);
    expect(left({})).toMatchObject([{ input: { participantId: SITI, lastDay: '2026-11-20' } }]);
  });

  it('passes over a closing that waits for a second person until late entries are confirmed', () => {
    const closed = (late: { backDatedBy?: string }) =>
      employerFacts.on.EmployerClosed?.({
        ...recorded,
        type: 'EmployerClosed',
        data: { employerId, reason: 'DISSOLVED', reference: 'AHU-1/2026', ...late, effectiveOn },
      });
    expect(closed({ backDatedBy: 'registrar-1' })).toEqual([]);
    expect(closed({})).toMatchObject([{ input: { fact: 'EMPLOYMENT', lastDay: '2026-11-20' } }]);
    expect(
      employerFacts.on.BackDatedEntriesConfirmed?.({
        ...recorded,
        type: 'BackDatedEntriesConfirmed',
        data: { employerId, confirmerId: 'supervisor-1', effectiveOn },
      }),
    ).toEqual([
      {
        key: employerId,
        command: 'NoteEmployerFact',
        input: { employerId, fact: 'EMPLOYMENT', ofItsClosing: true, causeId: CAUSE },
      },
    ]);
  });

  it('notes what comes late of a construction project as of an employer', () => {
    const project = { projectId: employerId, effectiveOn };
    const reversed = {
      correctionId: CLAIM,
      paymentId: CLAIM,
      amountIdr: rupiah(1),
      reason: 'BOUNCED' as const,
    };
    const by = { requesterId: 'finance-1', confirmerId: 'supervisor-1', bankReference: 'BL 1' };
    expect(
      employerFacts.on.ProjectPaymentReversed?.({
        ...recorded,
        type: 'ProjectPaymentReversed',
        data: { ...project, ...reversed, ...by },
      }),
    ).toMatchObject([
      {
        command: 'NoteEmployerFact',
        input: { employerId, fact: 'CONTRIBUTION', correctedBy: ['finance-1', 'supervisor-1'] },
      },
    ]);
    const ended = (late: { backDatedBy?: string }) =>
      employerFacts.on.ProjectEnded?.({
        ...recorded,
        type: 'ProjectEnded',
        data: { ...project, ...late, reason: 'COMPLETED', reference: 'BAST 1' },
      });
    expect(ended({ backDatedBy: 'registrar-1' })).toEqual([]);
    expect(ended({})).toMatchObject([{ input: { employerId, fact: 'EMPLOYMENT', lastDay: '2026-11-20' } }]);
  });

  it('opens a review that whoever took a payment back does not close', () => {
    const correctedBy = ['finance-1', 'supervisor-1'];
    const fact = 'CONTRIBUTION' as const;
    expect(
      employerFacts.on.EmployerFactCameLate?.({
        ...recorded,
        type: 'EmployerFactCameLate',
        data: { employerId, participantId: SITI, benefit, fact, causeId: CAUSE, correctedBy, effectiveOn },
      }),
    ).toMatchObject([{ command: 'OpenReviews', input: { facts: [fact], correctedBy } }]);
  });

  it('opens a review of the benefit that a fact came late for, and of no other', () => {
    expect(
      employerFacts.on.EmployerFactCameLate?.({
        ...recorded,
        type: 'EmployerFactCameLate',
        data: { employerId, participantId: SITI, benefit, fact: 'WAGE', causeId: CAUSE, effectiveOn },
      }),
    ).toEqual([
      {
        key: CLAIM,
        command: 'OpenReviews',
        input: { participantId: SITI, benefit, facts: ['WAGE'], causeId: CAUSE, correctedBy: [] },
      },
    ]);
  });
});
