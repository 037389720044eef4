import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { EventStore } from '#event-store';
import { type Role, localDate } from '#kernel';
import type { Context } from '#runtime';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { DailyDeadlines } from './commands/daily-deadlines.js';
import { deadlines } from './context.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';

type Item = Readonly<Record<string, unknown>>;

let round: DailyDeadlines | undefined;
let store: EventStore | undefined;

/** Hands out the daily look of the app, which is done by nobody here. */
@Injectable()
class Holder {
  constructor(daily: DailyDeadlines, log: EventStore) {
    round = daily;
    store = log;
  }
}

const looking: Context = {
  ...deadlines,
  providers: [...(deadlines.providers ?? []), DailyDeadlines, ...DailyDeadlines.handlers, Holder],
};

describe('What waits for somebody', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let claimId: string;
  beforeAll(async () => {
    app = await startContextApp([participants, accidents, claims, looking], deadlineReadModel);
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
      { turn: 'SUPERVISOR', step: 'DECIDE_CLAIM', count: 1, late: 0 },
    ]);
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

  const deadlineId = async () => (await workOf('supervisor', await position()))[0]?.['deadlineId'];
});
