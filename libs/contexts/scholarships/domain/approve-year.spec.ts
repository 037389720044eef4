import { describe, expect, it } from '@jest/globals';
import { type Actor, ERASED, type EventOf, type LocalDate, fold, localDate } from '#kernel';
import type { Level } from '#law';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveYear } from './approve-year.js';
import type { ScholarshipEvent } from './scholarship.events.js';
import {
  CLAIM_ID,
  ACCOUNT,
  PARTICIPANT_ID,
  REGISTRAR,
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  type Evidenced,
  evidenceOf,
  evidenced,
  granted,
} from './scholarship.examples.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);
const today = testContext().today;

const approve =
  (year = 2025, actor: Actor = TEST_ACTOR) =>
  (state: ScholarshipState) =>
    approveYear({ scholarshipId: SCHOLARSHIP_ID, year }, state, testContext({ actor }));

/** What is decided on this evidence after these years were approved. */
function decided(change: Partial<Evidenced>, earlier: ScholarshipEvent[] = [], eventDate?: LocalDate) {
  const history = [granted(eventDate), ...earlier, evidenced(change)];
  return approve(change.year)(fold(scholarships, history));
}

const years = (level: Level, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => approved(from + index, level, index + 1));

describe('approving a year of a scholarship', () => {
  it('approves what the law gives for the level, to the account that was handed in', () => {
    const [approval] = decided({}) as EventOf<ScholarshipEvent, 'ScholarshipYearApproved'>[];
    expect(approval).toEqual({
      type: 'ScholarshipYearApproved',
      data: {
        scholarshipId: SCHOLARSHIP_ID,
        claimId: CLAIM_ID,
        participantId: PARTICIPANT_ID,
        year: 2025,
        level: 'SMA',
        yearInLevel: 3,
        components: [
          {
            code: 'SCHOLARSHIP_SMA',
            amountIdr: 3_000_000,
            law: expect.stringContaining('PP 82/2019'),
            article: 'Annex III',
            arithmetic: '3,000,000',
          },
        ],
        amountIdr: 3_000_000,
        ruleSetVersion: approval?.data.ruleSetVersion,
        approverId: TEST_ACTOR.id,
        authority: {
          level: 2,
          upToIdr: 100_000_000,
          weighed: [{ matter: 'CASH', amountIdr: 3_000_000 }],
        },
        payee: 'GUARDIAN',
        effectiveOn: today,
        person: { account: ACCOUNT },
      },
    });
  });

  it('takes a transcript in place of the report card', () => {
    const evidence = evidenceOf().evidence.map((document) =>
      document.kind === 'REPORT_CARD' ? ({ ...document, kind: 'TRANSCRIPT' } as const) : document,
    );
    expect(decided({ level: 'PT', yearInLevel: 1, evidence })).toMatchObject([
      { data: { amountIdr: 12_000_000 } },
    ]);
  });

  it('lets a child work for itself, learn on the job, or earn a wage for up to six months (Permenaker 1/2025)', () => {
    for (const work of [
      { kind: 'BPU', months: 10 },
      { kind: 'INTERN', months: 10 },
      { kind: 'PU', months: 6 },
    ] as const) {
      expect(decided({ working: true, work })).toMatchObject([{ type: 'ScholarshipYearApproved' }]);
    }
  });

  it('pays 12,000,000 once under the law before 2 December 2019, and that ends the right', () => {
    expect(decided({}, [], localDate('2019-12-01'))).toMatchObject([
      { type: 'ScholarshipYearApproved', data: { amountIdr: 12_000_000 } },
      { type: 'ScholarshipEnded', data: { reason: 'PAID_ONCE' } },
    ]);
  });

  it('counts the age of a back year on its last day', () => {
    const person = { birthDate: localDate('2003-01-15'), account: ACCOUNT, references: [] };
    const late = { person, level: 'PT', effectiveOn: localDate('2026-02-01') } as const;
    expect(decided({ ...late, year: 2025, yearInLevel: 4 })).toMatchObject([
      { type: 'ScholarshipYearApproved' },
    ]);
    expect(decided({ ...late, year: 2026, yearInLevel: 5 })).toMatchObject([
      { type: 'ScholarshipYearDenied' },
      { type: 'ScholarshipEnded' },
    ]);
  });
});

