import { describe, expect, it } from '@jest/globals';
import { eventId, participantIdFor } from '#event-store';
import { derivedId, localDate } from '#kernel';
import { claimPayment } from '#contexts/payouts/processes/claim-payment';
import { scholarshipGrants } from '#contexts/scholarships/processes/scholarship-grants';
import { accidentIdOf } from '../../libs/contexts/accidents/domain/accident.js';
import { invoiceIdOf as knownInvoiceIdOf } from '../../libs/contexts/accidents/domain/invoice-name.js';
import { invoiceIdOf } from '../../libs/contexts/billing/domain/billing.js';
import { jkkClaimId, jkmClaimId } from '../../libs/contexts/claims/programmes/claim-ids.js';
import { payoutIdOf } from '../../libs/contexts/payouts/domain/payout.js';
import { scholarshipIdOf } from '../../libs/contexts/scholarships/domain/scholarship.js';

const SECRET = Buffer.alloc(32, 7);
const PERSON = '7d1e4f30-2b6c-8a9d-9e0f-1a2b3c4d5e6f';
const EVENT = '00000000-0000-4000-8000-000000000001';
const CHILD = '0b7c9a52-5d1e-5f0a-8a67-3c2d1e4f5a6b';
const STREAM = `claim-${PERSON}`;
const DAY = localDate('2026-09-01');
const source = { kind: 'CLAIM', id: PERSON, eventId: EVENT } as const;

/** Whatever is asked twice meets itself by these. Another derivation would register, claim and pay a second time. */
describe('an identity that follows from its cause stays what it is, release after release:', () => {
  it.each([
    ['the events of a command', () => eventId(EVENT, STREAM, 0), 'da98f1bb-ad76-5bc7-a389-468e151faf8c'],
    ['each event of it', () => eventId(EVENT, STREAM, 1), '1f5690bd-9b48-5813-a756-be1bb47e4fe7'],
    [
      'a participant',
      () => participantIdFor('0000055205900001', SECRET),
      '6fa1fd65-2c74-8065-9f21-526d731ab01b',
    ],
    [
      'another participant of the same NIK',
      () => participantIdFor('0000055205900001', SECRET, 1),
      'c632d946-9b5c-829b-ab30-8189ab702838',
    ],
    [
      'an invoice of a facility for an accident',
      () => invoiceIdOf(PERSON, CHILD, 'INV-1'),
      '77627c32-7c74-5aad-8b4e-9b1644fea5ca',
    ],
    [
      'the same, as its accident knows it',
      () => knownInvoiceIdOf(PERSON, CHILD, 'INV-1'),
      '77627c32-7c74-5aad-8b4e-9b1644fea5ca',
    ],
    ['an accident', () => accidentIdOf(PERSON, DAY), 'e6d6e4fa-cc2d-5451-b0a6-9c8a6374d787'],
    [
      'a second accident of the day',
      () => accidentIdOf(PERSON, DAY, 2),
      'a90654e5-d819-54b7-9fef-b43915b7a6dc',
    ],
    ['a JKK claim', () => jkkClaimId(EVENT), '9f0ee269-b9b2-54ac-926a-18be51394024'],
    ['a JKM claim', () => jkmClaimId(PERSON), '7e153b61-00db-5cb9-9719-fcff285b4ebd'],
    [
      'a payment to a person',
      () => payoutIdOf({ source, payee: 'HEIR' }),
      '2a43cef0-2646-5f09-a4f5-57e79a9c87b1',
    ],
    [
      'a payment to a PLKK',
      () => payoutIdOf({ source, payee: 'PLKK', facilityId: PERSON }),
      'a9977e05-973f-5aa5-ab02-1b5a8154e174',
    ],
    [
      'a scholarship',
      () => scholarshipIdOf({ participantId: PERSON, childId: CHILD }),
      '5e58f858-953d-5d22-973f-0e00251235f8',
    ],
    [
      'a place in the docket',
      () => derivedId('docket', EVENT, PERSON),
      'b514d25c-57e6-5954-be09-a72bed858926',
    ],
    [
      'a command of claim-payment',
      () => derivedId(claimPayment.name, EVENT, 'HEIR'),
      '41ba36f8-8c73-5165-ac9b-2d81844f1335',
    ],
    [
      'a command of scholarship-grants',
      () => derivedId(scholarshipGrants.name, EVENT, PERSON),
      'd902d34b-5183-5539-9c30-478df79dd9f1',
    ],
  ])('%s', (_what, identity, expected) => {
    expect(identity()).toBe(expected);
  });
});
