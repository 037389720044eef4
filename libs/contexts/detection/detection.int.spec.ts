import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { accidents } from '#contexts/accidents/context';
import { logIndexOf } from '#followers';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { EventStore } from '#event-store';
import { localDate } from '#kernel';
import type { Context } from '#runtime';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { DailyDetection } from './commands/daily-detection.js';
import { detection } from './context.js';
import { evidenceReadModel } from './read-models/evidence/evidence.read-model.js';
import { findingReadModel } from './read-models/finding/finding.read-model.js';

let round: DailyDetection | undefined;
let store: EventStore | undefined;

/** Holds what the system does by itself, for the spec to do it now. */
@Injectable()
class Holder {
  constructor(daily: DailyDetection, log: EventStore) {
    round = daily;
    store = log;
  }
}

const looking: Context = {
  ...detection,
  providers: [...(detection.providers ?? []), DailyDetection, Holder],
};

/** Of everything that these contexts record. */
const logIndex = logIndexOf(
  [participants, accidents, detection].flatMap(({ streams }) => streams.map(({ category }) => category)),
);

type Item = Readonly<Record<string, unknown>>;

describe('Patterns in what is recorded', () => {
  let app: ContextApp;
  let clerks: Clerks;
  let accidentId: string;
  /** Of whatever was written last, so that the read model knows it. */
  let after = '0';
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, looking],
      [evidenceReadModel, findingReadModel, logIndex],
    );
    clerks = clerksOf(app);
    accidentId = await clerks.notify(await clerks.register({ registeredOn: '2026-08-30' }));
  });
  afterAll(() => app.stop());

  const AUDITOR = { role: 'auditor', subject: 'auditor-1' } as const;
  const found = async (query = '') =>
    (await app.get(`/findings?after=${after}${query}`, AUDITOR)).body['items'] as readonly Item[];
  const look = async () => {
    const { text } = await app.post('/findings/look', {}, AUDITOR);
    const last = JSON.parse(text.trim().split('\n').at(-1) ?? '') as {
      report: { opened: number; position?: string };
    };
    after = last.report.position ?? after;
    return last.report.opened;
  };
  const done = async (path: string, body: object = {}) => {
    const answer = await app.post(path, body, AUDITOR);
    const { position } = answer.body;
    if (typeof position === 'string') after = position;
    return answer;
  };

  it('are found once, and told in words with what proves them', async () => {
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    const [one] = await found(`&rule=FD-20&subjectId=${accidentId}`);
    expect(one).toMatchObject({
      state: 'OPEN',
      openedOn: '2026-11-20',
      lookBy: '2026-12-04',
      reason: {
        en: 'The accident happened 2 days after the registration of 2026-08-30',
        id: 'Kecelakaan terjadi 2 hari setelah pendaftaran 2026-08-30',
      },
    });
    const { body } = await app.get(`/findings/${String(one?.['findingId'])}?after=${after}`, AUDITOR);
    expect(body).toMatchObject({
      subjects: [{ kind: 'ACCIDENT', id: accidentId }, { kind: 'PERSON' }],
      proof: [expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)],
      events: [
        { type: 'ParticipantRegistered', stream: expect.stringMatching(/^participant-/) },
        { type: 'AccidentNotified', stream: `accident-${accidentId}` },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('Contoh');
    expect(await found('&state=CONFIRMED')).toEqual([]);
    expect((await app.get('/findings', { role: 'adjudicator' })).status).toBe(403);
  });

  it('are looked into, noted about, and closed with what shows it; the rules tell of it', async () => {
    const path = `/findings/${String((await found())[0]?.['findingId'])}`;
    const explanation = { because: 'USUAL_FOR_THE_PLACE', reference: 'BA-1' };
    expect((await done(`${path}/explanation`, explanation)).body['code']).toBe('FINDING_OPEN');
    const { body: can } = await app.get(`${path}/actions?after=${after}`, AUDITOR);
    expect(JSON.stringify(can)).toContain('take-up-finding');
    await done(`${path}/inquiry`);
    await done(`${path}/notes`, { inquiry: 'PERSON_ASKED', reference: 'BA-1' });
    expect((await done(`${path}/explanation`, explanation)).status).toBeLessThan(300);
    expect((await app.get(`${path}?after=${after}`, AUDITOR)).body).toMatchObject({
      state: 'EXPLAINED',
      takerId: 'auditor-1',
      closerId: 'auditor-1',
      closedOn: '2026-11-20',
      notes: [{ inquiry: 'PERSON_ASKED', reference: 'BA-1', by: 'auditor-1' }],
    });
    const rules = JSON.parse(
      (await app.get(`/findings/rules?after=${after}`, AUDITOR)).text,
    ) as readonly Item[];
    expect(rules).toHaveLength(24);
    expect(rules.find(({ rule }) => rule === 'FD-20')).toMatchObject({
      hits: 1,
      open: 0,
      explained: 1,
      explanations: [{ because: 'USUAL_FOR_THE_PLACE', count: 1 }],
      medianDaysToClose: 0,
      toBeReviewed: false,
    });
    expect(rules.find(({ rule }) => rule === 'FD-17')).toMatchObject({ standing: 'WAITING' });
  });

  it('are looked for by the system itself once a day, up to the day before, which is over', async () => {
    const second = await clerks.notify(await clerks.register({ registeredOn: '2026-08-31' }));
    const run = (day: string, signal = new AbortController().signal) => round?.take(localDate(day), signal);
    await run('2026-09-01');
    expect(await round?.last()).toEqual({ day: '2026-09-01', isEnded: true });
    await expect(run('2026-11-21', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(await round?.last()).toEqual({ day: '2026-11-21', isEnded: false });
    await run('2026-11-21');
    expect(await round?.last()).toEqual({ day: '2026-11-21', isEnded: true });
    after = String(await store?.lastPosition());
    // Both are called alike, and were born on one day.
    expect((await found()).map(({ rule, openedOn }) => [rule, openedOn])).toEqual([
      ['FD-05', '2026-09-01'],
      ['FD-20', '2026-11-20'],
      ['FD-20', '2026-11-21'],
    ]);
    expect(await found(`&subjectId=${second}`)).toHaveLength(1);
  });
});
