import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, ERASED, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
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
import {
  APPROVED,
  CALCULATED,
  STREAM,
  TO_CLAIMANT,
  TO_PLKK,
  accepted,
  cancelled,
  confirmed,
  corrected,
  instructed,
  ordered,
  returned,
  settled,
  today,
} from './claim.examples.js';
import { NO_HANDS } from '../../domain/hands-on-claim.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
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

  const HANDS = { ...NO_HANDS, handedInBy: ['submitter'] };

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

  it('follows a payment from station to station', () => {
    const payment = `payout-${TO_CLAIMANT}`;
    let projected = folded(decided, on(payment, ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000)));
    for (const [next, status] of [
      [instructed, 'INSTRUCTED'],
      [accepted, 'ACCEPTED'],
      [returned, 'RETURNED'],
      [corrected, 'ACCOUNT_CORRECTED'],
      [confirmed, 'ORDERED'],
      [instructed, 'INSTRUCTED'],
    ] as const) {
      projected = projected.and(on(payment, next(TO_CLAIMANT)));
      const [row] = projected.rows.claims.values();
      expect(row?.payouts.map((payout) => payout.status)).toEqual([status]);
    }
  });

  it('closes a claim whose payment was given up, and not while another is under way', () => {
    const [toClaimant, toPlkk] = [`payout-${TO_CLAIMANT}`, 'payout-00000000-0000-5000-8000-00000000000b'];
    folded(
      decided,
      on(toClaimant, ordered(TO_CLAIMANT, 'PARTICIPANT', 2_000_000), cancelled(TO_CLAIMANT)),
      on(toPlkk, ordered('00000000-0000-5000-8000-00000000000b', 'PLKK', 18_500_000)),
    )
      .thenRows('claims', [{ status: 'PAYMENT_ORDERED' }])
      .and(
        on(
          toPlkk,
          instructed('00000000-0000-5000-8000-00000000000b'),
          settled('00000000-0000-5000-8000-00000000000b', 18_500_000),
        ),
      )
      .thenRows('claims', [{ status: 'PAYMENT_CANCELLED', paidIdr: rupiah(18_500_000) }]);
  });

  it('shows where the claimant is paid, and of the number the last digits', () => {
    folded(decided).thenRows('claims', [
      {
        claimantName: 'Sari Contoh',
        bank: 'Bank Contoh',
        accountHolder: 'Sari Contoh',
        accountMasked: '****1111',
      },
    ]);
  });

  it('knows a payment of a school year for none of its own', () => {
    folded(
      decided,
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'GUARDIAN', 3_000_000, 'SCHOLARSHIP_YEAR'),
        settled(TO_CLAIMANT, 3_000_000),
      ),
    ).thenRows('claims', [{ status: 'APPROVED', paidIdr: rupiah(0), payouts: [] }]);
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

  it('is paid when every payout is settled, and returned while one has come back', () => {
    folded(
      decided,
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'PARTICIPANT', 2_000_000),
        settled(TO_CLAIMANT, 2_000_000),
      ),
      on(`payout-${TO_PLKK}`, ordered(TO_PLKK, 'PLKK', 18_500_000)),
    )
      .thenRows('claims', [
        { status: 'PAYMENT_ORDERED', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(2_000_000) },
      ])
      .and(on(`payout-${TO_PLKK}`, returned(TO_PLKK)))
      .thenRows('claims', [
        { status: 'PAYMENT_RETURNED', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(2_000_000) },
      ])
      .and(on(`payout-${TO_PLKK}`, settled(TO_PLKK, 18_500_000)))
      .thenRows('claims', [{ status: 'PAID', orderedIdr: rupiah(20_500_000), paidIdr: rupiah(20_500_000) }])
      .thenUnknownEventsAreIgnored();
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

  const by = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };

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

  it('shows a proposal to deny and its words until the claim is denied for it', () => {
    const proposed: ClaimEvent = {
      type: 'DenialProposed',
      data: {
        ...by,
        proposerId: 'adjudicator',
        reason: 'PAPER_FALSE',
        person: { grounds: 'The village has never issued it', evidence: 'archive/answer' },
      },
    };
    const refused: ClaimEvent = {
      type: 'DocumentRefused',
      data: { ...by, refuserId: 'adjudicator', kind: 'KK3', fault: 'NOT_GENUINE' },
    };
    const shown = { reason: 'PAPER_FALSE' as const, proposerId: 'adjudicator', proposedOn: today };
    const documents = JKK_PAPERS.map((one) => ({
      ...one,
      paperId: null,
      fault: one.kind === 'KK3' ? ('NOT_GENUINE' as const) : null,
    }));
    folded(claim(JKK_SUBMITTED, COMPLETED, refused, proposed))
      .thenRows('claims', [
        {
          documents,
          denialProposal: {
            ...shown,
            grounds: 'The village has never issued it',
            evidence: 'archive/answer',
          },
        },
      ])
      .and(
        claim({
          type: 'ClaimDenied',
          data: {
            ...by,
            deciderId: 'supervisor',
            decision: 'PAPER_FALSE',
            rule: 'D-08',
            law: 'law',
            article: 'article',
            detail: 'words',
          },
        }),
      )
      .thenRows('claims', [{ status: 'DENIED', denialProposal: null, deciderId: 'supervisor' }]);
    folded(claim(JKK_SUBMITTED, COMPLETED, erased(proposed, 'person'))).thenRows('claims', [
      { denialProposal: { ...shown, grounds: null, evidence: null } },
    ]);
  });

  it('shows no proposal to deny once the claim goes on, is given up, or goes on without the document', () => {
    const proposed: ClaimEvent = {
      type: 'DenialProposed',
      data: {
        ...by,
        proposerId: 'adjudicator',
        reason: 'FALSE_STATEMENT',
        person: { grounds: 'The village has never issued it', evidence: 'archive/answer' },
      },
    };
    const ends: readonly ClaimEvent[] = [
      { type: 'ClaimResumed', data: { ...by, resumedOn: today, payBy: today } },
      { type: 'ClaimCancelled', data: { ...by, deciderId: 'supervisor', reason: 'NOBODY_CLAIMS_IT' } },
      {
        type: 'DocumentWaived',
        data: { ...by, waiverId: 'supervisor', kind: 'KK3', ground: 'SEEN_BY_OFFICE' },
      },
    ];
    for (const end of ends) {
      folded(claim(JKK_SUBMITTED, COMPLETED, proposed, end)).thenRows('claims', [{ denialProposal: null }]);
    }
  });

  it('shows a document as asked for again that was waived', () => {
    const waived: ClaimEvent = {
      type: 'DocumentWaived',
      data: { ...by, waiverId: 'supervisor', kind: 'KK3', ground: 'SEEN_BY_OFFICE' },
    };
    const asked: ClaimEvent = {
      type: 'FurtherDocumentsAsked',
      data: { ...by, askerId: 'adjudicator', kinds: ['KK3'] },
    };
    folded(claim(JKK_SUBMITTED, waived))
      .thenRows('claims', [{ waivedDocuments: ['KK3'] }])
      .and(claim(asked))
      .thenRows('claims', [{ waivedDocuments: [] }]);
  });

  it('shows nothing as found where a person found a reason against what the law would have granted', () => {
    const denied: ClaimEvent = {
      type: 'ClaimDenied',
      data: {
        ...by,
        deciderId: 'supervisor',
        decision: 'FALSE_STATEMENT',
        rule: 'D-19',
        law: 'law',
        article: 'article',
        detail: 'words',
      },
    };
    folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED, denied)).thenRows('claims', [
      { status: 'DENIED', totalIdr: rupiah(0), components: [], entitledChildren: 0 },
    ]);
  });

  it('shows a claim that was withdrawn, and open again as if it had never been calculated', () => {
    folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED))
      .and(
        claim({
          type: 'ClaimWithdrawn',
          data: {
            ...by,
            recorderId: 'registrar',
            reason: 'WISH_OF_CLAIMANT',
            person: { letter: 'archive/letter' },
          },
        }),
      )
      .thenRows('claims', [
        {
          status: 'WITHDRAWN',
          withdrawalReason: 'WISH_OF_CLAIMANT',
          decidedOn: today,
          totalIdr: rupiah(0),
          components: [],
        },
      ])
      .and(
        claim(
          {
            type: 'ClaimReopened',
            data: {
              ...by,
              reopenerId: 'supervisor',
              ground: 'NEW_FACT',
              person: { reason: 'Changed their mind' },
            },
          },
          COMPLETED,
        ),
      )
      .thenRows('claims', [
        {
          status: 'COMPLETE',
          withdrawalReason: null,
          decidedOn: null,
          totalIdr: rupiah(0),
          components: [],
          timesReopened: 1,
        },
      ]);
  });

  it('shows an objection that nobody answers any more, as the claim was opened again', () => {
    const objected: ClaimEvent = {
      type: 'ObjectionRaised',
      data: {
        ...by,
        decidedOn: today,
        answerBy: localDate('2026-11-27'),
        recorderId: 'registrar',
        person: { words: 'It was at work', evidence: 'archive/objection' },
      },
    };
    const reopened: ClaimEvent = {
      type: 'ClaimReopened',
      data: { ...by, reopenerId: 'supervisor', ground: 'NEW_FACT', person: { reason: 'A witness came' } },
    };
    const nobodyYet = { answer: null, answererId: null, answeredOn: null, reason: null, overtakenOn: null };
    const shown = {
      decidedOn: today,
      raisedOn: today,
      answerBy: localDate('2026-11-27'),
      recorderId: 'registrar',
      grounds: 'It was at work',
      letter: 'archive/objection',
      ...nobodyYet,
    };
    folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED, objected))
      .thenRows('claims', [{ objections: [shown] }])
      .and(claim(reopened, COMPLETED))
      .thenRows('claims', [{ objections: [{ ...shown, overtakenOn: today }] }]);
  });

  it('shows that somebody has to record who inherits, until somebody has, or nobody came', () => {
    const wanted: ClaimEvent = {
      type: 'HeirsWanted',
      data: { ...by, whoDied: 'PARTICIPANT', until: localDate('2027-11-20') },
    };
    const lives: ClaimEvent = { type: 'HeirsWantedNoMore', data: by };
    const nobody: ClaimEvent = { type: 'NobodyInherits', data: { ...by, until: localDate('2027-11-20') } };
    const asked = folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED, wanted));
    asked.thenRows('claims', [{ heirsAreWanted: true }]);
    for (const end of [lives, nobody])
      folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED, wanted, end)).thenRows('claims', [
        { heirsAreWanted: false },
      ]);
  });

  it('shows whose share waits of several heirs, until somebody takes it, nobody comes, or they live', () => {
    const named = (heirIds: readonly string[], more: object = {}): ClaimEvent => ({
      type: 'HeirsEstablished',
      data: {
        ...by,
        establisherId: 'desk',
        sharing: 'EQUAL',
        heirs: heirIds.map((heirId) => ({ heirId, relation: 'CHILD', standing: 'PAID', parts: 1 })),
        ...more,
        person: { certificate: 'SKAW 1', heirs: heirIds.map((name) => ({ name })) },
      },
    });
    const until = localDate('2027-11-20');
    const died = (heirId: string): ClaimEvent => ({
      type: 'HeirsWanted',
      data: { ...by, whoDied: 'HEIR', heirId, besideIds: [], until },
    });
    const lives: ClaimEvent = {
      type: 'HeirDeathRevoked',
      data: {
        ...by,
        heirId: 'siti',
        revokerId: 'colleague',
        person: { words: 'She lives', evidence: 'KTP' },
      },
    };
    const nobody: ClaimEvent = { type: 'NobodyInherits', data: { ...by, heirId: 'budi', until } };
    const paid = {
      relation: 'CHILD',
      standing: 'PAID',
      parts: 1,
      throughGuardian: false,
      guardianName: null,
      bank: null,
      holder: null,
      numberMasked: null,
      holderIsPayee: null,
    } as const;
    const waiting = (shares: Readonly<Record<string, boolean>>) => [
      {
        heirsAreWanted: Object.values(shares).includes(true),
        heirs: Object.entries(shares).map(([heirId, shareWaits]) => ({
          ...paid,
          heirId,
          name: heirId,
          shareWaits,
        })),
      },
    ];
    folded(claim(JKK_SUBMITTED, COMPLETED, named(['rani', 'budi', 'siti']), died('budi'), died('siti')))
      .thenRows('claims', waiting({ rani: false, budi: true, siti: true }))
      .and(claim(lives))
      .thenRows('claims', waiting({ rani: false, budi: true, siti: false }))
      .and(claim(nobody))
      .thenRows('claims', waiting({ rani: false, budi: false, siti: false }))
      .and(claim(died('siti'), named(['adi'], { inPlaceOfId: 'siti', besideIds: ['rani', 'budi'] })))
      .thenRows('claims', waiting({ rani: false, budi: false, adi: false }));
  });

  it('shows the question with which a claim was sent back until it is calculated again, and every note', () => {
    const noted = (text: string): ClaimEvent => ({
      type: 'ClaimNoted',
      data: { ...by, authorId: 'adjudicator', person: { text } },
    });
    const note = (text: string) => ({ authorId: 'adjudicator', notedOn: today, text });
    folded(claim(JKK_SUBMITTED, COMPLETED, CALCULATED))
      .and(
        claim(noted('first'), {
          type: 'ClaimSentBack',
          data: {
            ...by,
            deciderId: 'supervisor',
            lookAt: 'FACTS',
            person: { question: 'Which finger was it?' },
          },
        }),
      )
      .thenRows('claims', [
        {
          status: 'COMPLETE',
          totalIdr: rupiah(0),
          notes: [note('first')],
          sentBack: {
            lookAt: 'FACTS',
            deciderId: 'supervisor',
            sentBackOn: today,
            question: 'Which finger was it?',
          },
        },
      ])
      .and(claim(noted('second'), CALCULATED))
      .thenRows('claims', [{ status: 'CALCULATED', notes: [note('first'), note('second')], sentBack: null }]);
  });
});
