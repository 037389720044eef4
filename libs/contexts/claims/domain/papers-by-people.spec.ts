import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { addDocuments } from './add-documents.js';
import { approveClaim } from './approve-claim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { askFurtherDocuments } from './ask-further-documents.js';
import { by, on, open, proposed, requested, supervisor } from './claim-by-people.examples.js';
import { CLAIM, COMPLETED, JKK_PAPERS, calculatedBy, jkkFacts, submittedWith } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { type ClaimState, claims } from './claim.js';
import { claimSteps } from './claim-steps.js';
import { refuseDocument } from './refuse-document.js';
import { waiveDocument } from './waive-document.js';

const given = decisionSpec(claims);
const CALCULATED = calculatedBy(jkkFacts());

describe('Asking for further documents', () => {
  const ask = (...kinds: DocumentKind[]) => ({ claimId: CLAIM, kinds });
  const asked = (...kinds: DocumentKind[]): ClaimEvent => ({
    type: 'FurtherDocumentsAsked',
    data: { ...by, askerId: 'user-1', kinds },
  });

  it('makes a calculated claim incomplete, until they are there', () => {
    const history = [...open, CALCULATED, asked('POLICE_LETTER'), requested('POLICE_LETTER')];
    given([...open, CALCULATED])
      .when((state) => askFurtherDocuments(ask('POLICE_LETTER'), state, testContext(), jkkFacts()))
      .thenRecorded([asked('POLICE_LETTER'), requested('POLICE_LETTER')]);
    const documents = [{ kind: 'POLICE_LETTER', reference: 'archive/letter' }] as const;
    const state = fold(claims, history);
    const [, verdict] = addDocuments({ claimId: CLAIM, documents }, state, on('2026-11-25'), jkkFacts());
    expect(verdict).toMatchObject({ type: 'ClaimCompleted', data: { payBy: '2026-12-04' } });
  });

  it('keeps whoever calculated it from deciding it', () => {
    const completedAgain = [
      ...open,
      calculatedBy(jkkFacts(), 'user-1'),
      asked('POLICE_LETTER'),
      requested('POLICE_LETTER'),
      COMPLETED,
    ];
    given([...completedAgain, calculatedBy(jkkFacts(), 'user-2')])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is refused where they are there, and changes nothing where they are asked for', () => {
    given(open)
      .when((state) => askFurtherDocuments(ask('KK3'), state, testContext(), jkkFacts()))
      .thenRejected('DOCUMENT_IS_THERE');
    given([...open, asked('POLICE_LETTER'), requested('POLICE_LETTER')])
      .when((state) => askFurtherDocuments(ask('POLICE_LETTER'), state, testContext(), jkkFacts()))
      .thenNothing();
  });

  it('leaves a claim that waits for somebody else waiting, and takes the papers in meanwhile', () => {
    const wait: ClaimEvent = {
      type: 'WaitBegun',
      data: {
        ...by,
        askerId: 'adjudicator',
        reason: 'INSPECTOR',
        until: localDate('2026-12-20'),
        person: { words: 'Was it at work?' },
      },
    };
    const waiting = [...open, wait];
    const add = (state: ClaimState) =>
      addDocuments(
        { claimId: CLAIM, documents: [{ kind: 'POLICE_LETTER', reference: 'archive/letter' }] },
        state,
        testContext(),
        jkkFacts(),
      );
    given(waiting).when(add).thenRejected('CLAIM_WAITING');
    const further = (state: ClaimState) =>
      askFurtherDocuments(ask('POLICE_LETTER'), state, testContext(), jkkFacts());
    given(waiting)
      .when(further)
      .thenRecorded([asked('POLICE_LETTER')]);
    const history = [...waiting, asked('POLICE_LETTER')];
    given(history).when(further).thenNothing();
    expect(fold(claims, history).situation).toBe('WAITING');
    const received = add(fold(claims, history));
    expect(received.map(({ type }) => type)).toEqual(['DocumentsReceived']);
    given([...history, ...received])
      .when(add)
      .thenRejected('CLAIM_WAITING');
    const over: ClaimEvent = {
      type: 'WaitEnded',
      data: {
        ...by,
        enderId: 'adjudicator',
        reason: 'INSPECTOR',
        how: 'GIVEN_UP',
        payBy: localDate('2026-12-01'),
      },
    };
    const calculate = (known: readonly ClaimEvent[]) =>
      calculateBenefit({ claimId: CLAIM }, fold(claims, known), testContext(), jkkFacts());
    expect(calculate([...history, over])).toMatchObject([
      { type: 'DocumentsRequested', data: { missing: ['POLICE_LETTER'] } },
    ]);
    expect(calculate([...history, ...received, over])).toMatchObject([{ type: 'BenefitCalculated' }]);
  });

  it('lets go of a proposal to deny where the papers come while somebody else is waited for', () => {
    const wait: ClaimEvent = {
      type: 'WaitBegun',
      data: { ...by, askerId: 'adjudicator', reason: 'INSPECTOR', until: localDate('2026-12-20') },
    };
    const received: ClaimEvent = {
      type: 'DocumentsReceived',
      data: { ...by, documents: [{ kind: 'KK3' }], person: { references: ['archive/kk3'] } },
    };
    const history = [...open, wait, proposed('PAPER_FALSE'), received];
    expect(fold(claims, history)).toMatchObject({ situation: 'WAITING', proposal: undefined });
    expect(fold(claimSteps, history).expected).toMatchObject({ step: 'ANSWER' });
  });

  it('asks again for what somebody has waived', () => {
    const waived: ClaimEvent = {
      type: 'DocumentWaived',
      data: { ...by, waiverId: 'supervisor', kind: 'POLICE_LETTER', ground: 'CANNOT_BE_OBTAINED' },
    };
    given([...open, asked('POLICE_LETTER'), requested('POLICE_LETTER'), waived, COMPLETED])
      .when((state) => askFurtherDocuments(ask('POLICE_LETTER'), state, testContext(), jkkFacts()))
      .thenRecorded([asked('POLICE_LETTER'), requested('POLICE_LETTER')]);
  });

  it('needs it then, whatever else is handed in', () => {
    const waived: ClaimEvent = {
      type: 'DocumentWaived',
      data: { ...by, waiverId: 'supervisor', kind: 'POLICE_LETTER', ground: 'CANNOT_BE_OBTAINED' },
    };
    const again = [asked('POLICE_LETTER'), requested('POLICE_LETTER')];
    const state = fold(claims, [...open, ...again, waived, COMPLETED, ...again]);
    const documents = [{ kind: 'CARE_RECEIPTS', reference: 'archive/receipts' }] as const;
    expect(addDocuments({ claimId: CLAIM, documents }, state, testContext(), jkkFacts())[1]).toMatchObject({
      type: 'DocumentsRequested',
      data: { missing: ['POLICE_LETTER'] },
    });
  });
});

