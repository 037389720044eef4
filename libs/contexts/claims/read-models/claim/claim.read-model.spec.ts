import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, ERASED, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import type { ClaimEvent } from '../../domain/claim.events.js';
import {
  CLAIM,
  COMPLETED,
  JKK_PAPERS,
  JKK_SUBMITTED,
  PARTICIPANT,
  PLKK,
  REFUSED_BY_LAW,
  TAKEN_OVER,
  calculated,
  receivedLater,
} from '../../domain/claim.examples.js';
import { NO_HANDS } from '../../domain/hands-on-claim.js';
import { APPROVED, CALCULATED, STREAM, today } from './claim.examples.js';
import { claimReadModel } from './claim.read-model.js';

const folded = readModelSpec(claimReadModel);
const claim = (...events: DomainEvent[]) => on(STREAM, ...events);
const decided = claim(JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED);
const erased = <Event extends DomainEvent>(event: Event, section: 'person' | 'health'): Event => ({
  ...event,
  data: { ...event.data, [section]: ERASED },
});

const RESUMED: ClaimEvent = {
  type: 'ClaimResumed',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    resumedOn: today,
    payBy: localDate('2026-12-03'),
    effectiveOn: today,
  },
};
const HANDS = { ...NO_HANDS, handedInBy: ['submitter'] };
const by = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };

