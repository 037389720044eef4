import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { type ReportAbsenceInput, endAbsence, reportAbsence } from './absence.js';
import { type DelegateAuthorityInput, delegateAuthority, revokeDelegation } from './delegation.js';
import { type ListOfficerInput, leaveOffice, listOfficer } from './list-officer.js';
import type { OfficerEvent } from './officer.events.js';
import { type OfficerState, absenceOn, officerIdOf, officers } from './officer.js';
import { delegatedOffices } from '../facts.js';

const given = decisionSpec(officers);
const today = localDate('2026-11-20');

const by = (id: string, authority: 2 | 3 | 4 = 2, office = 'Bekasi', day = today) =>
  testContext({ today: day, actor: { ...TEST_ACTOR, id, roles: ['supervisor'], office, authority } });
const ani = (day = today) =>
  testContext({ today: day, actor: { ...TEST_ACTOR, id: 'ani', roles: ['adjudicator'], office: 'Bekasi' } });

const of = (workerId: string) => ({ officerId: officerIdOf(workerId), workerId });
const ANI: ListOfficerInput = { ...of('ani'), office: 'Bekasi', roles: ['adjudicator'] };
const EKA: ListOfficerInput = { ...of('eka'), office: 'Bandung', roles: ['supervisor'], level: 3 };
const listed = (input: ListOfficerInput): OfficerEvent => ({
  type: 'OfficerListed',
  data: { ...input, listerId: 'cahya', effectiveOn: today },
});
const listedState = (input: ListOfficerInput, ...more: readonly OfficerEvent[]): OfficerState =>
  fold(officers, [listed(input), ...more]);
const BUDI = listedState({ ...of('budi'), office: 'Bekasi', roles: ['adjudicator', 'registrar'] });

describe('somebody who works at an office', () => {
  const list =
    (input: ListOfficerInput, context = by('cahya')) =>
    (state: OfficerState) =>
      listOfficer(input, state, context);

  it('is listed by a supervisor of it, once, and anew where something is otherwise', () => {
    given([])
      .when(list(ANI))
      .thenRecorded([listed(ANI)]);
    given([listed(ANI)])
      .when(list(ANI))
      .thenNothing();
    const both = { ...ANI, roles: ['adjudicator', 'registrar'] as const };
    given([listed(ANI)])
      .when(list(both))
      .thenRecorded([listed(both)]);
  });

  it('is not listed by another office, but by those above the branches', () => {
    given([])
      .when(list(ANI, by('dian', 3, 'Bandung')))
      .thenRejected('NOT_OF_YOUR_STAFF');
    expect(listOfficer(ANI, officers.initial, by('regional', 4, 'Jawa Barat'))).toHaveLength(1);
  });

  it('has a level only as a supervisor', () => {
    given([])
      .when(list({ ...ANI, level: 2 }))
      .thenRejected('LEVEL_OF_SUPERVISORS');
  });

  it('leaves once, and with them their absences and delegations', () => {
    const leave = (state: OfficerState) => leaveOffice(ANI, state, by('cahya'));
    const absence = reportAbsence(AWAY, listedState(ANI), ani(), { standIn: BUDI });
    const left = leave(listedState(ANI, ...absence));
    expect(left).toMatchObject([{ type: 'OfficerLeft', data: { workerId: 'ani', recorderId: 'cahya' } }]);
    const after = listedState(ANI, ...absence, ...left);
    expect(after).toMatchObject({ situation: 'LEFT', absences: [] });
    expect(leave(after)).toEqual([]);
    given([listed(ANI), ...left])
      .when((state) => reportAbsence(AWAY, state, ani(), { standIn: BUDI }))
      .thenRejected('OFFICER_HAS_LEFT');
    given([]).when(leave).thenRejected('OFFICER_NOT_LISTED');
  });
});

const AWAY: ReportAbsenceInput = {
  ...of('ani'),
  absenceId: 'a0000000-0000-5000-8000-000000000001',
  from: localDate('2026-11-23'),
  until: localDate('2026-11-27'),
  standInId: 'budi',
};

