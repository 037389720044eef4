import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import { contributions } from '../../domain/contributions.js';
import {
  SITI,
  childRegistered,
  contributionPaid,
  heirRegistered,
  sitiDied,
  sitiRegistered,
  sitisDeathTraced,
} from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import { participantReadModel } from './participant.read-model.js';
import { GetParticipant } from './participant.queries.js';
import { participantsOn } from './participants-on.js';

const CHILD = '33333333-3333-4333-8333-333333333333';
const HEIR = '44444444-4444-4444-8444-444444444444';

describe('the participant read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(participantReadModel, () => fresh.database);
  const person = participants.of(SITI);
  const family = () =>
    project(
      on(person, sitiRegistered()),
      on(contributions.of(SITI), contributionPaid('2026-11', 1, '2026-11-02')),
      on(person, childRegistered(CHILD), heirRegistered(HEIR)),
    );

  it.each([
    ['2026-11-01', 'NEVER'],
    ['2026-11-02', 'ACTIVE'],
    ['2026-12-15', 'ACTIVE'],
    ['2026-12-16', 'PENDING_ARREARS'],
    ['2027-02-28', 'PENDING_ARREARS'],
    ['2027-03-01', 'INACTIVE'],
  ])('tells the cover on %s: %s', async (day, coverage) => {
    const { tables } = await family();
    const shown = await participantsOn(tables, localDate(day), SEES_ALL).execute();
    expect(shown.map((row) => [row.participantId, row.coverage])).toEqual([[SITI, coverage]]);
  });

  it('tells the cover of a payment that an earlier release recorded for a month of choice as the law books it', async () => {
    const ofChoice = [
      contributionPaid('2026-11', 1, '2026-11-02'),
      contributionPaid('2027-02', 1, '2027-02-10'),
    ];
    const { tables } = await project(on(person, sitiRegistered()), on(contributions.of(SITI), ...ofChoice));
    const shownOn = async (day: string) =>
      (await participantsOn(tables, localDate(day), SEES_ALL).execute())[0];
    expect(await shownOn('2027-02-11')).toMatchObject({
      coverage: 'PENDING_ARREARS',
      paidThrough: '2026-12',
    });
    expect(await shownOn('2027-04-01')).toMatchObject({ coverage: 'INACTIVE' });
  });

  it('tells no cover after the day of death', async () => {
    const { tables } = await (await family()).and(on(person, sitiDied('2026-11-10')));
    const coverOn = async (day: string) =>
      (await participantsOn(tables, localDate(day), SEES_ALL).execute())[0]?.coverage;
    expect([await coverOn('2026-11-10'), await coverOn('2026-11-11')]).toEqual(['ACTIVE', 'INACTIVE']);
  });

  it('shows one participant with what was paid and the family', async () => {
    await (await family()).and(on(person, sitiDied('2026-11-10'), sitisDeathTraced('accident-1')));
    const asked = new GetParticipant({
      participantId: SITI,
      today: localDate('2026-11-10'),
      sight: SEES_ALL,
    });
    expect(await new GetParticipant.handler(new ReadModels(fresh.database, 0)).execute(asked)).toMatchObject({
      participantId: SITI,
      name: 'Siti Rahmawati',
      coverage: 'ACTIVE',
      paidThrough: '2026-11',
      diedOn: '2026-11-10',
      revision: 4,
      contributionsRevision: 0,
      contributions: [
        {
          period: '2026-11',
          months: 1,
          amountIdr: 8_400,
          payer: 'SELF',
          paidOn: '2026-11-02',
          receipt: 'R-1',
        },
      ],
      children: [
        { childId: CHILD, name: 'Dewi', birthDate: '2009-03-01', schoolLevel: 'SMA', yearInLevel: 3 },
      ],
      heirs: [{ heirId: HEIR, relation: 'WIDOWER', name: 'Budi' }],
    });
  });

  it('does not change when the same events are projected twice', async () => {
    const projected = await (await family()).and(on(person, sitiDied('2026-11-10')));
    await projected.thenAppliedTwiceNothingChanges();
  });

  it('moves on past events of a later release', async () => {
    await (await family()).thenUnknownEventsAreIgnored();
  });
});
