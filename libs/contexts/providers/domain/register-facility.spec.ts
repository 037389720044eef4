import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { registered } from './facility.examples.js';
import { facilities } from './facility.js';
import { type RegisterFacilityInput, registerFacility } from './register-facility.js';

const given = decisionSpec(facilities);

const input: RegisterFacilityInput = {
  facilityId: 'facility-1',
  kind: 'HOSPITAL',
  name: 'RS Contoh Cikarang',
  district: '321600',
  account: { bank: 'BANK CONTOH', number: '0001234567', holder: 'RS Contoh Cikarang' },
};

describe('registering a facility', () => {
  it('makes it known, with the account its invoices are paid to', () => {
    given()
      .when((state) => registerFacility(input, state, testContext()))
      .thenRecorded([registered()]);
  });

  it('is done once', () => {
    given([registered()])
      .when((state) => registerFacility(input, state, testContext()))
      .thenRejected('FACILITY_ALREADY_REGISTERED');
  });
});
