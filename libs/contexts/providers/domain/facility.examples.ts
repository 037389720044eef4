import { localDate, putForward } from '#kernel';
import { testContext } from '#testing/decisions';
import type { FacilityEvent, PlkkProposalMade, PlkkProposed } from './facility.events.js';
import type { PlkkTerms } from './plkk-terms.js';

/** A hospital in Cikarang, registered on the day of the test context. */
export const registered = (): FacilityEvent => ({
  type: 'FacilityRegistered',
  data: {
    facilityId: 'facility-1',
    kind: 'HOSPITAL',
    name: 'RS Contoh Cikarang',
    district: '321600',
    account: { bank: 'BANK CONTOH', number: '0001234567', holder: 'RS Contoh Cikarang' },
    effectiveOn: localDate('2026-11-20'),
  },
});

/** An agreement of the hospital; for 2026 unless said otherwise. */
export const signed = (
  agreementId = 'agreement-1',
  [validFrom, validUntil] = ['2026-01-01', '2026-12-31'],
): FacilityEvent => ({
  type: 'PlkkAgreementSigned',
  data: {
    facilityId: 'facility-1',
    agreementId,
    reference: 'PKS/021/2026',
    validFrom: localDate(validFrom),
    validUntil: localDate(validUntil),
    effectiveOn: localDate(validFrom),
  },
});

/** What a registrar has signed on the day of the test context, and a second person is to sign. */
export const putForwardBy = (
  proposed: PlkkProposed,
  paper: Partial<PlkkProposalMade['data']> = {},
): PlkkProposalMade => ({
  type: 'PlkkProposalMade',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'PKS/021/2026',
    proposed,
    ...putForward(testContext()),
    ...paper,
  },
});

/** The agreement for 2026, or for other days. */
export const ofYear = ([validFrom, validUntil] = ['2026-01-01', '2026-12-31']): PlkkProposed => ({
  kind: 'AGREEMENT',
  validFrom: localDate(validFrom),
  validUntil: localDate(validUntil),
});

/** An addendum to the agreement for 2026. */
export const extended = (validUntil: string): FacilityEvent => ({
  type: 'PlkkAgreementExtended',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'ADD/004/2026',
    validUntil: localDate(validUntil),
    effectiveOn: localDate('2026-11-20'),
  },
});

/** An addendum that changes what was agreed. */
export const amended = (from: string, changes: Partial<PlkkTerms>): FacilityEvent => ({
  type: 'PlkkAgreementAmended',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'ADD/005/2026',
    terms: changes,
    effectiveOn: localDate(from),
  },
});

/** A suspension of the agreement for 2026. */
export const suspended = (from: string, until: string, careUntil: string): FacilityEvent => ({
  type: 'PlkkAgreementSuspended',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'SK/31/2026',
    reason: 'QUALITY',
    until: localDate(until),
    patients: 'TREATED_ON',
    careUntil: localDate(careUntil),
    effectiveOn: localDate(from),
  },
});

/** That suspension was lifted. */
export const lifted = (from: string): FacilityEvent => ({
  type: 'PlkkSuspensionLifted',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'SK/32/2026',
    effectiveOn: localDate(from),
  },
});

/** The agreement for 2026 ends before its time. */
export const ended = (lastDay: string, careUntil: string): FacilityEvent => ({
  type: 'PlkkAgreementEnded',
  data: {
    facilityId: 'facility-1',
    agreementId: 'agreement-1',
    reference: 'SK/40/2026',
    reason: 'BREACH_OF_AGREEMENT',
    patients: 'MOVED',
    careUntil: localDate(careUntil),
    effectiveOn: localDate(lastDay),
  },
});
