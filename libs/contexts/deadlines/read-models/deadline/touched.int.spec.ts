import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officerIdOf } from '#contexts/staff/facts';
import { type LocalDate, event, localDate, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { TEST_ACTOR } from '#testing/decisions';
import { deadlineIdOf } from '../../domain/deadline.js';
import { deadlineReadModel } from './deadline.read-model.js';
import { ListCandidates } from './team.queries.js';
import { ListWork } from './work.queries.js';

const CLAIM = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
const [SITI, TWIN] = ['00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000004'];
const TODAY = localDate('2026-11-20');
const EVENT = localDate('2026-09-01');

const of = { claimId: CLAIM, participantId: SITI, effectiveOn: TODAY };

const calculated = on(
  `claim-${CLAIM}`,
  event('ClaimSubmitted', {
    ...of,
    programme: 'JKK',
    office: 'BEKASI',
    submitterId: 'desk',
    eventDate: EVENT,
  }),
  event('ClaimCompleted', { ...of, payBy: localDate('2026-12-01') }),
  event('BenefitCalculated', {
    ...of,
    assessorId: 'ani',
    components: [{ code: 'JKK_STMB', amountIdr: rupiah(1_000_000), payee: 'PARTICIPANT' }],
    totalIdr: rupiah(1_000_000),
    entitledChildren: [],
  }),
);

const corrected = (participantId: string, day: string) =>
  on(
    `participant-${participantId}`,
    event('NikCorrected', {
      participantId,
      correctionId: CLAIM,
      requesterId: 'rina',
      confirmerId: 'budi',
      effectiveOn: localDate(day),
    }),
  );

const paid = (participantId: string, day: string) =>
  on(
    `contribution-${participantId}`,
    event('ContributionPaid', { participantId, paidOn: localDate(day), effectiveOn: TODAY }),
  );

const merged = (type: 'MergerListed' | 'MergerUnlisted') =>
  on(`merger-${SITI}`, event(type, { participantId: TWIN, survivorId: SITI, effectiveOn: TODAY }));

const AS_TONO = { actor: { ...TEST_ACTOR, id: 'tono' } };

describe('The queue of whoever had a hand in the data that a claim rests on', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(deadlineReadModel, () => fresh.database);

  const queueOf = async (id: string, today: LocalDate = TODAY) => {
    const handler = new ListWork.handler(new ReadModels(fresh.database, 0));
    const actor = { id, office: 'BEKASI', authority: 3, roles: ['supervisor'] } as const;
    const { items } = await handler.execute(new ListWork({ limit: 50, today, actor, sight: SEES_ALL }));
    return items.map(({ step }) => step);
  };

  it('has no decision of it for ninety days after a correction, neither of whoever asked nor of whoever confirmed', async () => {
    await project(calculated, corrected(SITI, '2026-08-22'));
    expect(await queueOf('rina')).toEqual([]);
    expect(await queueOf('budi')).toEqual([]);
    expect(await queueOf('sari')).toEqual(['DECIDE_CLAIM']);
    expect(await queueOf('rina', localDate('2026-11-21'))).toEqual(['DECIDE_CLAIM']);
  });

  it.each([
    ['2026-06-03', []],
    ['2026-11-30', []],
    ['2026-06-02', ['DECIDE_CLAIM']],
    ['2026-12-01', ['DECIDE_CLAIM']],
  ])('has none where they took a payment near to the event, as on %s', async (day, steps) => {
    const log = await project(calculated);
    await log.andRecordedAs(AS_TONO, paid(SITI, day), paid(SITI, '2024-01-02'));
    expect(await queueOf('tono')).toEqual(steps);
  });

  it('goes by the day of the event as it was calculated last', async () => {
    const log = await project(calculated);
    await log.andRecordedAs(AS_TONO, paid(SITI, '2026-06-02'));
    const eventDate = localDate('2026-08-31');
    const anew = {
      ...of,
      assessorId: 'ani',
      components: [],
      totalIdr: rupiah(0),
      entitledChildren: [],
      eventDate,
    };
    await log.and(on(`claim-${CLAIM}`, event('BenefitCalculated', anew)));
    expect(await queueOf('tono')).toEqual([]);
  });

  it('goes by the person, under any id, as long as two are one', async () => {
    const log = await project(calculated, corrected(TWIN, '2026-11-19'));
    expect(await queueOf('rina')).toEqual(['DECIDE_CLAIM']);
    await log.and(merged('MergerListed'));
    expect(await queueOf('rina')).toEqual([]);
    await log.and(merged('MergerUnlisted'));
    expect(await queueOf('rina')).toEqual(['DECIDE_CLAIM']);
  });

  it('is not suggested to be given it either', async () => {
    const listed = (workerId: string) =>
      on(
        `officer-${officerIdOf(workerId)}`,
        event('OfficerListed', {
          officerId: officerIdOf(workerId),
          workerId,
          office: 'BEKASI',
          roles: ['supervisor'],
          level: 2,
          listerId: 'head',
          effectiveOn: TODAY,
        }),
      );
    await project(calculated, corrected(SITI, '2026-11-19'), ...['rina', 'budi', 'sari'].map(listed));
    const handler = new ListCandidates.handler(new ReadModels(fresh.database, 0));
    const actor = { id: 'head', office: 'BEKASI', authority: 3, roles: ['supervisor'] } as const;
    const deadlineId = deadlineIdOf('CLAIM', CLAIM, 'claim');
    const candidates = await handler.execute(
      new ListCandidates({ deadlineId, today: TODAY, actor, sight: SEES_ALL }),
    );
    expect(candidates.map(({ workerId }) => workerId)).toEqual(['sari']);
  });
});
