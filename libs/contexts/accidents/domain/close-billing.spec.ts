import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, CLAIM_ID, billingClosed, care, wholeStory } from './accident.examples.js';
import { accidents } from './accident.js';
import { closeBilling } from './close-billing.js';

const given = decisionSpec(accidents);

const input = { accidentId: ACCIDENT_ID, claimId: CLAIM_ID, closedOn: localDate('2026-11-10') };

describe('closing the billing', () => {
  it('names the claim that was approved, and the day', () => {
    given(wholeStory())
      .when((state) => closeBilling(input, state, testContext()))
      .thenRecorded([billingClosed()]);
  });

  it('waits for no invoice that came between the approval and now', () => {
    given([...wholeStory(), care({ invoiceNumber: 'INV-9' })])
      .when((state) => closeBilling(input, state, testContext()))
      .thenRecorded([billingClosed()]);
  });

  it('is done once: the same again changes nothing', () => {
    given([...wholeStory(), billingClosed()])
      .when((state) => closeBilling(input, state, testContext()))
      .thenRecorded([]);
  });

  it('of an unknown accident is refused', () => {
    given()
      .when((state) => closeBilling(input, state, testContext()))
      .thenRejected('ACCIDENT_NOT_FOUND');
  });
});
