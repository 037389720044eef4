import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { MonthlySampling } from '#contexts/quality/commands/sampling-round';
import { quality } from '#contexts/quality/context';
import { sampleReadModel } from '#contexts/quality/read-models/sample/sample.read-model';
import { staff } from '#contexts/staff/context';
import { officerReadModel } from '#contexts/staff/read-models/officer/officer.read-model';
import { EventStore } from '#event-store';
import { type Role, localDate } from '#kernel';
import type { Context } from '#runtime';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { DailyDeadlines } from './commands/daily-deadlines.js';
import { deadlines } from './context.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';

type Item = Readonly<Record<string, unknown>>;

/** The namespace of every id that Lindung derives. */
const LINDUNG = '8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20';

let round: DailyDeadlines | undefined;
let sampling: MonthlySampling | undefined;
let store: EventStore | undefined;

/** Hands out the rounds of the app, which are done by nobody here. */
@Injectable()
class Holder {
  constructor(daily: DailyDeadlines, monthly: MonthlySampling, log: EventStore) {
    round = daily;
    sampling = monthly;
    store = log;
  }
}

const looking: Context = {
  ...deadlines,
  providers: [
    ...(deadlines.providers ?? []),
    DailyDeadlines,
    ...DailyDeadlines.handlers,
    MonthlySampling,
    ...MonthlySampling.handlers,
    Holder,
  ],
};