describe('Refusing a document', () => {
  const input = { claimId: CLAIM, kind: 'KK3', fault: 'ILLEGIBLE' } as const;
  const refused: ClaimEvent = {
    type: 'DocumentRefused',
    data: { ...by, refuserId: 'user-1', kind: 'KK3', fault: 'ILLEGIBLE' },
  };

  it('asks for another where the claim needs one', () => {
    given([...open, CALCULATED])
      .when((state) => refuseDocument(input, state, testContext(), jkkFacts()))
      .thenRecorded([refused, requested('KK3')]);
    const state = fold(claims, [...open, refused, requested('KK3')]);
    const documents = [{ kind: 'KK3', reference: 'archive/legible' }] as const;
    expect(addDocuments({ claimId: CLAIM, documents }, state, testContext(), jkkFacts())[1]).toMatchObject({
      type: 'ClaimCompleted',
    });
  });

  it('leaves a claim where it stood that does not need it', () => {
    const extra = submittedWith([...JKK_PAPERS, { kind: 'POLICE_LETTER', reference: 'archive/letter' }]);
    given([extra, COMPLETED, CALCULATED])
      .when((state) => refuseDocument({ ...input, kind: 'POLICE_LETTER' }, state, testContext(), jkkFacts()))
      .thenRecorded([{ ...refused, data: { ...refused.data, kind: 'POLICE_LETTER' } }]);
  });

  it('is refused where there is none that counts', () => {
    given([...open, refused, requested('KK3')])
      .when((state) => refuseDocument(input, state, testContext(), jkkFacts()))
      .thenRejected('DOCUMENT_NOT_THERE');
  });
});

describe('Waiving a document', () => {
  const input = { claimId: CLAIM, kind: 'KK3', ground: 'SEEN_BY_OFFICE' } as const;
  const incomplete = [submittedWith(JKK_PAPERS.filter(({ kind }) => kind !== 'KK3')), requested('KK3')];

  it('completes a claim that lacks nothing else', () => {
    const state = fold(claims, incomplete);
    expect(waiveDocument(input, state, supervisor(), jkkFacts())).toMatchObject([
      { type: 'DocumentWaived', data: { waiverId: 'supervisor', kind: 'KK3' } },
      { type: 'ClaimCompleted' },
    ]);
  });

  it('is refused to whoever handed the claim in, and for what is not missing', () => {
    given(incomplete)
      .when((state) => waiveDocument(input, state, supervisor('submitter'), jkkFacts()))
      .thenRejected('SUBMITTER_CANNOT_DECIDE');
    given(incomplete)
      .when((state) => waiveDocument({ ...input, kind: 'KK1' }, state, supervisor(), jkkFacts()))
      .thenRejected('DOCUMENT_NOT_MISSING');
  });
});
