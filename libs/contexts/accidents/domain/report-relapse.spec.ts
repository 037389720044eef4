import { describe, expect, it } from '@jest/globals';
import { fold, instant, localDate } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import { accidentFacts } from './accident-facts.js';
import type { AccidentEvent } from './accident.events.js';
import type { Findings } from './statement.events.js';
import {
  ACCIDENT_ID,
  billingClosed,
  concluded,
  dead,
  findings,
  healed,
  notified,
  stageOne,
  stageTwo,
  statement,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { issueDoctorStatement } from './issue-doctor-statement.js';
import { type ReportRelapseInput, reportRelapse } from './report-relapse.js';
import { reportStageTwo } from './report-stage-two.js';

const given = decisionSpec(accidents);
/** Two months after stage II. */
const later = testContext({ issuedAt: instant('2027-01-10T03:00:00Z') });

const relapse = (changes: Partial<ReportRelapseInput> = {}): ReportRelapseInput => ({
  accidentId: ACCIDENT_ID,
  ground: 'HIGHER_DISABILITY',
  reportedBy: 'PARTICIPANT',
  causeStatedOn: localDate('2027-01-08'),
  ...changes,
});

/** It ended as these findings say, and came back. */
const cameBack = (first: Findings): AccidentEvent[] => {
  const history = [
    notified(),
    stageOne(),
    concluded(),
    statement({ health: first }),
    stageTwo(),
    billingClosed(),
  ];
  return [...history, ...reportRelapse(relapse(), fold(accidents, history), later)];
};

/** A doctor states anew how the victim is, and stage II is reported anew. */
function endedAgain(history: readonly AccidentEvent[], health: Findings): AccidentEvent[] {
  const stated = {
    accidentId: ACCIDENT_ID,
    doctorKind: 'TREATING',
    statedOn: localDate('2027-01-10'),
    health,
  } as const;
  const after = [...history, ...issueDoctorStatement(stated, fold(accidents, history), later)];
  const report = { accidentId: ACCIDENT_ID, reportedBy: 'FAMILY', transport: [] } as const;
  return [...after, ...reportStageTwo(report, fold(accidents, after), later)];
}

const factsOf = (history: readonly AccidentEvent[]) =>
  accidentFacts(logOf({ [accidents.of(ACCIDENT_ID)]: history }), ACCIDENT_ID, () =>
    Promise.resolve(undefined),
  );

const STIFF: Findings = {
  ...healed,
  condition: 'PARTIAL_FUNCTIONAL',
  injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'FUNCTIONAL', functionLossPct: 50 }],
};

describe('somebody who was healed at stage II and has a stiff finger two months later', () => {
  it('is stated anew, reported anew, and the claim knows of the disability', async () => {
    const history = endedAgain(cameBack(healed), STIFF);
    expect(await factsOf(history)).toMatchObject({
      stageTwoReported: true,
      outcome: 'PARTIAL',
      injuries: STIFF.injuries,
    });
  });

  it('is known not to have come to an end again until then', async () => {
    expect(await factsOf(cameBack(healed))).toMatchObject({ stageTwoReported: false, injuries: [] });
  });
});

describe('the same injury that comes back', () => {
  it('goes on with the days, receipts and injuries of before', async () => {
    const again = endedAgain(cameBack(findings()), {
      ...healed,
      unableFrom: localDate('2026-12-01'),
      unableUntil: localDate('2026-12-30'),
    });
    expect(await factsOf(again)).toMatchObject({
      outcome: 'PARTIAL',
      injuries: findings().injuries,
      incapacityDays: 90,
      transport: { LAND: 350_000 },
    });
  });

  it('counts no day of incapacity twice', () => {
    given(cameBack(findings()))
      .when((state) =>
        issueDoctorStatement(
          {
            accidentId: ACCIDENT_ID,
            doctorKind: 'TREATING',
            statedOn: localDate('2027-01-10'),
            health: { ...healed, unableFrom: localDate('2026-10-30'), unableUntil: localDate('2026-12-30') },
          },
          state,
          later,
        ),
      )
      .thenRejected('INCAPACITY_COUNTED_BEFORE');
  });

  const ended = [notified(), stageOne(), concluded(), statement(), stageTwo()];

  it.each<[string, AccidentEvent[], Partial<ReportRelapseInput>, string]>([
    ['before stage II', ended.slice(0, -1), {}, 'STAGE_TWO_NOT_REPORTED'],
    [
      'of the dead',
      [...ended.slice(0, -2), statement({ health: dead('2026-10-30') }), stageTwo()],
      {},
      'CONDITION_CONTRADICTS_DEATH',
    ],
    [
      'that no doctor has stated since',
      ended,
      { causeStatedOn: localDate('2026-10-30') },
      'STATEMENT_SUPERSEDED',
    ],
    ['that a doctor states tomorrow', ended, { causeStatedOn: localDate('2027-01-11') }, 'STATED_IN_FUTURE'],
  ])('is not taken %s', (_when, history, changes, code) => {
    given(history)
      .when((state) => reportRelapse(relapse(changes), state, later))
      .thenRejected(code);
  });

  it('is not taken once the right to the accident has lapsed', () => {
    const lapsed = testContext({ issuedAt: instant('2031-09-02T03:00:00Z') });
    given(ended)
      .when((state) => reportRelapse(relapse(), state, lapsed))
      .thenRejected('RIGHT_TO_ACCIDENT_LAPSED');
  });
});
