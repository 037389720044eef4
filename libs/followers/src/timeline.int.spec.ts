import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DomainEvent, event, localDate } from '#kernel';
import { type FreshDatabase, eventLog, freshDatabase, on } from '#testing';
import { applyBatch } from './apply-batch.js';
import { dropVersion, prepareProjection } from './projection-tables.js';
import { defineProjection, tablesOf } from './projection.js';
import { type Effective, type TimelineTables, createTimeline, tell, timelineOf } from './timeline.js';

const ONE = '3f0c2a52-8f3e-4b8e-9d3a-3f3f0a1c0001';
const OTHER = '3f0c2a52-8f3e-4b8e-9d3a-3f3f0a1c0002';

const stories = defineProjection<Effective, TimelineTables>({
  name: 'stories',
  version: 1,
  categories: ['case'],
  createTables: createTimeline,
  on: { Opened: tell, Closed: tell },
});

const happened = (type: string): DomainEvent => event(type, { effectiveOn: localDate('2026-03-02') });

describe('timeline', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  beforeEach(async () => {
    await dropVersion(fresh.database, stories);
    await prepareProjection(fresh.database, stories);
  });

  const typesOf = async (...subjects: string[]) =>
    (await timelineOf(tablesOf(fresh.database, stories), ...subjects)).map(({ type }) => type);

  it('tells what an event was, when, and who did it', async () => {
    const [opened] = eventLog().record([on(`case-${ONE}`, happened('Opened'))]);
    await applyBatch(fresh.database, stories, [opened!]);
    expect(await timelineOf(tablesOf(fresh.database, stories), ONE)).toEqual([
      {
        event_id: opened!.id,
        subject_id: ONE,
        position: String(opened!.position),
        revision: 0,
        type: 'Opened',
        effective_on: '2026-03-02',
        recorded_at: opened!.recordedAt,
        actor_id: 'user-1',
        office: opened!.metadata.actor.office,
      },
    ]);
  });

  it('tells events that share a position in the order of their stream', async () => {
    const recorded = eventLog().record([on(`case-${ONE}`, happened('Opened'), happened('Closed'))]);
    const { position } = recorded[0]!;
    await applyBatch(
      fresh.database,
      stories,
      recorded.map((one) => ({ ...one, position })),
    );
    expect(await typesOf(ONE)).toEqual(['Opened', 'Closed']);
  });

  it('tells several stories as one, and nobody else’s', async () => {
    const streams = [
      on(`case-${OTHER}`, happened('Opened')),
      on(`case-${ONE}`, happened('Opened')),
      on(`case-${OTHER}`, happened('Closed')),
    ];
    await applyBatch(fresh.database, stories, eventLog().record(streams));
    expect(await typesOf(ONE, OTHER)).toEqual(['Opened', 'Opened', 'Closed']);
    expect(await typesOf(ONE)).toEqual(['Opened']);
  });
});