describe('the claim read model', () => {
  it('shows what is missing, then when payment is due', () => {
    const missing: ClaimEvent = {
      type: 'DocumentsRequested',
      data: { claimId: CLAIM, participantId: PARTICIPANT, missing: ['KK3'], effectiveOn: today },
    };
    folded(claim(JKK_SUBMITTED, missing))
      .thenRows('claims', [
        {
          status: 'INCOMPLETE',
          missing: ['KK3'],
          payBy: null,
          office: 'Bekasi',
          claimant: 'PARTICIPANT',
          claimantName: 'Sari Contoh',
          submittedOn: today,
          revision: 1,
        },
      ])
      .and(claim(COMPLETED))
      .thenRows('claims', [{ status: 'COMPLETE', missing: [], payBy: localDate('2026-12-01') }])
      .thenUnknownEventsAreIgnored();
  });

  it('adds what is handed in later to what came with the claim', () => {
    const late = { kind: 'POLICE_LETTER', reference: 'archive/late' } as const;
    const documents = [...JKK_PAPERS, late].map((document) => ({ ...document, paperId: null, fault: null }));
    folded(claim(JKK_SUBMITTED, receivedLater([late]), COMPLETED)).thenRows('claims', [
      { documents, revision: 2 },
    ]);
  });

  it('shows which file a document is', () => {
    const scanned = { kind: 'POLICE_LETTER', reference: 'archive/late', paperId: 'paper-1' } as const;
    const { rows } = folded(claim(JKK_SUBMITTED, receivedLater([scanned])));
    expect([...rows.claims.values()][0]?.documents.at(-1)).toEqual({ ...scanned, fault: null });
  });

  it('keeps no reference of a document once the participant was erased', () => {
    const later = receivedLater([{ kind: 'POLICE_LETTER', reference: 'archive/late' }]);
    const unreadable = [...JKK_PAPERS, { kind: 'POLICE_LETTER' as const }].map(({ kind }) => ({
      kind,
      reference: null,
      paperId: null,
      fault: null,
    }));
    folded(claim(erased(JKK_SUBMITTED, 'person'), erased(later, 'person'))).thenRows('claims', [
      { documents: unreadable, claimantName: null },
    ]);
    // The first shape of what came later was not sealed, so it is open still.
    folded(claim(erased(JKK_SUBMITTED, 'person'), later)).thenRows('claims', [{ documents: unreadable }]);
  });

  it('names whoever has taken a claim over, where it stood', () => {
    const now = { status: 'CALCULATED' as const, totalIdr: rupiah(20_500_000) };
    folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED))
      .thenRows('claims', [{ claimant: 'PARTICIPANT', claimantName: 'Sari Contoh', revision: 2, ...now }])
      .and(claim(TAKEN_OVER))
      .thenRows('claims', [{ claimant: 'HEIR', claimantName: 'Rohmah Contoh', revision: 3, ...now }]);
  });

  it('names no heir once the participant was erased', () => {
    folded(claim(JKK_SUBMITTED, COMPLETED, erased(TAKEN_OVER, 'person'))).thenRows('claims', [
      { claimant: 'HEIR', claimantName: null },
    ]);
  });

  it('shows a re-assessment beside what was decided, and takes over what it found once that is approved', () => {
    const approvedIdr = rupiah(20_500_000);
    const opened: ClaimEvent = {
      type: 'ReassessmentOpened',
      data: { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today },
    };
    const reassessed = (differenceIdr: number): ClaimEvent => ({
      type: 'BenefitReassessed',
      data: {
        ...CALCULATED.data,
        assessorId: 'second-assessor',
        totalIdr: rupiah(20_500_000 + differenceIdr),
        approvedIdr,
        differenceIdr: rupiah(differenceIdr),
      },
    });
    const endorsed: ClaimEvent = {
      type: 'ApprovalEndorsed',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        endorserId: 'first of two',
        totalIdr: rupiah(21_000_000),
        level: 5,
        effectiveOn: today,
      },
    };
    const approved: ClaimEvent = {
      type: 'DifferenceApproved',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        programme: 'JKK',
        eventDate: localDate('2026-08-20'),
        approverId: 'second-approver',
        totalIdr: rupiah(21_000_000),
        differenceIdr: rupiah(500_000),
        payments: [],
        entitledChildren: [],
        payBy: localDate('2026-12-01'),
        effectiveOn: today,
        person: ERASED,
      },
    };
    folded(decided, claim(opened))
      .thenRows('claims', [{ status: 'APPROVED', totalIdr: approvedIdr }])
      .and(claim(reassessed(500_000)))
      .thenRows('claims', [{ totalIdr: approvedIdr, assessorId: 'assessor' }])
      .and(claim(approved))
      .thenRows('claims', [{ status: 'APPROVED', totalIdr: rupiah(21_000_000), reassessment: null }]);
    folded(decided, claim(opened, reassessed(0))).thenRows('claims', [
      { totalIdr: approvedIdr, reassessment: null },
    ]);
    folded(decided, claim(opened, reassessed(500_000), endorsed))
      .thenRows('claims', [
        { hands: { ...HANDS, assessorIds: ['second-assessor'], endorsedBy: ['first of two'] } },
      ])
      .and(claim(approved))
      .thenRows('claims', [{ hands: HANDS }]);
  });

  it('says why a claim is held, and no more once it is calculated', () => {
    const law = { law: 'PP 44/2015', article: 'convention Q-1' };
    const held: ClaimEvent = {
      type: 'ClaimHeld',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        assessorId: 'assessor',
        reason: 'PENDING_ARREARS',
        detail: 'Arrears',
        effectiveOn: today,
        ...law,
      },
    };
    const refusal = { decision: 'PENDING_ARREARS', rule: 'arrears-are-settled', detail: 'Arrears', ...law };
    folded(claim(JKK_SUBMITTED, COMPLETED, held))
      .thenRows('claims', [{ status: 'HELD', assessorId: 'assessor', refusal }])
      .and(claim(RESUMED))
      .thenRows('claims', [
        { status: 'COMPLETE', refusal: null, heldSince: null, payBy: localDate('2026-12-03') },
      ])
      .and(claim(CALCULATED))
      .thenRows('claims', [{ status: 'CALCULATED', assessorId: 'assessor', refusal: null }])
      // A receipt may be taken back, or a consent end with whoever gave it: nothing is found then any more.
      .and(claim(held))
      .thenRows('claims', [
        { status: 'HELD', totalIdr: rupiah(0), components: [], asked: null, deduction: null },
      ]);
  });

  it('says who approved a claim, and when', () => {
    folded(decided).thenRows('claims', [
      { status: 'APPROVED', deciderId: 'supervisor', decidedOn: today, payouts: [], lateInvoices: [] },
    ]);
  });

  it('keeps the components of the last calculation only', () => {
    const [row] = folded(claim(JKK_SUBMITTED, COMPLETED, calculated(), CALCULATED)).rows.claims.values();
    expect(row?.components.map(({ code, amountIdr, arithmetic }) => [code, amountIdr, arithmetic])).toEqual([
      ['JKK_MEDICAL_PLKK', 18_500_000, '18,500,000'],
      ['JKK_STMB', 2_000_000, '60/30 × 1,000,000 = 2,000,000'],
    ]);
  });

  it('shows arithmetic of an erased person as unknown', () => {
    const { rows } = folded(claim(JKK_SUBMITTED, COMPLETED, erased(CALCULATED, 'health')));
    const [row] = rows.claims.values();
    expect(row?.components.map(({ amountIdr, arithmetic }) => [amountIdr, arithmetic])).toEqual([
      [18_500_000, null],
      [2_000_000, null],
    ]);
  });

  it('names the rule of a denial', () => {
    const refusal = REFUSED_BY_LAW.data.refusal!;
    const denied: ClaimEvent = {
      type: 'ClaimDenied',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        deciderId: 'supervisor',
        ...refusal,
        effectiveOn: today,
      },
    };
    folded(claim(JKK_SUBMITTED, COMPLETED, REFUSED_BY_LAW, denied)).thenRows('claims', [
      { status: 'DENIED', refusal, deciderId: 'supervisor', decidedOn: today },
    ]);
  });

  it('shows who gave up the claim of an erased person, and why', () => {
    const cancelled: ClaimEvent = {
      type: 'ClaimCancelled',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        deciderId: 'supervisor',
        reason: 'NOBODY_CLAIMS_IT',
        effectiveOn: today,
      },
    };
    folded(claim(JKK_SUBMITTED, COMPLETED)).thenRows('claims', [{ cancelReason: null }]);
    folded(claim(JKK_SUBMITTED, COMPLETED, cancelled)).thenRows('claims', [
      { status: 'CANCELLED', deciderId: 'supervisor', decidedOn: today, cancelReason: 'NOBODY_CLAIMS_IT' },
    ]);
  });

  it('shows an invoice that came after the approval, and goes on as it was', () => {
    const late = { facilityId: PLKK, invoiceNumber: 'INV-9', invoiceIdr: rupiah(750_000) };
    const came: ClaimEvent = {
      type: 'InvoiceCameLate',
      data: { claimId: CLAIM, participantId: PARTICIPANT, ...late, effectiveOn: today },
    };
    const named: ClaimEvent = {
      type: 'ApprovedAccidentNamed',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        accidentId: JKK_SUBMITTED.data.accidentId!,
        approvedOn: today,
        effectiveOn: today,
      },
    };
    folded(decided, claim(came, named)).thenRows('claims', [
      {
        status: 'APPROVED',
        totalIdr: rupiah(20_500_000),
        lateInvoices: [{ ...late, notedOn: today }],
        revision: 5,
      },
    ]);
  });

  it('tells the story in order, with who did it', () => {
    const { rows } = folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED));
    expect([...rows.timeline.values()].map(({ type, actorId }) => [type, actorId])).toEqual([
      ['ClaimSubmitted', 'user-1'],
      ['ClaimCompleted', 'user-1'],
      ['BenefitCalculated', 'user-1'],
    ]);
  });

  it('says for which office somebody decided who stands in there, in the story and of the decision', () => {
    const delegation = { delegationId: 'd0000000-0000-5000-8000-000000000001', office: 'Bekasi' };
    const law = {
      decision: 'DENIED',
      rule: 'JKK-01',
      law: 'PP 44/2015',
      article: '1',
      detail: 'No accident',
    };
    const denied: ClaimEvent = {
      type: 'ClaimDenied',
      data: { ...by, deciderId: 'cahya', delegation, ...law },
    };
    const { rows } = folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED, denied));
    expect([...rows.claims.values()]).toMatchObject([
      { deciderId: 'cahya', decidedByDelegation: delegation },
    ]);
    expect([...rows.timeline.values()].map((told) => told.delegation)).toEqual([
      null,
      null,
      null,
      delegation,
    ]);
  });
});
