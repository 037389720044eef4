import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from '../../domain/approve-claim.js';
import { calculateBenefit } from '../../domain/calculate-benefit.js';
import { ACCOUNT, PARTICIPANT } from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import type { DocumentKind } from '../../domain/handed-in.events.js';
import { claimantOf, claims, knownClaim } from '../../domain/claim.js';
import type { Basis } from '../../domain/programme.js';
import { submitClaim } from '../../domain/submit-claim.js';
import { PROGRAMME_CODES, programmeOf } from '../index.js';
import { type JhtFacts, jht, jhtClaimId } from './programme.js';

const given = decisionSpec(claims);
const claimId = jhtClaimId(PARTICIPANT);
const PAPERS: readonly DocumentKind[] = ['KPJ_CARD', 'E_KTP', 'ACCOUNT_BOOK'];
const SAVED = { contributionsPaid: rupiah(7_200_000), developmentCredited: rupiah(1_150_000) };

const basis = (facts: Partial<JhtFacts> = {}): Basis<JhtFacts> => ({
  programme: jht,
  facts: { account: SAVED, stoppedOn: localDate('2026-10-31'), ...facts },
});
const input = {
  claimId,
  programme: jht.code,
  participantId: PARTICIPANT,
  claimant: 'PARTICIPANT' as const,
  documents: PAPERS.map((kind) => ({ kind, reference: `archive/${kind}` })),
  person: { claimantName: 'Sari Contoh', account: ACCOUNT },
};

const by = (id: string) => testContext({ actor: { ...testContext().actor, id } });

/** From the paper to the approval, by the decisions of every claim. */
function approved(basis: Basis): ClaimEvent[] {
  const history: ClaimEvent[] = [...submitClaim(input, claims.initial, by('submitter'), basis)];

  history.push(...calculateBenefit({ claimId }, fold(claims, history), by('assessor'), basis));
  history.push(...approveClaim({ claimId }, fold(claims, history), by('decider'), basis));
  return history;
}

describe('a JHT claim of a participant who works for nobody', () => {
  it('goes the way of every claim: the whole account to whoever saved it', () => {
    const history = approved(basis());
    expect(history.map(({ type }) => type)).toEqual([
      'ClaimSubmitted',
      'ClaimCompleted',
      'BenefitCalculated',
      'ClaimApproved',
    ]);
    expect(history.at(-1)?.data).toMatchObject({
      programme: 'JHT',
      eventDate: '2026-10-31',
      totalIdr: 8_350_000,
      payments: [{ payee: 'PARTICIPANT', componentCodes: ['JHT_BALANCE'], amountIdr: 8_350_000 }],
      payBy: '2026-11-27',
    });
    expect(claimantOf(knownClaim(fold(claims, history)))).toBe('PARTICIPANT');
  });

  it('belongs to the heir after a death, with papers of the heir', () => {
    const died = basis({ diedOn: localDate('2026-10-31') });
    given()
      .when((state) => submitClaim(input, state, testContext(), died))
      .thenRejected('NOT_ENTITLED_TO_CLAIM');
    const heir = { ...input, claimant: 'HEIR' as const };
    const [, verdict] = submitClaim(heir, claims.initial, testContext(), died);
    expect(verdict).toMatchObject({
      type: 'DocumentsRequested',
      data: { missing: ['DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP'] },
    });
  });

  it('is refused while nobody keeps the account, and while it is saved on', () => {
    given()
      .when((state) => submitClaim(input, state, testContext(), basis({ account: undefined })))
      .thenRejected('JHT_ACCOUNT_UNKNOWN');
    given()
      .when((state) => submitClaim(input, state, testContext(), basis({ stoppedOn: undefined })))
      .thenRejected('JHT_STILL_SAVING');
  });

  it('is not taken in yet', () => {
    expect(programmeOf('JHT')).toBe(jht);
    expect(PROGRAMME_CODES).toEqual(['JKK', 'JKM']);
  });
});
