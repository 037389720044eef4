import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { extended, ofYear, putForwardBy, registered, signed } from './facility.examples.js';
import { facilities } from './facility.js';
import { type SignPlkkAgreementInput, signPlkkAgreement } from './sign-plkk-agreement.js';

const given = decisionSpec(facilities);

const sign = (changes: Partial<SignPlkkAgreementInput> = {}): SignPlkkAgreementInput => ({
  facilityId: 'facility-1',
  agreementId: 'agreement-1',
  reference: 'PKS/021/2026',
  validFrom: localDate('2026-01-01'),
  validUntil: localDate('2026-12-31'),
  ...changes,
});

const nextYear = {
  agreementId: 'agreement-2',
  validFrom: localDate('2027-01-01'),
  validUntil: localDate('2027-12-31'),
};

describe('signing a PLKK agreement', () => {
  it('is put forward by one person, and waits for a second one', () => {
    given([registered()])
      .when((state) => signPlkkAgreement(sign(), state, testContext()))
      .thenRecorded([putForwardBy(ofYear())]);
  });

  it('for the time after an earlier agreement is allowed', () => {
    given([registered(), signed()])
      .when((state) => signPlkkAgreement(sign(nextYear), state, testContext()))
      .thenRecorded([putForwardBy(ofYear(['2027-01-01', '2027-12-31']), { agreementId: 'agreement-2' })]);
  });

  it('of a facility that nobody registered is refused', () => {
    given()
      .when((state) => signPlkkAgreement(sign(), state, testContext()))
      .thenRejected('FACILITY_NOT_FOUND');
  });

  it('is done once', () => {
    given([registered(), signed()])
      .when((state) => signPlkkAgreement(sign(), state, testContext()))
      .thenRejected('AGREEMENT_ALREADY_SIGNED');
  });

  it('that ends before it begins is refused', () => {
    given([registered()])
      .when((state) => signPlkkAgreement(sign({ validUntil: localDate('2025-12-31') }), state, testContext()))
      .thenRejected('AGREEMENT_ENDS_BEFORE_IT_BEGINS');
  });

  it('for days on which another agreement is in force is refused', () => {
    const overlapping = { ...nextYear, validFrom: localDate('2026-12-31') };
    given([registered(), signed()])
      .when((state) => signPlkkAgreement(sign(overlapping), state, testContext()))
      .thenRejected('AGREEMENTS_OVERLAP');
  });

  it('knows of addenda: they too keep others away', () => {
    given([registered(), signed(), extended('2027-03-31')])
      .when((state) => signPlkkAgreement(sign(nextYear), state, testContext()))
      .thenRejected('AGREEMENTS_OVERLAP');
  });
});
