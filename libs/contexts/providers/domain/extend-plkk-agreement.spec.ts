import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { type ExtendPlkkAgreementInput, extendPlkkAgreement } from './extend-plkk-agreement.js';
import { extended, ofYear, putForwardBy, registered, signed } from './facility.examples.js';
import { facilities } from './facility.js';

const given = decisionSpec(facilities);

const addendum = (validUntil: string) =>
  putForwardBy({ kind: 'EXTENSION', validUntil: localDate(validUntil) }, { reference: 'ADD/004/2026' });

const until = (validUntil: string): ExtendPlkkAgreementInput => ({
  facilityId: 'facility-1',
  agreementId: 'agreement-1',
  reference: 'ADD/004/2026',
  validUntil: localDate(validUntil),
});

describe('extending a PLKK agreement', () => {
  it('is put forward by one person, and waits for a second one', () => {
    given([registered(), signed()])
      .when((state) => extendPlkkAgreement(until('2027-03-31'), state, testContext()))
      .thenRecorded([addendum('2027-03-31')]);
  });

  it('can be done again', () => {
    given([registered(), signed(), extended('2027-03-31')])
      .when((state) => extendPlkkAgreement(until('2027-06-30'), state, testContext()))
      .thenRecorded([addendum('2027-06-30')]);
  });

  it('of an unknown facility is refused', () => {
    given()
      .when((state) => extendPlkkAgreement(until('2027-03-31'), state, testContext()))
      .thenRejected('FACILITY_NOT_FOUND');
  });

  it('of an unknown agreement is refused', () => {
    given([registered()])
      .when((state) => extendPlkkAgreement(until('2027-03-31'), state, testContext()))
      .thenRejected('AGREEMENT_NOT_FOUND');
  });

  it('of an agreement that waits for its second signature is refused', () => {
    given([registered(), putForwardBy(ofYear())])
      .when((state) => extendPlkkAgreement(until('2027-03-31'), state, testContext()))
      .thenRejected('AGREEMENT_UNSIGNED');
  });

  it('is refused once the agreement has ended: a new one is needed', () => {
    const afterwards = testContext({ issuedAt: instant('2027-01-01T01:00:00Z') });
    const rejection = given([registered(), signed()])
      .when((state) => extendPlkkAgreement(until('2027-03-31'), state, afterwards))
      .thenRejected('AGREEMENT_ENDED');
    expect(rejection.details.allowed).toEqual(['sign a PLKK agreement']);
  });

  it('cannot shorten it, nor leave it as it is', () => {
    for (const day of ['2026-12-30', '2026-12-31']) {
      given([registered(), signed()])
        .when((state) => extendPlkkAgreement(until(day), state, testContext()))
        .thenRejected('ADDENDUM_DOES_NOT_EXTEND');
    }
  });

  it('stops where the next agreement begins', () => {
    given([registered(), signed(), signed('agreement-2', ['2027-01-01', '2027-12-31'])])
      .when((state) => extendPlkkAgreement(until('2027-01-01'), state, testContext()))
      .thenRejected('AGREEMENTS_OVERLAP');
  });
});
