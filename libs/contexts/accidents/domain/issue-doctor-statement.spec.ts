import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { Findings } from './statement.events.js';
import {
  ACCIDENT_ID,
  care,
  concludedNot,
  dead,
  findings,
  healed,
  notified,
  stageOne,
  statement,
  underTreatment,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { issueDoctorStatement } from './issue-doctor-statement.js';

const given = decisionSpec(accidents);

const stating = (health: Findings, statedOn = '2026-10-31') => ({
  accidentId: ACCIDENT_ID,
  doctorKind: 'TREATING' as const,
  statedOn: localDate(statedOn),
  health,
});

const inCare = [notified(), stageOne(), care()];
const fatal = [notified({ kind: 'SUDDEN_DEATH' }), stageOne({ effect: 'DEATH' })];

describe("a doctor's statement", () => {
  it('names the outcome, the injuries in the codes of the table and the days of incapacity', () => {
    given(inCare)
      .when((state) => issueDoctorStatement(stating(findings()), state, testContext()))
      .thenRecorded([statement()]);
  });

  it('needs no recorded care: invoices may come later', () => {
    given([notified(), stageOne()])
      .when((state) => issueDoctorStatement(stating(healed), state, testContext()))
      .thenRecorded([statement({ health: healed })]);
  });

  it('may be followed by a newer one, an advisory doctor’s too', () => {
    given([...inCare, statement()])
      .when((state) =>
        issueDoctorStatement({ ...stating(healed), doctorKind: 'ADVISORY' }, state, testContext()),
      )
      .thenRecorded([statement({ doctorKind: 'ADVISORY', health: healed })]);
  });

  it('of an occupational disease is form PAK3', () => {
    given([notified({ kind: 'OCCUPATIONAL_DISEASE' }), stageOne()])
      .when((state) => issueDoctorStatement(stating(healed), state, testContext()))
      .thenRecorded([statement({ form: 'PAK3', health: healed })]);
  });

  it('of a death names its day', () => {
    const died = stating(dead('2026-09-01'));
    given(fatal)
      .when((state) => issueDoctorStatement(died, state, testContext()))
      .thenRecorded([statement({ health: died.health })]);
  });

  it.each([
    ['of a later day than today', '2026-11-21', 'STATED_IN_FUTURE'],
    ['of a day before the accident', '2026-08-31', 'STATED_BEFORE_ACCIDENT'],
    ['that ends care which began later', '2026-09-01', 'STATED_BEFORE_CARE'],
  ])('%s is refused', (_what, day, code) => {
    given(inCare)
      .when((state) => issueDoctorStatement(stating(healed, day), state, testContext()))
      .thenRejected(code);
  });

  it('older than the newest one is refused', () => {
    given([...inCare, statement()])
      .when((state) => issueDoctorStatement(stating(healed, '2026-10-30'), state, testContext()))
      .thenRejected('STATEMENT_SUPERSEDED');
  });

  it.each([
    ['by stage I', fatal],
    ['by an earlier statement', [...inCare, statement({ health: dead('2026-10-01') })]],
  ])('does not bring back those reported dead %s', (_by, history) => {
    given(history)
      .when((state) => issueDoctorStatement(stating(healed), state, testContext()))
      .thenRejected('CONDITION_CONTRADICTS_DEATH');
  });

  it.each([
    ['without a day', dead()],
    ['before the accident', dead('2026-08-31')],
    ['after the statement', dead('2026-11-01')],
  ])('of a death %s is refused', (_when, health) => {
    given(fatal)
      .when((state) => issueDoctorStatement(stating(health), state, testContext()))
      .thenRejected('DEATH_DAY_MISSING');
  });

  it('of the living has no day of death', () => {
    const health = { ...healed, diedOn: localDate('2026-10-01') };
    given(inCare)
      .when((state) => issueDoctorStatement(stating(health), state, testContext()))
      .thenRejected('DEATH_DAY_UNEXPECTED');
  });

  it('of a partial disability names at least one injury', () => {
    given(inCare)
      .when((state) => issueDoctorStatement(stating(findings({ injuries: [] })), state, testContext()))
      .thenRejected('INJURIES_MISSING');
  });

  it('of any other condition names none', () => {
    given(inCare)
      .when((state) => issueDoctorStatement(stating(findings({ condition: 'HEALED' })), state, testContext()))
      .thenRejected('INJURIES_UNEXPECTED');
  });

  it.each<[string, Findings['injuries'], string]>([
    ['that the table does not know', [{ item: 'TANGAN_KETIGA' }], 'UNKNOWN_ITEM'],
    ['of a hand without its side', [{ item: 'JARI_LAIN_TANGAN' }], 'MISSING_FIELD'],
    ['assessed in a way the table does not offer', [{ item: 'PENCIUMAN', kind: 'ANATOMIC' }], 'WRONG_KIND'],
    ['outside the limits of its row', [{ item: 'KULIT_KEPALA', percent: 31 }], 'OUT_OF_RANGE'],
  ])('with an injury %s is refused, without repeating the finding', (_what, injuries, why) => {
    const { detail } = given(inCare)
      .when((state) => issueDoctorStatement(stating(findings({ injuries })), state, testContext()))
      .thenRejected('INJURY_NOT_ASSESSABLE');
    expect(detail).toBe(`Injury 1 cannot be assessed by the disability table: ${why}`);
  });

  it('with a finger beside the arm that it went with is refused', () => {
    const injuries = [
      { item: 'LENGAN_SIKU', side: 'LEFT' as const },
      { item: 'JARI_LAIN_TANGAN', side: 'LEFT' as const },
    ];
    const { detail } = given(inCare)
      .when((state) => issueDoctorStatement(stating(findings({ injuries })), state, testContext()))
      .thenRejected('INJURY_NOT_ASSESSABLE');
    expect(detail).toBe('Injury 2 cannot be assessed by the disability table: CONTRADICTION');
  });

  it.each([
    ['with an end and no beginning', { unableFrom: undefined }, 'INCAPACITY_NOT_A_PERIOD'],
    ['with a beginning and no end', { unableUntil: undefined }, 'INCAPACITY_NOT_A_PERIOD'],
    ['that ends before it begins', { unableUntil: localDate('2026-08-31') }, 'INCAPACITY_NOT_A_PERIOD'],
    ['from before the accident', { unableFrom: localDate('2026-08-31') }, 'INCAPACITY_BEFORE_ACCIDENT'],
    ['beyond the statement', { unableUntil: localDate('2026-11-01') }, 'INCAPACITY_AFTER_STATEMENT'],
  ])('of an incapacity %s is refused', (_what, changes, code) => {
    given(inCare)
      .when((state) => issueDoctorStatement(stating(findings(changes)), state, testContext()))
      .thenRejected(code);
  });

  it.each([
    ['of an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
    ['of something that was no work accident', [...inCare, concludedNot()], 'NOT_A_WORK_ACCIDENT'],
    ['after stage II', wholeStory(), 'STAGE_TWO_ALREADY_REPORTED'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => issueDoctorStatement(stating(underTreatment), state, testContext()))
      .thenRejected(code);
  });
});
