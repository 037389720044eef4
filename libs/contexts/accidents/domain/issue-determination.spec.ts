import { describe, expect, it } from '@jest/globals';
import { type LocalDate, fold, localDate } from '#kernel';
import { contextBy, decisionSpec } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  care,
  concluded,
  concludedNot,
  determination,
  guarantee,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
} from './accident.examples.js';
import { accidents } from './accident.js';
import type { Authority } from './determination.events.js';
import { determinationsOf } from './determinations-of.js';
import { concludeAccident } from './conclude-accident.js';
import { type IssueDeterminationInput, issueDetermination } from './issue-determination.js';

const given = decisionSpec(accidents);
const after = (...history: readonly AccidentEvent[]) => fold(accidents, history);

const asked = (changes: Partial<IssueDeterminationInput> = {}): IssueDeterminationInput => ({
  accidentId: ACCIDENT_ID,
  by: 'INSPECTOR',
  conclusion: 'WORK_ACCIDENT',
  issuedOn: localDate('2026-11-10'),
  number: 'PGW/0917/2026',
  reason: 'The errand was for the employer',
  ...changes,
});

const context = contextBy('adjudicator-1', 'adjudicator');
const NONE = { known: [] };

describe('what an authority above BPJS determines', () => {
  it('is recorded against a conclusion that it was no work accident, though nothing was proved to BPJS', () => {
    given([notified({ kind: 'COMMUTE' }), stageOne({ evidence: [] }), concludedNot()])
      .when((state) => issueDetermination(asked(), state, context, NONE))
      .thenRecorded([
        {
          ...determination('INSPECTOR', '2026-11-10'),
          data: {
            ...determination('INSPECTOR', '2026-11-10').data,
            prevails: true,
            effectiveOn: context.today,
          },
        },
      ]);
  });

  it.each([
    ['where stage I was reported', [], 'STAGE_I_REPORTED'],
    ['where the victim had been referred', [referral()], 'REFERRED'],
    ['where care had been guaranteed', [referral(), guarantee()], 'GUARANTEED'],
    ['where care had been given', [referral(), guarantee(), care()], 'IN_CARE'],
    ['after stage II', [statement(), stageTwo()], 'STAGE_II_REPORTED'],
  ])('lets an accident that was none go on %s', (_where, before, situation) => {
    const story = [notified(), stageOne(), ...before, concludedNot()];
    expect(after(...story)).toMatchObject({ situation: 'NOT_WORK_ACCIDENT' });
    const goesOn = after(...story, determination('MINISTER', '2026-11-12'));
    expect(goesOn).toMatchObject({ situation, conclusion: { conclusion: 'WORK_ACCIDENT' } });
    const { conclusion: _now, determination: _by, ...rest } = { conclusion: 0, determination: 0, ...goesOn };
    expect(rest).toEqual(after(...story.slice(0, -1)));
  });

  it('stands in place of a conclusion that BPJS has not reached, and BPJS reaches none after it', () => {
    given([notified(), stageOne(), determination('INSPECTOR', '2026-09-20')])
      .when((state) =>
        concludeAccident(
          { accidentId: ACCIDENT_ID, conclusion: 'NOT_WORK_ACCIDENT', reason: 'On a private errand' },
          state,
          context,
        ),
      )
      .thenRejected('DETERMINATION_BINDS');
  });

  it('takes a work accident out of the hands of JKK as well', () => {
    const story = [
      notified(),
      stageOne(),
      concluded(),
      determination('COURT', '2026-11-10', 'NOT_WORK_ACCIDENT'),
    ];
    expect(after(...story)).toMatchObject({ situation: 'NOT_WORK_ACCIDENT' });
  });

  it.each<[string, [Authority, string], [Authority, string], Authority]>([
    ['of the court against the Minister', ['MINISTER', '2026-10-01'], ['COURT', '2026-11-01'], 'COURT'],
    [
      'of the court, though the inspector’s is later',
      ['COURT', '2026-10-01'],
      ['INSPECTOR', '2026-11-01'],
      'COURT',
    ],
    [
      'of the Minister, though recorded before',
      ['INSPECTOR', '2026-11-01'],
      ['MINISTER', '2026-10-01'],
      'MINISTER',
    ],
  ])('holds %s', (_which, [firstBy, first], [secondBy, second], holds) => {
    const story = [
      notified(),
      stageOne(),
      determination(firstBy, first, firstBy === holds ? 'WORK_ACCIDENT' : 'NOT_WORK_ACCIDENT'),
      determination(secondBy, second, secondBy === holds ? 'WORK_ACCIDENT' : 'NOT_WORK_ACCIDENT'),
    ];
    expect(after(...story)).toMatchObject({
      determination: { by: holds },
      conclusion: { conclusion: 'WORK_ACCIDENT' },
    });
  });

  it('of the same authority holds by the later day', () => {
    const story = [
      notified(),
      stageOne(),
      determination('INSPECTOR', '2026-11-01', 'NOT_WORK_ACCIDENT'),
      determination('INSPECTOR', '2026-10-01'),
    ];
    expect(after(...story)).toMatchObject({ situation: 'NOT_WORK_ACCIDENT' });
  });

  it('changes nothing when it is sent twice', () => {
    const history = [notified(), stageOne(), determination('INSPECTOR', '2026-11-10')];
    given(history)
      .when((state) =>
        issueDetermination(asked(), state, context, { known: fold(determinationsOf, history) }),
      )
      .thenNothing();
  });

  it('says whether it holds; what does not is recorded once', () => {
    const history = [notified(), stageOne(), determination('COURT', '2026-11-12', 'NOT_WORK_ACCIDENT')];
    const once = issueDetermination(asked(), after(...history), context, NONE);
    expect(once).toMatchObject([{ type: 'DeterminationIssued', data: { by: 'INSPECTOR', prevails: false } }]);
    const all = [...history, ...once];
    given(all)
      .when((state) => issueDetermination(asked(), state, context, { known: fold(determinationsOf, all) }))
      .thenNothing();
  });

  it.each<[string, LocalDate, string]>([
    ['of a later day than today', localDate('2026-12-01'), 'DETERMINED_IN_FUTURE'],
    ['of a day before the accident', localDate('2026-08-31'), 'DETERMINED_BEFORE_ACCIDENT'],
  ])('%s is refused', (_when, issuedOn, code) => {
    given([notified(), stageOne()])
      .when((state) => issueDetermination(asked({ issuedOn }), state, context, NONE))
      .thenRejected(code);
  });

  it.each([
    ['of an accident that nobody told of', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => issueDetermination(asked(), state, context, NONE))
      .thenRejected(code);
  });
});

describe('a transfer between hospitals', () => {
  it('leaves each its own care: the one with a letter is paid, the other is repaid', () => {
    const moved = care({
      facilityId: CLINIC,
      invoiceNumber: 'INV-2',
      billing: 'REIMBURSEMENT',
      admittedOn: localDate('2026-09-05'),
      dischargedOn: localDate('2026-09-07'),
    });
    expect(after(notified(), stageOne(), referral(), guarantee(), care(), moved)).toMatchObject({
      care: [
        { facilityId: HOSPITAL, billing: 'GUARANTEED' },
        { facilityId: CLINIC, billing: 'REIMBURSEMENT' },
      ],
    });
  });
});
