import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { amendProject, endProject, extendProject } from './change-project.js';
import { confirmProjectEntries, payProject } from './pay-project.js';
import { projectCoverOn } from './project-cover.js';
import type { ProjectEvent } from './project.events.js';
import {
  BUILDING,
  REGISTER_BUILDING,
  buildingEnded,
  buildingPaid,
  buildingRegistered,
} from './project.examples.js';
import { known, lastDayOf, owedOf, projects, stagesOf } from './project.js';
import { type RegisterProjectInput, registerProject } from './register-project.js';

/** Today is 20 November 2026. */
const context = testContext();
const CLERK = context.actor.id;
const SECOND = testContext({ actor: { ...context.actor, id: 'another' } });
const given = decisionSpec(projects);
const after = (...events: readonly ProjectEvent[]) => known(fold(projects, events));
const whole = { components: expect.any(Array) as never, ruleSetVersion: expect.any(String) as never };

describe('Registering a project', () => {
  const whenRegistering = (changes: Partial<RegisterProjectInput> = {}) =>
    given().when((state) => registerProject({ ...REGISTER_BUILDING, ...changes }, state, context));
  const billed = (changes: Partial<RegisterProjectInput>) =>
    after(...registerProject({ ...REGISTER_BUILDING, ...changes }, projects.initial, context));

  it('bills it by the slices of the value of its contract', () => {
    whenRegistering().thenRecorded([buildingRegistered({ ...whole, effectiveOn: localDate('2026-11-20') })]);
  });

  it('takes VAT out of a value that includes it', () => {
    const { amountIdr } = billed({ base: 'VALUE_INCL_VAT', baseIdr: rupiah(2_220_000_000) });
    expect(amountIdr).toBe(2_950_000);
  });

  it('bills the wages of each month that it touches, where those are known', () => {
    const { amountIdr } = billed({ base: 'MONTHLY_WAGES', baseIdr: rupiah(100_000_000) });
    expect(amountIdr).toBe(10 * 2_040_000);
  });

  it('may be paid in stages, which make the whole sum', () => {
    const stages = [
      { dueOn: localDate('2026-03-02'), percent: 33 },
      { dueOn: localDate('2026-07-01'), percent: 67 },
    ];
    expect(billed({ stages }).stages).toEqual([
      { dueOn: '2026-03-02', amountIdr: 973_500 },
      { dueOn: '2026-07-01', amountIdr: 1_976_500 },
    ]);
    expect(stagesOf(rupiah(100), stages).map(({ amountIdr }) => amountIdr)).toEqual([33, 67]);
    expect(stagesOf(rupiah(1), stages).map(({ amountIdr }) => amountIdr)).toEqual([0, 1]);
  });

  it('is done once for each registration number', () => {
    given([buildingRegistered()])
      .when((state) => registerProject(REGISTER_BUILDING, state, context))
      .thenRejected('PROJECT_ALREADY_REGISTERED');
  });

  it.each([
    ['a contract after today', { contractedOn: localDate('2026-11-21') }, 'CONTRACT_IN_FUTURE'],
    ['a contract before the law', { contractedOn: localDate('2015-06-30') }, 'CONTRACT_BEFORE_THE_LAW'],
    ['an end before its beginning', { endsOn: localDate('2026-03-01') }, 'PROJECT_ENDS_BEFORE_IT_BEGINS'],
    ['work before the contract', { startsOn: localDate('2026-02-19') }, 'WORK_BEFORE_CONTRACT'],
    ['a time of more than twenty years', { endsOn: localDate('2046-03-03') }, 'PROJECT_TOO_LONG'],
    [
      'stages that do not make the whole',
      { stages: [{ dueOn: localDate('2026-03-02'), percent: 99 }] },
      'STAGES_NOT_WHOLE',
    ],
    [
      'stages after its end',
      { stages: [{ dueOn: localDate('2027-01-01'), percent: 100 }] },
      'STAGES_OUT_OF_ORDER',
    ],
  ])('is refused with %s', (_what, changes, code) => {
    whenRegistering(changes).thenRejected(code);
  });
});

