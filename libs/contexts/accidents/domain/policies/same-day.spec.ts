import { describe, expect, it } from '@jest/globals';
import { fold, instant, localDate, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import type { AccidentEvent } from '../accident.events.js';
import type { Findings } from '../statement.events.js';
import {
  ACCIDENT_ID,
  HOSPITAL,
  care,
  covered,
  dead,
  findings,
  healed,
  letterInput,
  notice,
  notified,
  referral,
  stageOne,
  statement,
} from '../accident.examples.js';
import { accidents } from '../accident.js';
import type { AccidentState } from '../accident-state.js';
import { concludeAccident } from '../conclude-accident.js';
import { issueDoctorStatement } from '../issue-doctor-statement.js';
import { issueGuaranteeLetter } from '../issue-guarantee-letter.js';
import { issuePlkkReferral } from '../issue-plkk-referral.js';
import { notifyAccident } from '../notify-accident.js';
import { recordCare } from '../record-care.js';
import { reportStageOne } from '../report-stage-one.js';
import { reportStageTwo } from '../report-stage-two.js';

type Decision = (state: AccidentState) => readonly AccidentEvent[];

const TODAY = localDate('2026-11-20');
const OF_THE_ACCIDENT = localDate('2026-09-01');
const OF_STAGE_ONE = localDate('2026-09-02');
const OF_THE_STATEMENT = localDate('2026-10-31');

const reported = [notified(), stageOne()];
const at = (moment: string) => testContext({ issuedAt: instant(moment) });

const caredFor =
  (admittedOn: typeof TODAY, dischargedOn: typeof TODAY): Decision =>
  (state) =>
    recordCare(
      {
        accidentId: ACCIDENT_ID,
        facilityId: HOSPITAL,
        admittedOn,
        dischargedOn,
        invoiceNumber: 'INV-9',
        invoiceIdr: rupiah(1_000_000),
        health: { procedures: 'Dressing' },
      },
      state,
      testContext(),
      { letters: [] },
    );
const stating =
  (statedOn: typeof TODAY, health: Findings): Decision =>
  (state) =>
    issueDoctorStatement(
      { accidentId: ACCIDENT_ID, doctorKind: 'TREATING', statedOn, health },
      state,
      testContext(),
    );
const referredOn =
  (issuedOn: typeof TODAY): Decision =>
  (state) =>
    issuePlkkReferral(letterInput({ issuedOn }), state, testContext(), covered);
const guaranteedOn =
  (issuedOn: typeof TODAY): Decision =>
  (state) =>
    issueGuaranteeLetter(letterInput({ issuedOn }), state, testContext(), covered);
const concludedOn =
  (day: typeof TODAY): Decision =>
  (state) =>
    concludeAccident(
      { accidentId: ACCIDENT_ID, conclusion: 'WORK_ACCIDENT', reason: 'At work', concludedOn: day },
      state,
      testContext(),
    );
const stageOneAt =
  (moment: string): Decision =>
  (state) =>
    reportStageOne(
      { accidentId: ACCIDENT_ID, reportedBy: 'GROUP', effect: 'INJURY', evidence: [] },
      state,
      at(moment),
    );

/** Days are compared, not hours: what happens on one day has happened in order. */
describe('on one and the same day', () => {
  it.each<[string, AccidentEvent[], Decision]>([
    ['stage I comes in at the very moment of the accident', [notified()], stageOneAt('2026-09-01T01:00:00Z')],
    ['a victim is referred on the day of the accident', reported, referredOn(OF_THE_ACCIDENT)],
    ['a victim is referred today', reported, referredOn(TODAY)],
    ['care is guaranteed today', [...reported, referral()], guaranteedOn(TODAY)],
    ['a patient is admitted and discharged today', reported, caredFor(TODAY, TODAY)],
    [
      'a patient is admitted on the day of the final statement',
      [...reported, statement()],
      caredFor(OF_THE_STATEMENT, TODAY),
    ],
    ['a doctor states something of today', reported, stating(TODAY, healed)],
    ['a doctor states something on the day of the accident', reported, stating(OF_THE_ACCIDENT, healed)],
    [
      'a final statement is of the day on which the last care began',
      [...reported, care()],
      stating(OF_STAGE_ONE, healed),
    ],
    [
      'a newer statement is of the day of the older one',
      [...reported, statement()],
      stating(OF_THE_STATEMENT, healed),
    ],
    ['a victim dies on the day of the accident', reported, stating(OF_STAGE_ONE, dead(OF_THE_ACCIDENT))],
    ['a victim dies on the day of the statement', reported, stating(OF_STAGE_ONE, dead(OF_STAGE_ONE))],
    [
      'a victim cannot work for one day, that of accident and statement',
      reported,
      stating(OF_THE_ACCIDENT, { ...healed, unableFrom: OF_THE_ACCIDENT, unableUntil: OF_THE_ACCIDENT }),
    ],
    ['it is concluded on the day of stage I', reported, concludedOn(OF_STAGE_ONE)],
    ['it is concluded today', reported, concludedOn(TODAY)],
    [
      'stage II is reported on the day of the statement',
      [...reported, statement({ health: findings() })],
      (state) =>
        reportStageTwo(
          { accidentId: ACCIDENT_ID, reportedBy: 'FACILITY', transport: [] },
          state,
          at('2026-10-31T02:00:00Z'),
        ),
    ],
  ])('%s', (_what, history, decide) => {
    expect(decide(fold(accidents, history))).toHaveLength(1);
  });

  it('an accident is told of at the very moment it happened, and on the day of a death', () => {
    const decided = notifyAccident(notice(), accidents.initial, at('2026-09-01T01:00:00Z'), {
      diedOn: OF_THE_ACCIDENT,
    });
    expect(decided).toEqual([notified()]);
  });
});
