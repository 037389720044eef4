import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  CLINIC,
  care,
  concluded,
  concludedNot,
  covered,
  letterInput as refer,
  notified,
  referral,
  stageOne,
  statement,
  underTreatment,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { issuePlkkReferral } from './issue-plkk-referral.js';

const given = decisionSpec(accidents);

describe('a referral to a PLKK', () => {
  it('follows stage I', () => {
    given([notified(), stageOne()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), covered))
      .thenRecorded([referral()]);
  });

  it('may send the victim on to another PLKK, also while in care', () => {
    given([notified(), stageOne(), referral(), care(), statement({ health: underTreatment })])
      .when((state) => issuePlkkReferral(refer({ facilityId: CLINIC }), state, testContext(), covered))
      .thenRecorded([referral({ facilityId: CLINIC, referralNumber: 'R-3F2A9C01D4E7-2' })]);
  });

  it('may come after the conclusion that it was a work accident', () => {
    given([notified(), stageOne(), concluded()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), covered))
      .thenRecorded([referral()]);
  });

  it('is not stopped by arrears: the benefit is held, the care is not', () => {
    given([notified(), stageOne()])
      .when((state) =>
        issuePlkkReferral(refer(), state, testContext(), { ...covered, coverage: 'PENDING_ARREARS' }),
      )
      .thenRecorded([referral({ coverage: 'PENDING_ARREARS' })]);
  });

  it('is refused when contributions had stopped: JKK does not stand for it', () => {
    const rejection = given([notified(), stageOne()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), { ...covered, coverage: 'INACTIVE' }))
      .thenRejected('REJECTED_INACTIVE');
    expect(rejection.details.facts).toMatchObject({ rule: 'membership-is-active' });
    expect(rejection.details.facts?.article).toMatch(/PP 44\/2015/);
  });

  it('is refused when nothing had been paid by the day of the accident', () => {
    given([notified(), stageOne()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), { ...covered, coverage: 'NEVER' }))
      .thenRejected('REJECTED_NOT_REGISTERED');
  });

  it('to a facility without an agreement in force is refused', () => {
    given([notified(), stageOne()])
      .when((state) =>
        issuePlkkReferral(refer(), state, testContext(), { ...covered, agreementId: undefined }),
      )
      .thenRejected('NOT_A_PLKK');
  });

  it('to the same facility is issued once', () => {
    given([notified(), stageOne(), referral()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), covered))
      .thenRejected('ALREADY_REFERRED');
  });

  it('cannot be of a later day than today', () => {
    const context = testContext({ issuedAt: instant('2026-09-01T10:00:00Z') });
    given([notified(), stageOne()])
      .when((state) => issuePlkkReferral(refer(), state, context, covered))
      .thenRejected('ISSUED_IN_FUTURE');
  });

  it('cannot be of a day before the accident', () => {
    given([notified(), stageOne()])
      .when((state) =>
        issuePlkkReferral(refer({ issuedOn: localDate('2026-08-31') }), state, testContext(), covered),
      )
      .thenRejected('ISSUED_BEFORE_ACCIDENT');
  });

  it('has no use after a final statement', () => {
    given([notified(), stageOne(), statement()])
      .when((state) => issuePlkkReferral(refer(), state, testContext(), covered))
      .thenRejected('CARE_HAS_ENDED');
  });

  it.each([
    ['of an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
    [
      'of something that was no work accident',
      [notified(), stageOne(), concludedNot()],
      'NOT_A_WORK_ACCIDENT',
    ],
    ['after stage II', wholeStory(), 'STAGE_TWO_ALREADY_REPORTED'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => issuePlkkReferral(refer({ facilityId: CLINIC }), state, testContext(), covered))
      .thenRejected(code);
  });
});
