import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  CLINIC,
  care,
  concluded,
  concludedNot,
  covered,
  guarantee,
  letterInput as letter,
  notified,
  referral,
  stageOne,
  statement,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { issueGuaranteeLetter } from './issue-guarantee-letter.js';

const given = decisionSpec(accidents);

const referredThere = [notified(), stageOne(), referral()];

describe('a guarantee letter', () => {
  it('before the conclusion guarantees the care of a suspected case', () => {
    given(referredThere)
      .when((state) => issueGuaranteeLetter(letter(), state, testContext(), covered))
      .thenRecorded([guarantee()]);
  });

  it('after the conclusion rests on the work accident of an active participant', () => {
    given([...referredThere, concluded()])
      .when((state) => issueGuaranteeLetter(letter(), state, testContext(), covered))
      .thenRecorded([guarantee({ basis: 'COVERED' })]);
  });

  it('with arrears to be settled stays one for a suspected case', () => {
    given([...referredThere, concluded()])
      .when((state) =>
        issueGuaranteeLetter(letter(), state, testContext(), { ...covered, coverage: 'PENDING_ARREARS' }),
      )
      .thenRecorded([guarantee()]);
  });

  it('may come while the victim is in care, and for each PLKK referred to', () => {
    given([...referredThere, guarantee(), care(), referral({ facilityId: CLINIC })])
      .when((state) => issueGuaranteeLetter(letter({ facilityId: CLINIC }), state, testContext(), covered))
      .thenRecorded([guarantee({ facilityId: CLINIC, guaranteeNumber: 'G-3F2A9C01D4E7-2' })]);
  });

  it('is refused when contributions had stopped: JKK does not stand for it', () => {
    given(referredThere)
      .when((state) =>
        issueGuaranteeLetter(letter(), state, testContext(), { ...covered, coverage: 'INACTIVE' }),
      )
      .thenRejected('REJECTED_INACTIVE');
  });

  it('is refused when nothing had been paid by the day of the accident', () => {
    given(referredThere)
      .when((state) =>
        issueGuaranteeLetter(letter(), state, testContext(), { ...covered, coverage: 'NEVER' }),
      )
      .thenRejected('REJECTED_NOT_REGISTERED');
  });

  it('for a facility the victim was not sent to is refused', () => {
    given(referredThere)
      .when((state) => issueGuaranteeLetter(letter({ facilityId: CLINIC }), state, testContext(), covered))
      .thenRejected('NOT_REFERRED_THERE');
  });

  it('for the same facility is issued once', () => {
    given([...referredThere, guarantee()])
      .when((state) => issueGuaranteeLetter(letter(), state, testContext(), covered))
      .thenRejected('ALREADY_GUARANTEED');
  });

  it('for a facility whose agreement has ended is refused', () => {
    given(referredThere)
      .when((state) =>
        issueGuaranteeLetter(letter(), state, testContext(), { ...covered, agreementId: undefined }),
      )
      .thenRejected('NOT_A_PLKK');
  });

  it.each([
    ['of a later day than today', '2026-11-21', 'ISSUED_IN_FUTURE'],
    ['of a day before the accident', '2026-08-31', 'ISSUED_BEFORE_ACCIDENT'],
  ])('%s is refused', (_when, day, code) => {
    given(referredThere)
      .when((state) =>
        issueGuaranteeLetter(letter({ issuedOn: localDate(day) }), state, testContext(), covered),
      )
      .thenRejected(code);
  });

  it.each([
    ['of an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
    ['after a final statement', [...referredThere, statement()], 'CARE_HAS_ENDED'],
    ['of something that was no work accident', [...referredThere, concludedNot()], 'NOT_A_WORK_ACCIDENT'],
    ['after stage II', wholeStory(), 'STAGE_TWO_ALREADY_REPORTED'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => issueGuaranteeLetter(letter(), state, testContext(), covered))
      .thenRejected(code);
  });
});