describe('somebody who is away', () => {
  const report =
    (changes: Partial<ReportAbsenceInput> = {}, standIn: OfficerState = BUDI, context = ani()) =>
    (state: OfficerState) =>
      reportAbsence({ ...AWAY, ...changes }, state, context, { standIn });

  it('says so, or a supervisor does, with who stands in', () => {
    for (const context of [ani(), by('cahya')]) {
      expect(report({}, BUDI, context)(listedState(ANI))).toMatchObject([
        { type: 'AbsenceReported', data: { standInId: 'budi', reporterId: context.actor.id } },
      ]);
    }
  });

  it('is not reported by a colleague, nor by a supervisor of another office', () => {
    const budi = testContext({ today, actor: { ...TEST_ACTOR, id: 'budi', roles: ['adjudicator'] } });
    for (const context of [budi, by('dian', 3, 'Bandung')]) {
      given([listed(ANI)])
        .when(report({}, BUDI, context))
        .thenRejected('ABSENCE_OF_ANOTHER');
    }
  });

  it.each([
    ['ends before it begins', { until: localDate('2026-11-22') }],
    ['is over', { from: localDate('2026-11-02'), until: localDate('2026-11-19') }],
    ['is longer than a year', { until: localDate('2027-12-01') }],
  ])('is not away on days of which %s', (_what, days) => {
    given([listed(ANI)])
      .when(report(days))
      .thenRejected('DAYS_OUT_OF_ORDER');
  });

  it.each<[string, OfficerState]>([
    ['nobody has listed', officers.initial],
    ['they are themselves', listedState(ANI)],
    ['works at another office', listedState({ ...of('budi'), office: 'Bandung', roles: ['adjudicator'] })],
    ['does something else', listedState({ ...of('budi'), office: 'Bekasi', roles: ['finance'] })],
    [
      'is away as well',
      listedState(
        { ...of('budi'), office: 'Bekasi', roles: ['adjudicator'] },
        {
          type: 'AbsenceReported',
          data: {
            ...of('budi'),
            absenceId: 'a0000000-0000-5000-8000-000000000002',
            from: localDate('2026-11-27'),
            until: localDate('2026-12-01'),
            reporterId: 'budi',
            effectiveOn: today,
          },
        },
      ),
    ],
  ])('is not stood in for by whom %s', (_who, standIn) => {
    given([listed(ANI)])
      .when(report({}, standIn))
      .thenRejected('STAND_IN_CANNOT');
  });

  it('is away once on a day', () => {
    const once = report()(listedState(ANI));
    given([listed(ANI), ...once])
      .when(report())
      .thenNothing();
    given([listed(ANI), ...once])
      .when(report({ from: localDate('2026-11-27'), until: localDate('2026-11-30') }))
      .thenRejected('ABSENCE_KNOWN');
  });

  it('is there again from the day on which they are back, and after the last day by itself', () => {
    const away = report()(listedState(ANI));
    const awayOn = (state: OfficerState, day: string) =>
      state.situation === 'LISTED' && absenceOn(state, localDate(day))?.standInId;
    const state = listedState(ANI, ...away);
    expect(['2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28'].map((day) => awayOn(state, day))).toEqual(
      [undefined, 'budi', 'budi', undefined],
    );
    const back = endAbsence(AWAY, state, ani(localDate('2026-11-25')));
    const after = listedState(ANI, ...away, ...back);
    expect(['2026-11-24', '2026-11-25'].map((day) => awayOn(after, day))).toEqual(['budi', undefined]);
    given([listed(ANI), ...away, ...back])
      .when((known) => endAbsence(AWAY, known, ani(localDate('2026-11-25'))))
      .thenRejected('ABSENCE_UNKNOWN');
    const neverWent = listedState(ANI, ...away, ...endAbsence(AWAY, state, ani()));
    expect(neverWent).toMatchObject({ absences: [] });
  });
});

describe('authority over a branch', () => {
  const DELEGATED: DelegateAuthorityInput = {
    ...of('eka'),
    delegationId: 'd0000000-0000-5000-8000-000000000001',
    office: 'Bekasi',
    from: localDate('2026-11-23'),
    until: localDate('2026-11-27'),
  };
  const delegate =
    (context = by('head', 3), changes: Partial<DelegateAuthorityInput> = {}) =>
    (state: OfficerState) =>
      delegateAuthority({ ...DELEGATED, ...changes }, state, context);
  const decidesAt = (state: OfficerState, day: string) => delegatedOffices(state, localDate(day));

  it('is delegated by its head to a supervisor of another one, from a day to a day', () => {
    const events = delegate()(listedState(EKA));
    expect(events).toMatchObject([
      { type: 'AuthorityDelegated', data: { workerId: 'eka', office: 'Bekasi', delegatorId: 'head' } },
    ]);
    const state = listedState(EKA, ...events);
    expect(
      ['2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28'].map((day) => decidesAt(state, day)),
    ).toEqual([[], ['Bekasi'], ['Bekasi'], []]);
    given([listed(EKA), ...events])
      .when(delegate())
      .thenNothing();
    given([listed(EKA), ...events])
      .when(delegate(by('head', 3), { until: localDate('2026-12-01') }))
      .thenRejected('DELEGATION_KNOWN');
  });

  it('is not delegated by others, nor to oneself', () => {
    for (const context of [by('cahya', 2), by('dian', 3, 'Bandung'), by('eka', 3)]) {
      given([listed(EKA)])
        .when(delegate(context))
        .thenRejected('DELEGATION_NOT_YOURS');
    }
    expect(delegate(by('regional', 4, 'Jawa Barat'))(listedState(EKA))).toHaveLength(1);
  });

  it('is not delegated to whoever decides there already, or decides nothing', () => {
    given([listed({ ...EKA, office: 'Bekasi' })])
      .when(delegate())
      .thenRejected('DELEGATE_CANNOT');
    given([listed(ANI)])
      .when(delegate(by('head', 3), { office: 'Bekasi' }))
      .thenRejected('DELEGATE_CANNOT');
  });

  it('is taken back from a day on, and then decides nothing more', () => {
    const events = delegate()(listedState(EKA));
    const revoke = (state: OfficerState) =>
      revokeDelegation(DELEGATED, state, by('head', 3, 'Bekasi', localDate('2026-11-25')));
    const revoked = revoke(listedState(EKA, ...events));
    const state = listedState(EKA, ...events, ...revoked);
    expect(['2026-11-24', '2026-11-25'].map((day) => decidesAt(state, day))).toEqual([['Bekasi'], []]);
    given([listed(EKA), ...events, ...revoked])
      .when(revoke)
      .thenRejected('DELEGATION_UNKNOWN');
    given([listed(EKA), ...events])
      .when((known) => revokeDelegation(DELEGATED, known, by('cahya', 2)))
      .thenRejected('DELEGATION_NOT_YOURS');
  });
});
