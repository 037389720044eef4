import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, localDate } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { workerJoined } from '../../domain/membership.examples.js';
import { memberships } from '../../domain/membership.js';
import { nameCorrected } from '../../domain/correction.examples.js';
import { SITI, sitiRegistered } from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import type { FoundParticipant } from './participant.answers.js';
import { participantReadModel } from './participant.read-model.js';
import {
  type ParticipantSearchBody,
  SearchParticipants,
  SearchParticipantsHandler,
} from './search.queries.js';

const ALL = [
  'Siti Rahmawati',
  'Siti Nur Aisyah',
  'Rahmawati Siti',
  'Sitti Rachmawaty',
  'Siti Rahmawan',
  'Muhammad Rizki Ramadhan',
  'Moch. Riski',
  'Budi Santoso',
  'Slamet',
  'Soekarno',
];

const idOf = (place: number) => `5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a${String(place + 1).padStart(2, '0')}`;
const PHONE = '081200000001';

describe('A search of participants', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(participantReadModel, () => fresh.database);
  const { person: siti } = sitiRegistered().data;
  const registered = (name: string, place: number) =>
    on(
      participants.of(idOf(place)),
      sitiRegistered({
        participantId: idOf(place),
        district: place % 2 === 0 ? '321605' : '327501',
        person: {
          ...siti,
          name,
          birthDate: localDate(`1990-05-${10 + place}`),
          ...(name === 'Sitti Rachmawaty' && { phone: '+6281200000001' }),
        },
      }),
    );
  const everybody = () => project(...ALL.map(registered));

  const page = (search: Partial<ParticipantSearchBody>) =>
    new SearchParticipantsHandler(new ReadModels(fresh.database, 5_000), { of: () => SITI } as never).execute(
      new SearchParticipants({
        limit: 50,
        ...search,
        after: 0n,
        today: localDate('2026-11-20'),
        sight: SEES_ALL,
      }),
    );
  const found = async (search: Partial<ParticipantSearchBody>) =>
    (await page(search)).items.map(({ name, match }) => [name, match]);

  describe('among some people', () => {
    beforeAll(everybody);

    it('finds the name itself first, then all of its words, then words that resemble them', async () => {
      expect(await found({ name: 'siti rahmawati' })).toEqual([
        ['Siti Rahmawati', 'EXACT'],
        ['Rahmawati Siti', 'WORDS'],
        ['Sitti Rachmawaty', 'WORDS'],
        ['Siti Rahmawan', 'SIMILAR'],
      ]);
    });

    it.each([
      ['a letter too few', 'Rahmwati Siti', 'Rahmawati Siti'],
      ['two letters in the wrong order', 'Salmet', 'Slamet'],
      ['another letter in a short word', 'Bugi Santoso', 'Budi Santoso'],
      ['the spelling of today', 'Sukarno', 'Soekarno'],
      ['a beginning', 'Muhammad Rizki Rama', 'Muhammad Rizki Ramadhan'],
      ['what stands in the middle of a word', 'karn', 'Soekarno'],
    ])('finds by %s', async (_what, typed, name) => {
      expect((await page({ name: typed })).items.map((one) => one.name)).toContain(name);
    });

    it('finds a shortened Muhammad as the whole one', async () => {
      expect(await found({ name: 'Mohammad Rizki' })).toEqual([
        ['Moch. Riski', 'WORDS'],
        ['Muhammad Rizki Ramadhan', 'WORDS'],
      ]);
    });

    it('finds nobody by a name that nobody has, and by signs alone', async () => {
      expect(await found({ name: 'Xquztwv' })).toEqual([]);
      expect(await found({ name: '%%' })).toEqual([]);
    });

    it('goes through all of it page by page, each once', async () => {
      const seen: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const one: { items: readonly FoundParticipant[]; nextCursor: string | null } = await page({
          name: 'Siti Rahmawati',
          limit: 1,
          cursor,
        });
        seen.push(...one.items.map(({ name }) => name));
        cursor = one.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(['Siti Rahmawati', 'Rahmawati Siti', 'Sitti Rachmawaty', 'Siti Rahmawan']);
    });

    it('finds by birth date, phone and NIK, and tells how near the name is', async () => {
      expect(await found({ birthDate: localDate('1990-05-17') })).toEqual([['Budi Santoso', 'EXACT']]);
      expect(await found({ birthDate: localDate('1990-05-17'), name: 'Budi Santos' })).toEqual([
        ['Budi Santoso', 'SIMILAR'],
      ]);
      expect(await found({ birthDate: localDate('1990-05-17'), name: 'Slamet' })).toEqual([]);
      expect(await found({ phone: PHONE })).toEqual([['Sitti Rachmawaty', 'EXACT']]);
      expect(await found({ nik: '0000055205900001', name: 'Sitti Rahmawati' })).toEqual([
        ['Siti Rahmawati', 'WORDS'],
      ]);
      expect(await found({ nik: '0000055205900001', birthDate: localDate('1990-05-17') })).toEqual([]);
    });
  });

  it('finds within a district, a regency and an employer', async () => {
    const stored = await everybody();
    const member = workerJoined('2026-11-01');
    await stored.and(
      on('employer-1', {
        type: 'EmployerRegistered',
        data: { employerId: member.data.employerId, npp: 'NN010001', name: 'PT Contoh' },
      }),
      on(memberships.of(member.data.membershipId), member),
    );
    expect(await found({ name: 'Siti Rahmawati', district: '327501' })).toEqual([
      ['Sitti Rachmawaty', 'WORDS'],
    ]);
    expect(await found({ name: 'Siti Rahmawati', district: '3216' })).toHaveLength(3);
    expect(await found({ district: '3275' })).toHaveLength(5);
    expect(await found({ npp: 'nn010001' })).toEqual([['Siti Rahmawati', null]]);
    expect(await found({ npp: 'NN010001', name: 'Siti' })).toEqual([['Siti Rahmawati', 'WORDS']]);
    expect(await found({ npp: 'NN010001', name: 'Budi' })).toEqual([]);
    expect(await found({ npp: 'NN999999' })).toEqual([]);
  });

  it('lists by the day of the registration, newest first where it is asked, and within a span of days', async () => {
    const day = (place: number) => localDate(`2026-10-0${1 + (place % 3)}`);
    await project(
      ...ALL.slice(0, 5).map((name, place) =>
        on(
          participants.of(idOf(place)),
          sitiRegistered({
            participantId: idOf(place),
            effectiveOn: day(place),
            person: { ...siti, name },
          }),
        ),
      ),
    );
    const listed = async (search: Partial<ParticipantSearchBody>) =>
      (await page(search)).items.map(({ name, registeredOn }) => [registeredOn.slice(-2), name]);
    expect(await listed({ sort: 'REGISTRATION', direction: 'desc' })).toEqual([
      ['03', 'Rahmawati Siti'],
      ['02', 'Siti Rahmawan'],
      ['02', 'Siti Nur Aisyah'],
      ['01', 'Sitti Rachmawaty'],
      ['01', 'Siti Rahmawati'],
    ]);
    const first = await page({ sort: 'REGISTRATION', limit: 2, segment: 'BPU' });
    expect(first.items.map(({ name }) => name)).toEqual(['Siti Rahmawati', 'Sitti Rachmawaty']);
    const next = { sort: 'REGISTRATION', limit: 2, segment: 'BPU', cursor: first.nextCursor ?? '' } as const;
    expect((await page(next)).items.map(({ name }) => name)).toEqual(['Siti Nur Aisyah', 'Siti Rahmawan']);
    expect(
      await listed({ registeredFrom: localDate('2026-10-02'), registeredUntil: localDate('2026-10-02') }),
    ).toEqual([
      ['02', 'Siti Nur Aisyah'],
      ['02', 'Siti Rahmawan'],
    ]);
  });

  it('finds by the number of a card, of the registration or of a membership', async () => {
    const member = workerJoined('2026-11-01');
    await project(
      on(participants.of(SITI), sitiRegistered({ person: { ...siti, kpj: '26000000005' } })),
      registered('Budi Santoso', 7),
      on(memberships.of(member.data.membershipId), {
        ...member,
        data: { ...member.data, person: { kpj: '26000000013' } },
      }),
    );
    expect(await found({ kpj: '26000000005' })).toEqual([['Siti Rahmawati', 'EXACT']]);
    expect(await found({ kpj: '26000000013' })).toEqual([['Siti Rahmawati', 'EXACT']]);
    expect(await found({ kpj: '26000000021' })).toEqual([]);
    expect(await found({ kpj: '26000000005', nik: '0000055205900001' })).toHaveLength(1);
  });

  it('finds by the corrected name, no more by the one before', async () => {
    const stored = await everybody();
    await stored.and(on(participants.of(SITI), nameCorrected));
    expect(await found({ name: 'Siti Rohmawati' })).toContainEqual(['Siti Rohmawati', 'EXACT']);
    expect(await found({ name: 'Siti Rahmawati', district: '321606' })).toEqual([
      ['Siti Rohmawati', 'SIMILAR'],
    ]);
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('keeps nothing of a person who was erased', async () => {
    const { tables } = await project(
      on(participants.of(SITI), sitiRegistered({ person: ERASED })),
      registered('Budi Santoso', 7),
    );
    const words = await tables.selectFrom('words').select('word').orderBy('word').execute();
    expect(words).toEqual([{ word: 'BUDI' }, { word: 'SANTOSO' }]);
    const listing = await tables
      .selectFrom('listings')
      .selectAll()
      .where('participantId', '=', SITI)
      .execute();
    expect(listing).toMatchObject([{ nameKey: '', birthDate: null, phoneKey: null }]);
  });
});
