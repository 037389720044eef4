import { describe, it } from '@jest/globals';
import { type DomainEvent, ERASED, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { CLAIM, COMPLETED, JKK_PAPERS, JKK_SUBMITTED, PARTICIPANT } from '../../domain/claim.examples.js';
import { APPROVED, CALCULATED, STREAM, today } from './claim.examples.js';
import { claimReadModel } from './claim.read-model.js';

const folded = readModelSpec(claimReadModel);
const claim = (...events: DomainEvent[]) => on(STREAM, ...events);
const erased = <Event extends DomainEvent>(event: Event, section: 'person' | 'health'): Event => ({
  ...event,
  data: { ...event.data, [section]: ERASED },
});

const by = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };

describe('the claim read model, of what people decide', () => {
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
      diedOn: null,
      letter: null,
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

  it('shows before whose answer nothing is paid beside what it waits for, and keeps what was answered', () => {
    const until = localDate('2026-12-20');
    const asked = { reason: 'IDENTITY' as const, until };
    const stopped: ClaimEvent = {
      type: 'PaymentsStopped',
      data: { ...by, ...asked, askerId: 'adjudicator', person: { words: 'Is it her?' } },
    };
    const waits = (reason: 'TREATMENT' | 'IDENTITY'): ClaimEvent => ({
      type: 'WaitBegun',
      data: { ...by, reason, until, askerId: 'adjudicator' },
    });
    const resumed: ClaimEvent = {
      type: 'PaymentsResumed',
      data: {
        ...by,
        reason: 'IDENTITY',
        how: 'ANSWERED',
        enderId: 'adjudicator',
        person: { words: 'It is', evidence: 'archive/answer' },
      },
    };
    const treated = [JKK_SUBMITTED, COMPLETED, waits('TREATMENT'), stopped];
    const item = { since: today, until, askerId: 'adjudicator' };
    const forTreatment = { ...item, reason: 'TREATMENT' as const, question: null };
    const forIdentity = { ...item, reason: 'IDENTITY' as const };
    folded(claim(...treated))
      .thenRows('claims', [
        {
          status: 'WAITING',
          waiting: forTreatment,
          paymentsStopped: { ...forIdentity, question: 'Is it her?' },
        },
      ])
      .and(claim(resumed))
      .thenRows('claims', [
        {
          status: 'WAITING',
          waiting: forTreatment,
          paymentsStopped: null,
          waits: [
            {
              reason: 'IDENTITY',
              how: 'ANSWERED',
              since: today,
              endedOn: today,
              enderId: 'adjudicator',
              question: 'Is it her?',
              answer: 'It is',
              evidence: 'archive/answer',
            },
          ],
        },
      ]);
    folded(claim(...treated, waits('IDENTITY'))).thenRows('claims', [
      { paymentsStopped: null, waiting: { ...forIdentity, question: null } },
    ]);
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