describe('denying a year of a scholarship', () => {
  it('records the rule and its article; without proof of school the right goes on', () => {
    const evidence = [{ kind: 'SCHOOL_LETTER' }] as const;
    expect(decided({ evidence })).toMatchObject([
      {
        type: 'ScholarshipYearDenied',
        data: {
          year: 2025,
          decision: 'REJECTED_NO_EVIDENCE',
          rule: 'schooling-is-evident',
          law: expect.stringContaining('PP 82/2019'),
          article: 'Annex III',
          deciderId: TEST_ACTOR.id,
          effectiveOn: today,
        },
      },
    ]);
  });

  it.each([
    [
      'turned 23',
      { person: { birthDate: localDate('2002-08-20'), account: ACCOUNT, references: [] } },
      'AGE_23',
    ],
    ['married', { married: true }, 'MARRIED'],
    ['works', { working: true }, 'WORKING'],
    [
      'earns a wage for longer than six months',
      { working: true, work: { kind: 'PU', months: 7 } as const },
      'WORKING',
    ],
  ])('ends the right of a child who %s', (_what, change, reason) => {
    expect(decided(change)).toMatchObject([
      { type: 'ScholarshipYearDenied', data: { decision: `REJECTED_${reason}` } },
      { type: 'ScholarshipEnded', data: { reason, effectiveOn: today } },
    ]);
  });

  it('refuses a fourth year of SMA but keeps the right: PT may follow', () => {
    const year = { year: 2026, level: 'SMA', yearInLevel: 4 } as const;
    expect(decided(year)).toMatchObject([
      { type: 'ScholarshipYearDenied', data: { decision: 'REJECTED_LEVEL_EXHAUSTED' } },
    ]);
    expect(decided(year)).toHaveLength(1);
  });

  it('counts the years that were paid at a level, also when a class was repeated', () => {
    const year = { year: 2026, level: 'PT', yearInLevel: 5 } as const;
    const earlier = years('PT', 2021, 5);
    expect(decided(year, earlier, localDate('2020-03-01'))).toMatchObject([
      { type: 'ScholarshipYearDenied', data: { decision: 'REJECTED_LEVEL_EXHAUSTED' } },
      { type: 'ScholarshipEnded', data: { reason: 'LEVELS_DONE' } },
    ]);
    expect(decided(year, earlier.slice(0, 4), localDate('2020-03-01'))).toMatchObject([
      { type: 'ScholarshipYearApproved' },
    ]);
  });
});

describe('a year up to the end of the right', () => {
  const over = ended('WORKING', localDate('2026-09-01'));

  it('is decided after it, when a later one was decided first', () => {
    const history = [granted(), evidenced(), evidenced({ year: 2026, working: true })];
    const first = approve(2026)(fold(scholarships, history));
    expect(first).toMatchObject([
      { type: 'ScholarshipYearDenied', data: { year: 2026 } },
      { type: 'ScholarshipEnded', data: { reason: 'WORKING', enderId: TEST_ACTOR.id } },
    ]);
    expect(approve()(fold(scholarships, [...history, ...first]))).toMatchObject([
      { type: 'ScholarshipYearApproved', data: { year: 2025, amountIdr: 3_000_000 } },
    ]);
  });

  it('is refused by the same law, and the right ends only once', () => {
    expect(approve()(fold(scholarships, [granted(), evidenced({ married: true }), over]))).toMatchObject([
      { type: 'ScholarshipYearDenied', data: { decision: 'REJECTED_MARRIED' } },
    ]);
    const decision = approve()(fold(scholarships, [granted(), evidenced({ married: true }), over]));
    expect(decision).toHaveLength(1);
  });

  it('is the only one where the law pays once', () => {
    const old = [granted(localDate('2019-12-01')), evidenced(), evidenced({ year: 2024 }), over];
    const once = approve()(fold(scholarships, old));
    expect(once.map(({ type }) => type)).toEqual(['ScholarshipYearApproved', 'ScholarshipEnded']);
    given([...old, ...once])
      .when(approve(2024))
      .thenRejected('SCHOLARSHIP_ENDED');
  });
});

describe('a year that cannot be decided', () => {
  it('belongs to a scholarship that was never granted or has ended', () => {
    given().when(approve()).thenRejected('SCHOLARSHIP_NOT_FOUND');
    given([granted(), evidenced({ year: 2026 }), ended('MARRIED', localDate('2025-09-01'))])
      .when(approve(2026))
      .thenRejected('SCHOLARSHIP_ENDED');
    for (const reason of ['PAID_ONCE', 'EVENT_REVOKED', 'NOT_AMONG_FIRST'] as const) {
      given([granted(), evidenced(), ended(reason, localDate('2026-09-01'))])
        .when(approve())
        .thenRejected('SCHOLARSHIP_ENDED');
    }
  });

  it('has no evidence', () => {
    given([granted()]).when(approve()).thenRejected('EVIDENCE_NOT_SUBMITTED');
    given([granted(), evidenced()]).when(approve(2026)).thenRejected('EVIDENCE_NOT_SUBMITTED');
  });

  it('was approved already: no year is paid twice', () => {
    given([granted(), evidenced(), approved(2025)])
      .when(approve())
      .thenRejected('YEAR_ALREADY_APPROVED');
  });

  it('was denied, and nothing new was handed in', () => {
    given([granted(), evidenced(), denied(2025)])
      .when(approve())
      .thenRejected('YEAR_ALREADY_DENIED');
  });

  it('is asked for by the person who took the evidence', () => {
    given([granted(), evidenced()])
      .when(approve(2025, { ...TEST_ACTOR, id: REGISTRAR }))
      .thenRejected('APPROVER_IS_SUBMITTER');
  });

  it('is asked for by somebody who is no supervisor, whether the law grants or refuses it', () => {
    const adjudicator = { ...TEST_ACTOR, roles: ['adjudicator'] as const };
    for (const history of [evidenced(), evidenced({ married: true })]) {
      given([granted(), history]).when(approve(2025, adjudicator)).thenRejected('BEYOND_AUTHORITY');
    }
  });

  it('rests on personal data that was erased', () => {
    given([granted(), evidenced({ person: ERASED })])
      .when(approve())
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});
