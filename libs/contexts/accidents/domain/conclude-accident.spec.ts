import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentKind, EvidenceKind } from './accident.events.js';
import {
  ACCIDENT_ID,
  concluded,
  concludedNot,
  evidence,
  notified,
  stageOne,
  stageTwo,
  statement,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { type ConcludeAccidentInput, concludeAccident } from './conclude-accident.js';

const given = decisionSpec(accidents);

const conclude = (changes: Partial<ConcludeAccidentInput> = {}): ConcludeAccidentInput => ({
  accidentId: ACCIDENT_ID,
  conclusion: 'WORK_ACCIDENT',
  reason: 'At the registered place of work, in working hours',
  concludedOn: localDate('2026-09-20'),
  ...changes,
});

const not = { conclusion: 'NOT_WORK_ACCIDENT', reason: 'On a private errand' } as const;

const accidentOf = (kind: AccidentKind, ...proof: EvidenceKind[]) => [
  notified({ kind, placeKind: 'TRAFFIC' }),
  stageOne({ evidence: proof }),
];

describe('the conclusion', () => {
  it('that it was a work accident may come before the doctor’s statement', () => {
    given([notified(), stageOne()])
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRecorded([concluded()]);
  });

  it('may come after the statement, and after stage II', () => {
    const late = { concludedOn: localDate('2026-11-20') };
    const expected = concluded({ ...late, effectiveOn: late.concludedOn, late: true });
    for (const history of [
      [notified(), stageOne(), statement()],
      [notified(), stageOne(), statement(), stageTwo()],
    ]) {
      given(history)
        .when((state) => concludeAccident(conclude(late), state, testContext()))
        .thenRecorded([expected]);
    }
  });

  it('is in time on the thirtieth day after stage I, and late on the next', () => {
    for (const [day, late] of [
      ['2026-10-02', false],
      ['2026-10-03', true],
    ] as const) {
      const concludedOn = localDate(day);
      given([notified(), stageOne()])
        .when((state) => concludeAccident(conclude({ concludedOn }), state, testContext()))
        .thenRecorded([concluded({ concludedOn, late, effectiveOn: concludedOn })]);
    }
  });

  it('that it was none needs no proof', () => {
    given(accidentOf('COMMUTE'))
      .when((state) => concludeAccident(conclude(not), state, testContext()))
      .thenRecorded([concludedNot()]);
  });

  it('about a commuting accident needs a police letter or two witnesses', () => {
    const rejection = given(accidentOf('COMMUTE', 'CHRONOLOGY', 'VISUM'))
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRejected('EVIDENCE_MISSING');
    expect(rejection.details).toEqual({
      allowed: ['receive evidence POLICE_LETTER', 'receive evidence TWO_WITNESSES'],
      facts: { rule: 'proven-by-its-kind-of-evidence', article: 'Kepmen 609/2012' },
    });
  });

  it('about violence needs a police letter or a visum', () => {
    given(accidentOf('VIOLENCE', 'TWO_WITNESSES'))
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRejected('EVIDENCE_MISSING');
  });

  it.each<[AccidentKind, EvidenceKind]>([
    ['COMMUTE', 'POLICE_LETTER'],
    ['COMMUTE', 'TWO_WITNESSES'],
    ['VIOLENCE', 'POLICE_LETTER'],
    ['VIOLENCE', 'VISUM'],
  ])('about %s is proven by %s', (kind, proof) => {
    given(accidentOf(kind, proof))
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRecorded([concluded()]);
  });

  it('rests on proof that came after stage I too', () => {
    given([...accidentOf('COMMUTE'), evidence()])
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRecorded([concluded()]);
  });

  it.each([
    ['of a later day than today', '2026-11-21', 'CONCLUDED_IN_FUTURE'],
    ['of a day before stage I', '2026-09-01', 'CONCLUDED_BEFORE_STAGE_ONE'],
  ])('%s is refused', (_when, day, code) => {
    given([notified(), stageOne()])
      .when((state) => concludeAccident(conclude({ concludedOn: localDate(day) }), state, testContext()))
      .thenRejected(code);
  });

  it.each([
    ['that it was one', concluded()],
    ['that it was none', concludedNot()],
  ])(
    'is reached once; after the conclusion %s only the inspector can determine otherwise',
    (_what, first) => {
      given([notified(), stageOne(), first])
        .when((state) => concludeAccident(conclude(), state, testContext()))
        .thenRejected('ALREADY_CONCLUDED');
    },
  );

  it.each([
    ['about an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => concludeAccident(conclude(), state, testContext()))
      .thenRejected(code);
  });
});
