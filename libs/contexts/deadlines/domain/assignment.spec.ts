import { describe, expect, it } from '@jest/globals';
import { type Expecting, fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import {
  type AssignmentFacts,
  type Known,
  assignStep,
  assignments,
  ownerOf,
  releaseStep,
} from './assignment.js';
import type { AssignmentEvent } from './assignment.events.js';
import { type Candidate, type Loaded, leastLoadedFirst } from './may-take.js';

const given = decisionSpec(assignments);
const today = localDate('2026-11-20');

const expected = {
  step: 'CALCULATE_BENEFIT',
  turn: 'ADJUDICATOR',
  since: localDate('2026-11-18'),
  dueDays: [localDate('2026-11-27')],
  notBy: ['handed-in'],
} as const;
const CALCULATE: Expecting = { office: 'Bekasi', programme: 'JKK', expected };
const DECIDE: Expecting = {
  ...CALCULATE,
  expected: {
    ...expected,
    step: 'DECIDE_CLAIM',
    turn: 'SUPERVISOR',
    weighed: [{ matter: 'CASH', amountIdr: rupiah(250_000_000) }],
  },
};
const STEP = {
  deadlineId: '5f0c7f0e-7777-5000-8000-000000000001',
  kind: 'CLAIM',
  subjectId: '5f0c7f0e-1111-5000-8000-000000000001',
  slot: 'claim',
} as const;

type Role = 'adjudicator' | 'supervisor' | 'finance';

const by = (id: string, role: Role, office = 'Bekasi') =>
  testContext({ today, actor: { ...TEST_ACTOR, id, roles: [role], office } });
const officer = (id: string, role: Role = 'adjudicator', more: Partial<Candidate> = {}): Known => ({
  officer: { id, roles: [role], office: 'Bekasi', delegatedOffices: [], ...more },
});
const ani = by('ani', 'adjudicator');
const budi = by('budi', 'adjudicator');
const cahya = by('cahya', 'supervisor');

const assignedTo = (ownerId: string, assignerId = ownerId, formerOwnerId?: string): AssignmentEvent => ({
  type: 'StepAssigned',
  data: {
    deadlineId: STEP.deadlineId,
    subject: { kind: 'CLAIM', id: STEP.subjectId },
    step: 'CALCULATE_BENEFIT',
    since: localDate('2026-11-18'),
    ownerId,
    ...(formerOwnerId !== undefined && { formerOwnerId }),
    assignerId,
    effectiveOn: today,
  },
});
const ANIS = [assignedTo('ani')];

const assign = (
  history: readonly AssignmentEvent[],
  ownerId: string,
  context: typeof ani,
  { known = CALCULATE, ...facts }: Partial<AssignmentFacts> = {},
) =>
  given(history).when((state) =>
    assignStep({ ...STEP, ownerId }, state, context, {
      owner: officer(ownerId),
      holder: officer('ani'),
      barred: [],
      ...facts,
      known,
    }),
  );

const UNTIL_WEDNESDAY = localDate('2026-11-25');

describe('a step of the queue', () => {
  it('is taken by whoever may take it, once', () => {
    assign([], 'ani', ani).thenRecorded(ANIS);
    assign(ANIS, 'ani', ani).thenNothing();
  });

  it('is given by a supervisor, also away from a colleague', () => {
    assign(ANIS, 'budi', cahya).thenRecorded([assignedTo('budi', 'cahya', 'ani')]);
  });

  it.each<[string, Partial<AssignmentFacts>]>([
    ['is away', { holder: { ...officer('ani'), awayUntil: UNTIL_WEDNESDAY } }],
    ['has left', { holder: { ...officer('ani'), hasLeft: true } }],
    ['does something else now', { holder: officer('ani', 'finance') }],
    ['has an interest in it', { barred: ['ani'] }],
    ['is late', { known: { ...CALCULATE, expected: { ...expected, dueDays: [localDate('2026-11-19')] } } }],
    ['had a hand in it', { holder: {}, known: { ...CALCULATE, expected: { ...expected, notBy: ['ani'] } } }],
  ])('is taken over from somebody who %s', (_why, facts) => {
    assign(ANIS, 'budi', budi, facts).thenRecorded([assignedTo('budi', 'budi', 'ani')]);
  });

  it.each<[string, string, typeof ani, Partial<AssignmentFacts>, string]>([
    ['from a colleague who is here', 'budi', budi, {}, 'STEP_IS_TAKEN'],
    ['from one whom nobody has listed', 'budi', budi, { holder: {} }, 'STEP_IS_TAKEN'],
    ['for a colleague, but by a supervisor', 'budi', ani, {}, 'ONLY_SUPERVISORS_GIVE'],
    [
      'by a supervisor of another office',
      'budi',
      by('dian', 'supervisor', 'Bandung'),
      {},
      'ONLY_SUPERVISORS_GIVE',
    ],
    ['to somebody whom nobody has listed', 'budi', cahya, { owner: {} }, 'OWNER_NOT_LISTED'],
    [
      'to somebody who has left',
      'budi',
      cahya,
      { owner: { ...officer('budi'), hasLeft: true } },
      'OWNER_NOT_LISTED',
    ],
    ['to whoever handed the claim in', 'handed-in', cahya, {}, 'NOT_THEIR_TURN'],
    ['to whoever has an interest in it', 'budi', cahya, { barred: ['budi'] }, 'NOT_THEIR_TURN'],
    ['to another role', 'budi', cahya, { owner: officer('budi', 'finance') }, 'NOT_THEIR_TURN'],
    [
      'to another office',
      'budi',
      cahya,
      { owner: officer('budi', 'adjudicator', { office: 'Bandung' }) },
      'NOT_THEIR_TURN',
    ],
    [
      'above their level',
      'eka',
      cahya,
      { known: DECIDE, owner: officer('eka', 'supervisor', { authority: 2 }) },
      'NOT_THEIR_TURN',
    ],
    [
      'to somebody who is away',
      'budi',
      cahya,
      { owner: { ...officer('budi'), awayUntil: UNTIL_WEDNESDAY } },
      'OWNER_IS_AWAY',
    ],
    ['where nobody is waited for', 'budi', cahya, { known: {} }, 'NOTHING_TO_ASSIGN'],
  ])('is not given %s', (_what, ownerId, context, facts, code) => {
    assign(ANIS, ownerId, context, facts).thenRejected(code);
  });

  it('is of those who reach as far as it takes, and of one alone until their day is over', () => {
    const supervisor = (id: string, authority: 2 | 3) => officer(id, 'supervisor', { authority });
    const mediation = (until: string): Expecting => ({
      office: 'Bekasi',
      expected: {
        ...expected,
        step: 'END_MEDIATION',
        turn: 'SUPERVISOR',
        level: 3,
        onlyBy: { id: 'eka', until: localDate(until) },
      },
    });
    const give = (ownerId: string, authority: 2 | 3, until: string) =>
      assign([], ownerId, cahya, { known: mediation(until), owner: supervisor(ownerId, authority) });
    give('fitri', 2, '2026-11-19').thenRejected('NOT_THEIR_TURN');
    give('dian', 3, '2026-11-20').thenRejected('NOT_THEIR_TURN');
    give('dian', 2, '2026-11-19').thenRejected('NOT_THEIR_TURN');
    for (const [ownerId, until] of [
      ['eka', '2026-11-20'],
      ['dian', '2026-11-19'],
    ] as const) {
      const step = { step: 'END_MEDIATION' };
      const recorded = assignedTo(ownerId, 'cahya');
      give(ownerId, 3, until).thenRecorded([
        { ...recorded, data: { ...recorded.data, ...step } } as AssignmentEvent,
      ]);
    }
  });

  it('is given to somebody of another office that has its authority by a delegation', () => {
    const there = officer('eka', 'supervisor', {
      office: 'Bandung',
      authority: 3,
      delegatedOffices: ['Bekasi'],
    });
    assign([], 'eka', cahya, { known: DECIDE, owner: there }).thenRecorded([
      {
        ...assignedTo('eka', 'cahya'),
        data: { ...assignedTo('eka', 'cahya').data, step: 'DECIDE_CLAIM' },
      } as AssignmentEvent,
    ]);
  });

  it('is nobody’s once the thing has moved on, or it was given back', () => {
    const taken = fold(assignments, ANIS);
    expect(ownerOf(taken, expected)).toBe('ani');
    expect(ownerOf(taken, DECIDE.expected)).toBeUndefined();
    const [released] = releaseStep(STEP, taken, ani, { known: CALCULATE });
    expect(released).toMatchObject({
      type: 'StepReleased',
      data: { formerOwnerId: 'ani', releaserId: 'ani' },
    });
    expect(fold(assignments, [...ANIS, released!]).ownerId).toBeUndefined();
    expect(releaseStep(STEP, taken, cahya, { known: CALCULATE })).toHaveLength(1);
    expect(releaseStep(STEP, taken, ani, { known: DECIDE })).toEqual([]);
    given(ANIS)
      .when((state) => releaseStep(STEP, state, budi, { known: CALCULATE }))
      .thenRejected('NOT_YOUR_STEP');
  });
});

describe('a step is suggested to be given', () => {
  const loaded = (id: string, open: number, more: Partial<Loaded> = {}): Loaded => ({
    id,
    roles: ['adjudicator'],
    office: 'Bekasi',
    delegatedOffices: [],
    isAway: false,
    open,
    late: 0,
    ...more,
  });
  const step = {
    turn: 'ADJUDICATOR',
    notBy: ['ani'],
    office: 'Bekasi',
    programme: 'JKK',
  } as const;
  const suggested = (all: readonly Loaded[]) => leastLoadedFirst(all, step, today).map(({ id }) => id);

  it('to whoever has least to do, of several to the one with less that is late', () => {
    expect(
      suggested([loaded('budi', 7), loaded('dian', 2, { late: 1 }), loaded('eka', 2), loaded('fitri', 9)]),
    ).toEqual(['eka', 'dian', 'budi', 'fitri']);
  });

  it('only to those who may take it, are there and know the programme', () => {
    const all = [
      loaded('ani', 0),
      loaded('away', 0, { isAway: true }),
      loaded('elsewhere', 0, { office: 'Bandung' }),
      loaded('finance', 0, { roles: ['finance'] }),
      loaded('of-deaths', 0, { skills: ['JKM'] }),
      loaded('of-accidents', 4, { skills: ['JKK'] }),
    ];
    expect(suggested(all)).toEqual(['of-accidents']);
  });
});
