import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, localDate } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { birthDateCorrected, nameCorrected, nikCorrected } from '../../domain/correction.examples.js';
import { SITI, sitiRegistered } from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import type { DuplicateGroup } from './duplicate.answers.js';
import { type DuplicateListQuery, ListDuplicates } from './duplicate.queries.js';
import { duplicateReadModel } from './duplicate.read-model.js';

const idOf = (place: number) => `5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a${String(place).padStart(2, '0')}`;
const { person: siti } = sitiRegistered().data;

const registered = (place: number, changes: object, branch?: string) =>
  on(
    participants.of(idOf(place)),
    sitiRegistered({
      participantId: idOf(place),
      ...(branch && { branch }),
      person: { ...siti, ...changes },
    }),
  );

describe('Participants who may be one person', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(duplicateReadModel, () => fresh.database);
  const page = (filter: Partial<DuplicateListQuery> = {}) =>
    new ListDuplicates.handler(new ReadModels(fresh.database, 0)).execute(
      new ListDuplicates({ limit: 50, ...filter, sight: SEES_ALL }),
    );
  const found = async (filter: Partial<DuplicateListQuery> = {}) =>
    (await page(filter)).items.map(({ reason, participants: them }: DuplicateGroup) => [
      reason,
      ...them.map(({ participantId }) => Number(participantId.slice(-2))),
    ]);

  const PHONE = { phone: '081200000001' };
  const three = () =>
    project(
      registered(1, {}),
      registered(2, { name: 'Sitti Rachmawaty', birthDate: localDate('1990-12-05'), ...PHONE }, 'J01'),
      registered(3, { name: 'Budi Santoso', phone: '+6281200000001' }),
      registered(4, { name: 'Agus', phone: '081200000004' }),
    );

  it('are listed with the reason, the longest suspected first', async () => {
    await three();
    expect(await found()).toEqual([
      ['NAME_AND_BIRTH_DATE', 1, 2],
      ['PHONE', 2, 3],
    ]);
    expect((await page()).items[0]).toMatchObject({
      suspectedOn: '2026-11-20',
      participants: [
        { name: 'Siti Rahmawati', birthDate: '1990-05-12', nikMasked: '0000**********01' },
        { name: 'Sitti Rachmawaty', birthDate: '1990-12-05', phone: '081200000001', branch: 'J01' },
      ],
    });
  });

  it('are narrowed by reason, branch and participant, page by page', async () => {
    await three();
    expect(await found({ reason: 'PHONE' })).toEqual([['PHONE', 2, 3]]);
    expect(await found({ branch: 'J01' })).toHaveLength(2);
    expect(await found({ branch: 'J02' })).toEqual([]);
    expect(await found({ participantId: idOf(3) })).toEqual([['PHONE', 2, 3]]);
    const { items, nextCursor } = await page({ limit: 1 });
    expect(items).toHaveLength(1);
    expect(await found({ limit: 1, cursor: nextCursor ?? '' })).toEqual([['PHONE', 2, 3]]);
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).not.toContain('1990');
  });

  it('are none any more once the name or the birth date was corrected', async () => {
    const stored = await project(
      registered(1, {}),
      registered(2, {}),
      registered(3, { name: 'Siti Rohmawati', birthDate: localDate('1990-06-12') }),
    );
    expect(await found()).toEqual([['NAME_AND_BIRTH_DATE', 1, 2]]);
    await stored.and(on(participants.of(SITI), birthDateCorrected));
    expect(await found()).toEqual([['NAME_AND_BIRTH_DATE', 3, 1]]);
    await stored.and(on(participants.of(SITI), nameCorrected, nikCorrected));
    expect((await page()).items[0]?.participants.map(({ name }) => name)).toEqual([
      'Siti Rohmawati',
      'Siti Rohmawati',
    ]);
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('are none where more than ten have it in common', async () => {
    const village = Array.from({ length: 11 }, (_, place) =>
      registered(place + 1, { name: `Warga Nomor${'XYZABCDEFGH'[place]}`, ...PHONE }),
    );
    await project(...village.slice(0, 10));
    expect(await found({ reason: 'PHONE' })).toHaveLength(1);
    await project(...village);
    expect(await found({ reason: 'PHONE' })).toEqual([]);
  });

  it('leave nothing of who was erased', async () => {
    const { tables } = await project(
      on(participants.of(SITI), sitiRegistered({ person: ERASED })),
      registered(2, {}),
    );
    expect(await found()).toEqual([]);
    const [erased] = await tables
      .selectFrom('people')
      .selectAll()
      .where('participantId', '=', SITI)
      .execute();
    expect(erased).toMatchObject({ name: null, birthDate: null, phone: null, nikMasked: null });
  });
});
