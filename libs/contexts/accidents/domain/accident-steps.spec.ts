import { describe, expect, it } from '@jest/globals';
import { type AnyStepFold, type ExpectedStep, type Fold, type Expecting, fold, localDate } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  PARTICIPANT_ID,
  bearerNamed,
  care,
  concluded,
  concludedNot,
  determination,
  guarantee,
  notified,
  referral,
  stageOne,
  statement,
} from './accident.examples.js';
import { conclusionSteps, noticeSteps, reportSteps } from './accident-steps.js';

const expectedAfter = (steps: AnyStepFold, ...history: readonly AccidentEvent[]): ExpectedStep | undefined =>
  fold(steps as unknown as Fold<Expecting, AccidentEvent>, history).expected;

describe('The conclusion of an accident', () => {
  const conclusion = (...history: readonly AccidentEvent[]) => expectedAfter(conclusionSteps, ...history);
  const promised = [notified(), stageOne(), referral(), guarantee()];
  const none = [...promised, concludedNot()];

  it('waits for an adjudicator within 30 days of stage I, and no longer once it is reached', () => {
    expect(conclusion(notified())).toBeUndefined();
    expect(conclusion(...promised)).toMatchObject({
      step: 'CONCLUDE_ACCIDENT',
      turn: 'ADJUDICATOR',
      dueDays: ['2026-10-02'],
      barring: [{ hand: 'INTEREST', of: ACCIDENT_ID }],
    });
    expect(conclusion(...promised, concluded())).toBeUndefined();
    expect(conclusion(...promised, determination('INSPECTOR', '2026-09-20'))).toBeUndefined();
  });

  it.each([
    ['a guarantee letter', guarantee()],
    ['care that a PLKK has billed', care()],
  ])('that it was none leaves a facility to be told whom to bill that has %s', (_what, promise) => {
    expect(conclusion(notified(), stageOne(), promise, concludedNot())).toMatchObject({
      step: 'NAME_CARE_BEARER',
      since: '2026-09-20',
      dueDays: ['2026-09-25'],
      barring: [{ hand: 'INTEREST', of: ACCIDENT_ID }],
    });
  });

  it('leaves nobody to be told where nobody was promised payment', () => {
    const ownMoney = care({ billing: 'REIMBURSEMENT' });
    expect(conclusion(notified(), stageOne(), ownMoney, concludedNot())).toBeUndefined();
  });

  it('that an authority confirms after they were told leaves nobody to be told once more', () => {
    const again = determination('MINISTER', '2026-10-01', 'NOT_WORK_ACCIDENT');
    expect(conclusion(...none, bearerNamed())).toBeUndefined();
    expect(conclusion(...none, bearerNamed(), again)).toBeUndefined();
    expect(conclusion(...none, again)).toMatchObject({
      step: 'NAME_CARE_BEARER',
      since: '2026-10-01',
      barring: [{ hand: 'INTEREST', of: ACCIDENT_ID }],
    });
  });

  it('that turns twice leaves those to be told that were promised payment in between', () => {
    expect(
      conclusion(
        ...none,
        bearerNamed(),
        determination('INSPECTOR', '2026-10-01'),
        guarantee({ facilityId: CLINIC }),
        determination('COURT', '2026-11-01', 'NOT_WORK_ACCIDENT'),
      ),
    ).toMatchObject({ step: 'NAME_CARE_BEARER', since: '2026-11-01' });
  });

  it('is not asked by a determination that does not hold', () => {
    const court = determination('COURT', '2026-09-20');
    const inspector = determination('INSPECTOR', '2026-10-01', 'NOT_WORK_ACCIDENT');
    expect(conclusion(...promised, court, inspector)).toBeUndefined();
  });
});

describe('The reports of an accident', () => {
  const reports = (...history: readonly AccidentEvent[]) => expectedAfter(reportSteps, ...history);
  const waiting = [notified(), stageOne(), statement()];

  it('wait for nobody while it is no work accident, and go on where they stood', () => {
    expect(reports(...waiting)).toMatchObject({ step: 'REPORT_STAGE_TWO' });
    expect(reports(...waiting, concludedNot())).toBeUndefined();
    expect(reports(...waiting, concludedNot(), determination('COURT', '2026-11-01'))).toEqual(
      reports(...waiting),
    );
  });
});

describe('A notice that was entered late', () => {
  const late = notified({ backDatedBy: 'rina', effectiveOn: localDate('2026-09-20') });
  const confirmed: AccidentEvent = {
    type: 'BackDatedNoticeConfirmed',
    data: {
      accidentId: ACCIDENT_ID,
      participantId: PARTICIPANT_ID,
      confirmerId: 'sita',
      effectiveOn: localDate('2026-09-22'),
    },
  };

  it('waits seven days for somebody else, and no longer once it is confirmed', () => {
    expect(expectedAfter(noticeSteps, notified())).toBeUndefined();
    expect(expectedAfter(noticeSteps, late)).toMatchObject({
      step: 'CONFIRM_NOTICE',
      dueDays: ['2026-09-27'],
      notBy: ['rina'],
      barring: [{ hand: 'INTEREST', of: ACCIDENT_ID }],
    });
    expect(expectedAfter(noticeSteps, late, confirmed)).toBeUndefined();
  });
});