describe('What waits for somebody', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let claimId: string;
  beforeAll(async () => {
    app = await startContextApp(
      [staff, participants, accidents, claims, quality, looking],
      [deadlineReadModel, officerReadModel, sampleReadModel],
    );
    clerks = clerksOf(app);
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId);
    claimId = await clerks.submitJkk({ participantId, accidentId });
  });
  afterAll(() => app.stop());

  const items = ({ body }: { readonly body: Item }) => body['items'] as readonly Item[];
  const workOf = async (role: Role, position: unknown, more = '', subject?: string) =>
    items(await app.get(`/work?kind=CLAIM&after=${String(position)}${more}`, { role, subject }));
  /** The daily look, of a day. */
  const look = (day: string) => round?.take(localDate(day), new AbortController().signal);
  const position = async () => String(await store?.lastPosition());

  it('is in the queue of whoever can do it, and leaves it for the next one', async () => {
    const before = await workOf('adjudicator', await position());
    expect(before).toMatchObject([
      {
        subjectId: claimId,
        step: 'CALCULATE_BENEFIT',
        turn: 'ADJUDICATOR',
        dueOn: '2026-12-01',
        workingDaysLeft: 8,
        late: false,
        costIdr: 0,
        actions: `/claims/${claimId}/actions`,
      },
    ]);
    const calculated = await app.post(
      `/claims/${claimId}/calculation`,
      {},
      { role: 'adjudicator', subject: 'ani' },
    );
    const { position: after } = calculated.body;
    expect(await workOf('adjudicator', after, '', 'ani')).toEqual([]);
    const [toDecide] = await workOf('supervisor', after);
    expect(toDecide).toMatchObject({ step: 'DECIDE_CLAIM', roles: ['supervisor'] });
    expect(await workOf('adjudicator', after)).toEqual([]);
    expect(await workOf('supervisor', after, '&dueBy=2026-11-30')).toEqual([]);
    const counts = await app.get('/work/counts', { role: 'supervisor' });
    expect(JSON.parse(counts.text)).toEqual([
      { turn: 'SUPERVISOR', step: 'DECIDE_CLAIM', count: 1, late: 0, doneToday: 0 },
    ]);
    const ani = { role: 'adjudicator', subject: 'ani' } as const;
    expect(items(await app.get(`/work/done?after=${String(after)}`, ani))).toMatchObject([
      { kind: 'CLAIM', subjectId: claimId, step: 'CALCULATE_BENEFIT', actions: `/claims/${claimId}/actions` },
    ]);
    expect(items(await app.get('/work/done?on=2026-11-19', ani))).toEqual([]);
    expect(items(await app.get('/work/done', { role: 'adjudicator', subject: 'budi' }))).toEqual([]);
    expect(JSON.parse((await app.get('/work/counts', ani)).text)).toEqual([
      { turn: 'ADJUDICATOR', step: 'CALCULATE_BENEFIT', count: 0, late: 0, doneToday: 1 },
    ]);
    expect((await app.get('/work/totals', ani)).body).toMatchObject({ doneToday: 1 });
  });

  describe('and is somebody’s', () => {
    /** A supervisor of the branch, unless said otherwise. */
    const by = (subject: string, role: Role = 'supervisor', more: object = {}) => ({
      role,
      subject,
      ...more,
    });
    const cahya = by('cahya');
    let step: Item;
    let after: unknown;

    async function sent(path: string, body: object, who: object): Promise<Item> {
      const { status, text, body: answer } = await app.post(path, body, who);
      if (status >= 300) throw new Error(`${path}: ${text}`);
      after = answer['position'];
      return answer;
    }
    const refused = async (path: string, body: object, who: object) =>
      (await app.post(path, body, who)).body['code'];
    const listed = async (workerId: string, more: object = {}) =>
      String((await sent('/staff', { workerId, roles: ['supervisor'], level: 2, ...more }, cahya))['id']);
    const queueOf = async (subject: string, which: string, more: object = {}) =>
      items(
        await app.get(`/work?kind=CLAIM&${which}&after=${String(after)}`, by(subject, 'supervisor', more)),
      );

    beforeAll(async () => {
      const [row] = await workOf('supervisor', await position(), '', 'cahya');
      step = row as Item;
    });
    const assignment = (ownerId?: string) => {
      const { kind, subjectId, slot } = step;
      return { kind, subjectId, slot, ...(ownerId !== undefined && { ownerId }) };
    };

    it('of whoever has least to do of those who may, whom a supervisor gives it', async () => {
      await listed('ani');
      await listed('budi');
      await listed('dian', { roles: ['finance'], level: undefined });
      const candidates = await app.get(
        `/work/candidates?deadlineId=${String(step['deadlineId'])}&after=${String(after)}`,
        cahya,
      );
      // Whoever calculated it is not among them.
      expect(JSON.parse(candidates.text)).toMatchObject([{ workerId: 'budi', open: 0, away: false }]);
      await sent('/work/assignments', assignment('budi'), cahya);
      expect(await queueOf('budi', 'mine=true')).toMatchObject([{ ownerId: 'budi', ownerAway: false }]);
      expect(await queueOf('eka', 'unowned=true')).toEqual([]);
      expect(await queueOf('eka', 'owner=budi')).toHaveLength(1);
      expect(await refused('/work/assignments', assignment(), by('eka'))).toBe('STEP_IS_TAKEN');
      const totals = await app.get('/work/totals', by('eka'));
      expect(totals.body).toEqual({
        mine: 0,
        unowned: 0,
        ofColleagues: 1,
        waitsForOthers: 0,
        doneToday: 0,
      });
      const team = JSON.parse((await app.get('/work/team', cahya)).text) as readonly Item[];
      expect(team.map(({ workerId, open }) => [workerId, open])).toEqual([
        ['ani', 0],
        ['budi', 1],
        ['dian', 0],
      ]);
    });

    it('is found by the stand-in of somebody who is away, and is taken over', async () => {
      const eka = await listed('eka');
      const budi = await listed('budi');
      const days = { from: '2026-11-20', until: '2026-11-24' };
      const { id: _absence } = await sent(
        `/staff/${budi}/absences`,
        { ...days, standInId: 'eka' },
        by('budi'),
      );
      expect(await queueOf('eka', 'mine=true')).toMatchObject([
        { ownerId: 'budi', ownerAway: true, standInId: 'eka' },
      ]);
      expect(await queueOf('fitri', 'unowned=true')).toEqual([]);
      // The stand-in is away as well, without one of their own: it is nobody's.
      await sent(`/staff/${budi}/absences/end`, { absenceId: await absenceOf(budi) }, by('budi'));
      await sent(`/staff/${budi}/absences`, days, by('budi'));
      expect(await queueOf('fitri', 'unowned=true')).toHaveLength(1);
      expect(await refused('/work/assignments', assignment('budi'), cahya)).toBe('OWNER_IS_AWAY');
      await sent('/work/assignments', assignment(), by('eka'));
      expect(await queueOf('eka', 'mine=true')).toMatchObject([{ ownerId: 'eka' }]);
      await sent('/work/assignments/release', assignment(), by('eka'));
      expect(await queueOf('fitri', 'unowned=true')).toMatchObject([{ ownerId: null }]);
      await sent('/work/assignments', assignment(), by('eka'));
      await sent(`/staff/${eka}/leaving`, {}, cahya);
      expect(await queueOf('fitri', 'unowned=true')).toMatchObject([{ ownerId: 'eka', ownerAway: true }]);
    });

    const absenceOf = async (officerId: string) => {
      const { body } = await app.get(`/staff/${officerId}?after=${String(after)}`, cahya);
      return (body['absences'] as readonly Item[])[0]?.['absenceId'];
    };

    it('is seen and decided by another branch only as long as authority was delegated to it', async () => {
      const there = { office: 'BANDUNG', authority: 3 };
      expect(await queueOf('gita', 'limit=5', there)).toEqual([]);
      expect(await refused(`/claims/${claimId}/approval`, {}, by('gita', 'supervisor', there))).toBe(
        'NOT_OF_YOUR_OFFICE',
      );
      const { body } = await app.post(
        '/staff',
        { workerId: 'gita', roles: ['supervisor'], level: 3 },
        by('head', 'supervisor', there),
      );
      const path = `/staff/${String(body['id'])}/delegations`;
      const days = { from: '2026-11-20', until: '2026-11-20' };
      expect(await refused(path, days, cahya)).toBe('DELEGATION_NOT_YOURS');
      await sent(path, days, by('head-of-branch', 'supervisor', { authority: 3 }));
      const [delegated] = await queueOf('gita', 'limit=5', there);
      expect(delegated?.['delegation']).toEqual({
        delegationId: expect.any(String) as unknown,
        office: delegated?.['office'],
      });
      expect(await queueOf('fitri', 'limit=5')).toMatchObject([{ delegation: null }]);
      expect(
        await refused(
          `/claims/${claimId}/approval`,
          {},
          by('gita', 'supervisor', { ...there, at: '2026-11-21T09:00:00+07:00' }),
        ),
      ).toBe('NOT_OF_YOUR_OFFICE');
    });
  });

  it('is told once when its day is over, and costs one per cent a day', async () => {
    await look('2026-12-01');
    expect(items(await app.get('/overdue', { role: 'supervisor', at: '2026-12-01T10:00:00+07:00' }))).toEqual(
      [],
    );
    await look('2026-12-04');
    await look('2026-12-05');
    const passed = [];
    for await (const batch of store?.readBatches(`deadline-${String(await deadlineId())}`) ?? [])
      passed.push(...batch);
    expect(passed.map(({ type, data }) => [type, data])).toMatchObject([
      [
        'DeadlinePassed',
        { step: 'DECIDE_CLAIM', turn: 'SUPERVISOR', dueOn: '2026-12-01', effectiveOn: '2026-12-02' },
      ],
    ]);
    const at = '2026-12-05T10:00:00+07:00';
    const [late] = items(
      await app.get(`/overdue?side=OURS&after=${await position()}`, { role: 'auditor', at }),
    );
    const { amountIdr, costPerDayIdr, costIdr } = late as Record<string, number>;
    expect(late).toMatchObject({ subjectId: claimId, daysLate: 4, late: true, workingDaysLeft: 0 });
    expect(costPerDayIdr).toBe(Math.round((amountIdr ?? 0) / 100));
    expect(costIdr).toBe(Math.round(((amountIdr ?? 0) * 4) / 100));
    const totals = await app.get('/overdue/totals', { role: 'supervisor', at });
    expect(JSON.parse(totals.text)).toMatchObject([
      { turn: 'SUPERVISOR', ours: true, count: 1, oldestDueOn: '2026-12-01', costIdr, costPerDayIdr },
    ]);
    expect(items(await app.get('/overdue?side=OTHERS', { role: 'auditor', at }))).toEqual([]);
  });

  describe('and is looked at again by another branch once it was drawn', () => {
    const draw = (day: string) => sampling?.take(localDate(day), new AbortController().signal);
    const auditor = { role: 'auditor' } as const;
    const listOf = async (path: string): Promise<readonly Item[]> => {
      const { text } = await app.get(`${path}after=${await position()}`, auditor);
      const answer = JSON.parse(text) as { items?: readonly Item[] } | readonly Item[];
      return Array.isArray(answer) ? answer : ((answer as { items?: readonly Item[] }).items ?? []);
    };
    const ONE = {
      office: 'KARAWANG',
      role: 'supervisor',
      subject: 'hadi',
      at: '2026-12-02T09:00:00+07:00',
    } as const;

    it('by a seed of before, which is told with the draw, so that an auditor draws the same', async () => {
      await draw('2026-11-01');
      expect(await listOf('/quality/months?')).toMatchObject([{ month: '2026-11', seed: null, drawn: null }]);
      expect(await sampling?.last()).toEqual({ day: '2026-11-30', isEnded: true });
      const approver = { role: 'supervisor', subject: 'cahya' } as const;
      const { body } = await app.post(`/claims/${claimId}/approval`, {}, approver);
      // Whoever had taken the step has left.
      expect(items(await app.get(`/work/done?after=${String(body['position'])}`, approver))).toContainEqual(
        expect.objectContaining({ step: 'DECIDE_CLAIM', inPlaceOf: 'eka' }),
      );
      await draw('2026-12-01');
      await draw('2026-12-01');
      const [december, november] = await listOf('/quality/months?');
      expect(december).toMatchObject({ month: '2026-12', seed: null });
      expect(november).toMatchObject({ decisions: 1, drawn: 1, doubled: false, reviewed: 0, percent: null });
      const all = await listOf('/quality/decisions?month=2026-11&');
      const tickets = all
        .map(({ decisionId }) => ({
          decisionId,
          ticket: v5(`quality-sample/${String(november?.['seed'])}/${String(decisionId)}`, LINDUNG),
        }))
        .sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
      // One claim: of whoever decides at least five are drawn.
      expect(tickets.slice(0, 5).map(({ decisionId }) => decisionId)).toEqual(
        all.filter(({ drawn }) => drawn).map(({ decisionId }) => decisionId),
      );
    });

    it('who finds it in their queue, and not by the branch that decided', async () => {
      const path = `/work?kind=SAMPLE&after=${await position()}`;
      expect(items(await app.get(path, { role: 'supervisor', subject: 'eka' }))).toEqual([]);
      const [row] = items(await app.get(path, ONE));
      expect(row).toMatchObject({ step: 'REVIEW_DECISION', dueOn: '2026-12-31' });
      const [sample] = await listOf('/quality/samples?reviewed=false&');
      const address = `/quality/samples/${String(sample?.['sampleId'])}`;
      const found = { result: 'MONEY', side: 'TOO_MUCH', amountIdr: 500_000, reference: 'UP/12/2026' };
      const own = await app.post(`${address}/review`, found, { role: 'supervisor', subject: 'eka' });
      expect(own).toMatchObject({ status: 409, body: { code: 'REVIEWED_BY_ITS_BRANCH' } });
      expect(await app.post(`${address}/review`, { ...found, side: undefined }, ONE)).toMatchObject({
        body: { code: 'DEVIATION_OF_MONEY' },
      });
      expect(await app.post(`${address}/review`, found, ONE)).toMatchObject({ status: 200 });
      expect(await app.post(`${address}/review`, found, ONE)).toMatchObject({
        body: { code: 'SAMPLE_REVIEWED' },
      });
      expect(items(await app.get(`/work?kind=SAMPLE&after=${await position()}`, ONE))).toEqual([]);
      expect(await listOf('/quality/error-rates?by=OFFICE&')).toMatchObject([
        { reviewed: 1, wrong: 1, percent: 100, lowPercent: 20.65, highPercent: 100 },
      ]);
    });
  });

  const deadlineId = async () => (await workOf('supervisor', await position()))[0]?.['deadlineId'];
});