describe('An addendum', () => {
  const addendum = { projectId: BUILDING, reference: 'ADD/1', dueOn: localDate('2026-12-01') };

  it('bills what the law asks for the whole value, less what it asked', () => {
    given([buildingRegistered()])
      .when((state) => amendProject({ ...addendum, baseIdr: rupiah(3_000_000_000) }, state, context))
      .thenRecorded([
        {
          type: 'ProjectAmended',
          data: {
            ...addendum,
            ...whole,
            baseIdr: rupiah(3_000_000_000),
            amountIdr: rupiah(4_150_000),
            changeIdr: 1_200_000,
            effectiveOn: localDate('2026-11-20'),
          },
        },
      ]);
  });

  it('that lowers the value leaves credit', () => {
    const paid = after(buildingRegistered(), buildingPaid(2_950_000, '2026-03-01'));
    const lowered = amendProject({ ...addendum, baseIdr: rupiah(1_000_000_000) }, paid, context);
    const project = lowered.reduce(projects.evolve, paid);
    expect(owedOf(known(project))).toBe(-1_200_000);
    expect(projectCoverOn(localDate('2026-12-02'), known(project)).status).toBe('ACTIVE');
  });

  it('of the time costs nothing by the value of the contract, and the months by wages', () => {
    const extending = { ...addendum, endsOn: localDate('2027-02-28') };
    const [byValue] = extendProject(extending, after(buildingRegistered()), context);
    expect(byValue).toMatchObject({ data: { changeIdr: 0 } });
    const byWages = buildingRegistered({
      base: 'MONTHLY_WAGES',
      baseIdr: rupiah(100_000_000),
      amountIdr: rupiah(20_400_000),
    });
    const [extended] = extendProject(extending, after(byWages), context);
    expect(extended).toMatchObject({ data: { changeIdr: 4_080_000 } });
    expect(lastDayOf(after(byWages, extended!))).toBe('2027-02-28');
  });

  it.each([
    ['the value that it has', { baseIdr: rupiah(2_000_000_000) }, 'NOTHING_AMENDED'],
    ['the number of the contract', { reference: 'KTR/7/2026' }, 'ADDENDUM_KNOWN'],
    ['a day before the contract', { dueOn: localDate('2026-02-19') }, 'ADDENDUM_DUE_BEFORE_CONTRACT'],
    ['a day after the last one', { dueOn: localDate('2027-01-01') }, 'STAGES_OUT_OF_ORDER'],
  ])('is refused with %s', (_what, changes, code) => {
    given([buildingRegistered()])
      .when((state) =>
        amendProject({ ...addendum, baseIdr: rupiah(3_000_000_000), ...changes }, state, context),
      )
      .thenRejected(code);
  });

  it('comes before the end, and extends', () => {
    const extending = { ...addendum, endsOn: localDate('2026-12-31') };
    given([buildingRegistered()])
      .when((state) => extendProject(extending, state, context))
      .thenRejected('NOT_EXTENDED');
    given([buildingRegistered({ endsOn: localDate('2026-11-19') })])
      .when((state) => extendProject(extending, state, context))
      .thenRejected('PROJECT_HAS_ENDED');
    given([buildingRegistered(), buildingEnded('2026-11-19')])
      .when((state) => extendProject({ ...extending, endsOn: localDate('2027-03-01') }, state, context))
      .thenRejected('PROJECT_HAS_ENDED');
  });
});

describe('A project that nobody has registered', () => {
  const projectId = BUILDING;
  const addendum = { projectId, reference: 'ADD-1', dueOn: localDate('2026-12-01') };
  const ending = {
    projectId,
    reference: 'BA-1',
    reason: 'COMPLETED',
    lastDay: localDate('2026-11-20'),
  } as const;

  it('cannot be amended, extended, ended, paid for or confirmed', () => {
    const refused = [
      given().when((state) => amendProject({ ...addendum, baseIdr: rupiah(1) }, state, context)),
      given().when((state) =>
        extendProject({ ...addendum, endsOn: localDate('2027-01-31') }, state, context),
      ),
      given().when((state) => endProject(ending, state, context)),
      given().when((state) =>
        payProject(
          { ...buildingPaid(1, '2026-11-02').data, paidOn: localDate('2026-11-02') },
          state,
          context,
        ),
      ),
      given().when((state) => confirmProjectEntries({ projectId }, state, SECOND)),
    ];
    for (const one of refused) one.thenRejected('PROJECT_NOT_FOUND');
  });
});

