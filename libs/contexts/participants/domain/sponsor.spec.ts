import { describe, expect, it } from '@jest/globals';
import { Rejection, fold, localDate, putForward } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { AGREEMENT, VILLAGE, agreementSigned, villageRegistered } from './participant.examples.js';
import { registerSponsor } from './register-sponsor.js';
import { confirmAgreement, signSponsorAgreement } from './sign-sponsor-agreement.js';
import type { SponsorEvent } from './sponsor.events.js';
import { type PaidBy, agreementInForce, payingAgreement, sponsors } from './sponsor.js';

const given = decisionSpec(sponsors);
const village = { sponsorId: VILLAGE, kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321605' } as const;
const terms = {
  sponsorId: VILLAGE,
  agreementId: AGREEMENT,
  reference: 'APBDes 1/2026',
  governmentPaid: true,
  validFrom: localDate('2026-01-01'),
  validUntil: localDate('2026-12-31'),
};

describe('Registering a sponsor', () => {
  it('records the body that will pay', () => {
    given()
      .when((state) => registerSponsor(village, state, testContext()))
      .thenRecorded([
        { type: 'SponsorRegistered', data: { ...village, effectiveOn: localDate('2026-11-20') } },
      ]);
  });

  it('refuses to register it twice', () => {
    given([villageRegistered])
      .when((state) => registerSponsor(village, state, testContext()))
      .thenRejected('SPONSOR_ALREADY_REGISTERED');
  });
});

const { sponsorId, reference, agreementId: _agreement, ...promised } = terms;

const proposed = (agreementId = AGREEMENT): SponsorEvent => ({
  type: 'SponsorProposalMade',
  data: {
    sponsorId,
    agreementId,
    reference,
    proposed: { kind: 'AGREEMENT', ...promised },
    ...putForward(testContext()),
  },
});

describe('Signing an agreement', () => {
  it('puts it forward, for a second person to sign', () => {
    given([villageRegistered])
      .when((state) => signSponsorAgreement(terms, state, testContext()))
      .thenRecorded([proposed()]);
  });

  it('pays for nobody where one alone recorded it more than a year late, until another one has confirmed it', () => {
    const { actor } = testContext();
    const backDated = { ...agreementSigned.data, backDatedBy: actor.id } as typeof agreementSigned.data;
    const history = [villageRegistered, { ...agreementSigned, data: backDated } as SponsorEvent];
    const inForce = (events: typeof history) => () =>
      agreementInForce(fold(sponsors, events), AGREEMENT, localDate('2026-11-20'));
    expect(inForce(history)).toThrow(expect.objectContaining({ code: 'AGREEMENT_UNCONFIRMED' }));
    const confirming = { sponsorId: VILLAGE, agreementId: AGREEMENT };
    given(history)
      .when((state) => confirmAgreement(confirming, state, testContext()))
      .thenRejected('ENTERED_BY_YOU');
    const second = testContext({ actor: { ...actor, id: 'another' } });
    const confirmed = confirmAgreement(confirming, fold(sponsors, history), second);
    expect(inForce([...history, ...confirmed])()).toMatchObject({ agreementId: AGREEMENT });
  });

  it('takes another one beside it', () => {
    const next = { ...terms, agreementId: 'another' };
    given([villageRegistered, agreementSigned])
      .when((state) => signSponsorAgreement(next, state, testContext()))
      .thenRecorded([proposed('another')]);
  });

  it('refuses one of a sponsor that is not registered', () => {
    given()
      .when((state) => signSponsorAgreement(terms, state, testContext()))
      .thenRejected('SPONSOR_NOT_FOUND');
  });

  it('refuses the same one twice', () => {
    given([villageRegistered, agreementSigned])
      .when((state) => signSponsorAgreement(terms, state, testContext()))
      .thenRejected('AGREEMENT_ALREADY_SIGNED');
  });

  it('refuses one that ends before it begins', () => {
    given([villageRegistered])
      .when((state) =>
        signSponsorAgreement({ ...terms, validUntil: localDate('2025-12-31') }, state, testContext()),
      )
      .thenRejected('AGREEMENT_ENDS_BEFORE_IT_BEGINS');
  });
});

const signed = fold(sponsors, [villageRegistered, agreementSigned]);

function codeOf(ask: () => unknown): string | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

describe('The agreement in force', () => {
  it('is in force on its first and on its last day, and not beside them', () => {
    const on = (day: string) => codeOf(() => agreementInForce(signed, AGREEMENT, localDate(day)));
    expect([on('2026-01-01'), on('2026-12-31')]).toEqual([undefined, undefined]);
    expect([on('2025-12-31'), on('2027-01-01')]).toEqual([
      'AGREEMENT_NOT_IN_FORCE',
      'AGREEMENT_NOT_IN_FORCE',
    ]);
  });

  it('must be known, and its sponsor registered', () => {
    const day = localDate('2026-06-01');
    expect(codeOf(() => agreementInForce(signed, 'another', day))).toBe('AGREEMENT_NOT_FOUND');
    expect(codeOf(() => agreementInForce(sponsors.initial, AGREEMENT, day))).toBe('SPONSOR_NOT_FOUND');
  });
});

describe('Who pays', () => {
  const day = localDate('2026-06-01');
  const under = (paidBy: PaidBy) => payingAgreement(paidBy, signed, day);
  const named = { sponsorId: VILLAGE, agreementId: AGREEMENT };

  it('is the worker without any agreement', () => {
    expect(under({ payer: 'SELF' })).toBeUndefined();
  });

  it('is the sponsor under its agreement', () => {
    expect(under({ payer: 'VILLAGE', ...named })).toMatchObject({
      agreementId: AGREEMENT,
      governmentPaid: true,
    });
  });

  it('is not a sponsor that names no agreement, nor a worker who names one', () => {
    expect(codeOf(() => under({ payer: 'VILLAGE' }))).toBe('AGREEMENT_MISSING');
    expect(codeOf(() => under({ payer: 'VILLAGE', sponsorId: VILLAGE }))).toBe('AGREEMENT_MISSING');
    expect(codeOf(() => under({ payer: 'SELF', ...named }))).toBe('AGREEMENT_WITHOUT_SPONSOR');
  });

  it('is not a company under the agreement of a village: the relief would be wrong', () => {
    expect(codeOf(() => under({ payer: 'CSR_SPONSOR', ...named }))).toBe('PAYER_DIFFERS');
  });
});
