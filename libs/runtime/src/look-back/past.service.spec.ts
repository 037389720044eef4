import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '#event-store';
import type { ReadModel } from '#followers';
import { type LocalDate, instant } from '#kernel';
import type { Database } from '#postgres';
import type { CopyWorks } from './copy-works.service.js';
import { Past } from './past.service.js';

const PLACE = {
  position: 7n,
  eventId: '00000000-0000-4000-8000-000000000007',
  recordedAt: instant('2026-11-11T03:47:00Z'),
};

describe('A view of the past that is asked of a copy', () => {
  const copies = { tablesOf: () => Promise.resolve({}) } as unknown as CopyWorks;
  const database = { reading: () => ({}) } as unknown as Database;
  const past = new Past(database, {} as EventStore, { waitMs: 0 }, copies);
  const leftOutOf = async (effectiveOn?: LocalDate) => {
    const view = past.view({ ...PLACE, effectiveOn }, [], true);
    const before = view.leftOut;
    await view.about([]).tablesOf({} as ReadModel);
    return [before, view.leftOut];
  };

  it('does not say how many events did not count on a day: nobody has counted them', async () => {
    expect(await leftOutOf('2026-11-05' as LocalDate)).toEqual([0, null]);
  });

  it('says that all count where no day is named', async () => {
    expect(await leftOutOf()).toEqual([0, 0]);
  });
});
