import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, localDate } from '#kernel';
import { type AppLogger, ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { birthDateCorrected, nameCorrected, nikCorrected } from '../../domain/correction.examples.js';
import type { DuplicateDismissed, DuplicateEvent } from '../../domain/duplicate.events.js';
import {
  duplicateDismissed,
  duplicateLapsed,
  duplicateNoted,
  duplicateReopened,
  duplicateSuspected,
} from '../../domain/duplicate.examples.js';
import { duplicateIdOf, duplicates } from '../../domain/duplicate-pair.js';
import { namedAccounts } from '../../domain/named-account.js';
import { mergedInto, splitOff } from '../../domain/merger.examples.js';
import { REGISTER_SITI, SITI, sitiDied, sitiRegistered } from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import type { DuplicatePair } from './duplicate.answers.js';
import { type DuplicateListQuery, ListDuplicates } from './duplicate.queries.js';
import { duplicateReadModel } from './duplicate.read-model.js';
import { StoredPersonsAlike } from './stored-persons-alike.js';

const idOf = (place: number) => `5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a${String(place).padStart(2, '0')}`;
const siti = REGISTER_SITI.person;

const registered = (place: number, changes: object, branch?: string) =>
  on(
    participants.of(idOf(place)),
    sitiRegistered({
      participantId: idOf(place),
      ...(branch && { branch }),
      person: { ...siti, ...changes },
    }),
  );

const nameAsBefore = {
  ...nameCorrected,
  data: {
    ...nameCorrected.data,
    person: { evidenceNumber: 'KTP-2', now: { name: 'Siti Rahmawati' }, before: { name: 'Siti Rohmawati' } },
  },
};

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
    (await page(filter)).items.map(({ reason, participants: them }: DuplicatePair) => [
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
  const pair = (one: number, other: number) => ({ participantId: idOf(one), otherId: idOf(other) });
  const said = (one: number, other: number, ...events: readonly DuplicateEvent[]) =>
    on(duplicates.of(duplicateIdOf(pair(one, other))), ...events);
  const dismissed = (one: number, other: number, changes: Partial<DuplicateDismissed['data']> = {}) =>
    said(one, other, duplicateDismissed({ ...pair(one, other), ...changes }));

  it('are listed two by two with the reason, the longest suspected first', async () => {
    await three();
    expect(await found()).toEqual([
      ['NAME_AND_BIRTH_DATE', 1, 2],
      ['PHONE', 2, 3],
    ]);
    expect((await page()).items[0]).toMatchObject({
      state: 'OPEN',
      suspectedOn: '2026-11-20',
      dismissal: null,
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

  it('are dismissed for what they have in common, and for nothing that is found later', async () => {
    const stored = await three();
    await stored.and(dismissed(1, 2));
    expect(await found()).toEqual([['PHONE', 2, 3]]);
    expect((await page({ state: 'DISMISSED' })).items).toMatchObject([
      {
        reason: 'NAME_AND_BIRTH_DATE',
        dismissal: { because: 'TWO_NIKS', evidence: 'DUKCAPIL_ANSWER', evidenceNumber: 'DUKCAPIL-91' },
      },
    ]);
    await stored.and(dismissed(2, 3, { reasons: ['PHONE'], because: 'SHARED_PHONE' }));
    expect(await found()).toEqual([]);
    // The name was another one meanwhile: that it is hers again is a new fact.
    await stored.and(on(participants.of(SITI), nameCorrected), on(participants.of(SITI), nameAsBefore));
    expect(await found()).toEqual([['NAME_AND_BIRTH_DATE', 1, 2]]);
    await stored.and(
      said(2, 3, { ...duplicateReopened, data: { ...duplicateReopened.data, ...pair(2, 3) } }),
    );
    expect(await found({ reason: 'PHONE' })).toEqual([['PHONE', 2, 3]]);
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('are found by near names, while these resemble each other', async () => {
    const stored = await project(registered(1, {}), registered(3, { name: 'Siti Rahmawan' }));
    expect(await found()).toEqual([]);
    await stored.and(
      said(1, 3, { ...duplicateSuspected, data: { ...duplicateSuspected.data, ...pair(1, 3) } }),
    );
    expect(await found()).toEqual([['NEAR_NAME', 1, 3]]);
    await stored.and(on(participants.of(SITI), birthDateCorrected));
    expect(await found()).toEqual([]);
  });

  it('are found by one certificate of death, however its number was written', async () => {
    const died = (place: number, certificate: string) => {
      const { data, type } = sitiDied('2026-11-10');
      const reported = { ...data, participantId: idOf(place), person: { certificate } };
      return on(participants.of(idOf(place)), { type, data: reported });
    };
    const stored = await project(registered(1, {}), registered(4, { name: 'Agus' }));
    await stored.and(died(1, '3216-KM-1'), died(4, '3216 km 1'));
    expect(await found()).toEqual([['DEATH_CERTIFICATE', 1, 4]]);
  });

  it('are found by one account that was named for both, of which only the id is known, as long as both are known', async () => {
    const ACCOUNT = idOf(77);
    const named = (place: number) =>
      on(namedAccounts.of(ACCOUNT), {
        type: 'AccountNamed',
        data: { accountId: ACCOUNT, participantId: idOf(place), effectiveOn: localDate('2026-11-20') },
      });
    const stored = await project(
      registered(1, {}),
      registered(4, { name: 'Agus' }),
      on(participants.of(idOf(5)), sitiRegistered({ participantId: idOf(5), person: ERASED })),
    );
    await stored.and(named(1), named(4), named(5));
    expect(await found()).toEqual([['ACCOUNT', 1, 4]]);
    await stored.and(dismissed(1, 4, { reasons: ['ACCOUNT'], because: 'SHARED_ACCOUNT', evidence: 'KK' }));
    expect(await found()).toEqual([]);
  });

  it('are merged, and two again after a split', async () => {
    const stored = await three();
    const merged = { ...mergedInto.data, participantId: idOf(2), survivorId: idOf(1) };
    await stored.and(on(participants.of(idOf(2)), { ...mergedInto, data: merged }));
    expect(await found()).toEqual([]);
    expect(await found({ state: 'MERGED' })).toEqual([['NAME_AND_BIRTH_DATE', 1, 2]]);
    const split = { ...splitOff.data, participantId: idOf(2), survivorId: idOf(1) };
    await stored.and(on(participants.of(idOf(2)), { ...splitOff, data: split }));
    expect(await found()).toHaveLength(2);
  });

  it('are none any more once the name or the birth date was corrected', async () => {
    const stored = await project(
      registered(1, {}),
      registered(2, {}),
      registered(3, { name: 'Siti Rohmawati', birthDate: localDate('1990-06-12') }),
    );
    expect(await found()).toEqual([['NAME_AND_BIRTH_DATE', 1, 2]]);
    await stored.and(on(participants.of(SITI), birthDateCorrected));
    expect(await found()).toEqual([['NAME_AND_BIRTH_DATE', 1, 3]]);
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
    await project(...village.slice(0, 3));
    expect(await found({ reason: 'PHONE' })).toHaveLength(3);
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
    expect(erased).toMatchObject({
      name: null,
      birthDate: null,
      phone: null,
      nikMasked: null,
      spelled: null,
      trigrams: null,
    });
  });

  it('are to be noted for each thing that they have in common, and no more where they have it not', async () => {
    const stored = await three();
    const alike = new StoredPersonsAlike(
      { warn: () => {} } as unknown as AppLogger,
      new ReadModels(fresh.database, 0),
    );
    const told = (places: [number, number], reasons: readonly string[]) => ({ ...pair(...places), reasons });
    const ofName = told([1, 2], ['NAME_AND_BIRTH_DATE']);
    const ofPhone = told([2, 3], ['PHONE']);
    expect(await alike.unnoted()).toEqual({ toNote: [ofName, ofPhone], toLapse: [] });
    await stored.and(said(1, 2, duplicateNoted({ ...pair(1, 2), reasons: ['NAME_AND_BIRTH_DATE'] })));
    expect(await alike.unnoted()).toEqual({ toNote: [ofPhone], toLapse: [] });
    // Somebody has said that they are two, before it was noted and after it.
    await stored.and(dismissed(2, 3, { reasons: ['PHONE'], because: 'SHARED_PHONE' }), dismissed(1, 2));
    expect(await alike.unnoted()).toEqual({ toNote: [], toLapse: [] });
    await stored.and(
      said(1, 2, { ...duplicateReopened, data: { ...duplicateReopened.data, ...pair(1, 2) } }),
    );
    expect(await alike.unnoted()).toEqual({ toNote: [], toLapse: [] });
    const merged = { ...mergedInto.data, participantId: idOf(2), survivorId: idOf(1) };
    await stored.and(on(participants.of(idOf(2)), { ...mergedInto, data: merged }));
    expect(await alike.unnoted()).toEqual({ toNote: [], toLapse: [ofName] });
    await stored.and(
      said(1, 2, duplicateLapsed({ ...pair(1, 2), reasons: ['NAME_AND_BIRTH_DATE'], because: 'MERGED' })),
    );
    expect(await alike.unnoted()).toEqual({ toNote: [], toLapse: [] });
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('are told of somebody who comes, with the reasons and nothing else', async () => {
    await three();
    const alike = new StoredPersonsAlike(
      { warn: () => {} } as unknown as AppLogger,
      new ReadModels(fresh.database, 0),
    );
    const to = (changes: object) => alike.to({ ...siti, participantId: idOf(9), ...changes });
    expect(await to({})).toEqual(['NAME_AND_BIRTH_DATE']);
    expect(await to({ name: 'Siti Rahmawan', ...PHONE })).toEqual(['PHONE', 'NEAR_NAME']);
    expect(await to({ name: 'Slamet' })).toEqual([]);
    expect(await alike.to({ ...siti, name: 'Agus', participantId: idOf(4), phone: '081200000004' })).toEqual(
      [],
    );
  });
});