describe('Paying for a project', () => {
  const { effectiveOn: paidOn, ...money } = buildingPaid(2_950_000, '2026-11-02').data;
  const paying = (changes: object = {}) => ({ ...money, paidOn, ...changes });

  it('records the money', () => {
    given([buildingRegistered()])
      .when((state) => payProject(paying(), state, context))
      .thenRecorded([buildingPaid(2_950_000, '2026-11-02')]);
    expect(owedOf(after(buildingRegistered(), buildingPaid(950_000, '2026-11-02')))).toBe(2_000_000);
  });

  it.each([
    ['after today', { paidOn: localDate('2026-11-21') }, 'PROJECT_PAID_IN_FUTURE'],
    ['before the contract', { paidOn: localDate('2026-02-19') }, 'PROJECT_PAID_BEFORE_CONTRACT'],
    ['twice', { bankReference: 'BANK 2026-11-01' }, 'PROJECT_PAYMENT_KNOWN'],
  ])('is refused %s', (_what, changes, code) => {
    given([buildingRegistered(), buildingPaid(1, '2026-11-01')])
      .when((state) => payProject(paying(changes), state, context))
      .thenRejected(code);
  });

  it('that comes late counts once a second person has confirmed it', () => {
    const [late] = payProject(
      paying({ paidOn: localDate('2026-05-04') }),
      after(buildingRegistered()),
      context,
    );
    expect(late).toMatchObject({ data: { backDatedBy: CLERK } });
    const project = after(buildingRegistered(), late!);
    expect(projectCoverOn(localDate('2026-06-01'), project).reason).toBe('PROJECT_NEVER_PAID');
    given([buildingRegistered(), late!])
      .when((state) => confirmProjectEntries({ projectId: BUILDING }, state, context))
      .thenRejected('ENTERED_BY_YOU');
    const confirmed = confirmProjectEntries({ projectId: BUILDING }, project, SECOND);
    const holding = after(buildingRegistered(), late!, ...confirmed);
    expect(projectCoverOn(localDate('2026-06-01'), holding).status).toBe('ACTIVE');
  });
});

describe('The end of a project', () => {
  const ending = { projectId: BUILDING, reason: 'COMPLETED', reference: 'BAST/1/2026' } as const;

  it('ends its cover', () => {
    given([buildingRegistered()])
      .when((state) => endProject({ ...ending, lastDay: localDate('2026-11-10') }, state, context))
      .thenRecorded([buildingEnded('2026-11-10')]);
    const project = after(
      buildingRegistered(),
      buildingPaid(2_950_000, '2026-03-01'),
      buildingEnded('2026-11-10'),
    );
    expect(projectCoverOn(localDate('2026-11-10'), project).status).toBe('ACTIVE');
    expect(projectCoverOn(localDate('2026-11-11'), project).reason).toBe('ENDED');
  });

  it('that comes late does not before a second person has confirmed it', () => {
    expect(lastDayOf(after(buildingRegistered(), buildingEnded('2026-05-04', CLERK)))).toBe('2026-12-31');
  });

  it.each([
    ['2026-11-21', 'ENDS_IN_FUTURE'],
    ['2026-03-01', 'ENDS_OUTSIDE_PROJECT'],
  ])('is not on %s: %s', (day, code) => {
    given([buildingRegistered()])
      .when((state) => endProject({ ...ending, lastDay: localDate(day) }, state, context))
      .thenRejected(code);
  });

  it('comes once', () => {
    given([buildingRegistered(), buildingEnded('2026-11-10')])
      .when((state) => endProject({ ...ending, lastDay: localDate('2026-11-12') }, state, context))
      .thenRejected('PROJECT_HAS_ENDED');
  });
});

describe('Cover by a project', () => {
  const inStages = buildingRegistered({
    stages: [
      { dueOn: localDate('2026-03-02'), amountIdr: rupiah(1_000_000) },
      { dueOn: localDate('2026-07-01'), amountIdr: rupiah(1_950_000) },
    ],
  });
  const on = (day: string, ...payments: ProjectEvent[]) =>
    projectCoverOn(localDate(day), after(inStages, ...payments));
  const FIRST = buildingPaid(1_000_000, '2026-03-04');

  it('begins with the first stage, and not before work does', () => {
    expect(on('2026-03-01', buildingPaid(1_000_000, '2026-02-25')).reason).toBe('NOT_STARTED');
    expect(on('2026-03-03', FIRST).reason).toBe('PROJECT_NEVER_PAID');
    expect(on('2026-03-04', FIRST).status).toBe('ACTIVE');
    expect(on('2026-03-04', buildingPaid(999_999, '2026-03-04')).status).toBe('NEVER');
  });

  it('stops while a stage is overdue', () => {
    const second = buildingPaid(1_950_000, '2026-08-10');
    expect(on('2026-07-01', FIRST, second).status).toBe('ACTIVE');
    expect(on('2026-07-02', FIRST, second).reason).toBe('PROJECT_IN_ARREARS');
    expect(on('2026-08-10', FIRST, second).status).toBe('ACTIVE');
  });
});
