import { contributions } from '../../domain/contributions.js';
import { participants } from '../../domain/participant.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, localDate, period, rupiah } from '#kernel';
import { type FreshDatabase, freshDatabase, on, projectionSpec } from '#testing';
import {
  SITI,
  childRegistered,
  contributionPaid,
  heirRegistered,
  sitiDied,
  sitiRegistered,
  sitisDeathTraced,
} from '../../domain/participant.fixtures.js';
import { participantProjection } from './participant.projection.js';
import { participantsOn } from './participant.rows.js';

const CHILD = '33333333-3333-4333-8333-333333333333';
const HEIR = '44444444-4444-4444-8444-444444444444';

describe('The participant read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = projectionSpec(participantProjection, () => fresh.database);
  const person = participants.of(SITI);
  const money = contributions.of(SITI);
  const family = () =>
    project(
      on(person, sitiRegistered()),
      on(money, contributionPaid('2026-11', 1, '2026-11-02')),
      on(person, childRegistered(CHILD), heirRegistered(HEIR)),
    );

  it('shows who was registered, with a masked NIK and no payment yet', async () => {
    const projected = await project(on(person, sitiRegistered({ warnings: ['NIK_SEX_DIFFERS'] })));
    await projected.thenRows(
      (tables) => tables.selectFrom('participants').selectAll(),
      [
        {
          participant_id: SITI,
          segment: 'BPU',
          channel: 'PLKK',
          payer: 'SELF',
          sponsor_id: null,
          agreement_id: null,
          district: '321605',
          sector: 'OTHER',
          income_base_idr: rupiah(1_000_000),
          registered_on: localDate('2026-11-02'),
          warnings: ['NIK_SEX_DIFFERS'],
          nik_masked: '0000**********01',
          name: 'Siti Rahmawati',
          birth_date: localDate('1990-05-12'),
          sex: 'FEMALE',
          phone: null,
          occupation: 'kuli panggul',
          workplace: 'Pasar Cikarang',
          died_on: null,
          paid_months: 0,
          contributed_idr: rupiah(0),
          paid_through: null,
          revision: 0,
          contributions_revision: null,
        },
      ],
    );
  });

  it('adds up payments, whichever month they are for', async () => {
    const projected = await project(
      on(person, sitiRegistered()),
      on(
        money,
        contributionPaid('2026-12', 1, '2026-12-02'),
        contributionPaid('2027-01', 3, '2026-12-02'),
        contributionPaid('2026-11', 1, '2026-12-03'),
      ),
    );
    await projected.thenRows(
      (tables) =>
        tables
          .selectFrom('participants')
          .select(['paid_months', 'contributed_idr', 'paid_through', 'revision', 'contributions_revision']),
      [
        {
          paid_months: 5,
          contributed_idr: rupiah(42_000),
          paid_through: period('2027-03'),
          revision: 0,
          contributions_revision: 2,
        },
      ],
    );
  });

  it('keeps children, heirs and the day of death, and the newest revision', async () => {
    const projected = await (
      await family()
    ).and(on(person, sitiDied('2026-11-10'), sitisDeathTraced('accident-1')));
    await projected.thenRows(
      (tables) => tables.selectFrom('participants').select(['died_on', 'revision']),
      [{ died_on: localDate('2026-11-10'), revision: 4 }],
    );
    await projected.thenRows(
      (tables) => tables.selectFrom('children').select(['child_id', 'name', 'school_level', 'year_in_level']),
      [{ child_id: CHILD, name: 'Dewi', school_level: 'SMA', year_in_level: 3 }],
    );
    await projected.thenRows(
      (tables) => tables.selectFrom('heirs').select(['heir_id', 'relation', 'name']),
      [{ heir_id: HEIR, relation: 'WIDOWER', name: 'Budi' }],
    );
  });

  it.each([
    ['2026-11-01', 'NEVER'],
    ['2026-11-02', 'ACTIVE'],
    ['2026-12-15', 'ACTIVE'],
    ['2026-12-16', 'PENDING_ARREARS'],
    ['2027-02-28', 'PENDING_ARREARS'],
    ['2027-03-01', 'INACTIVE'],
  ])('tells the cover on %s: %s', async (day, coverage) => {
    const projected = await family();
    await projected.thenRows(
      (tables) => participantsOn(tables, localDate(day)).clearSelect().select('participants.participant_id'),
      [{ participant_id: SITI }],
    );
    const [row] = await participantsOn(projected.tables, localDate(day)).execute();
    expect(row?.coverage).toBe(coverage);
  });

  it('tells no cover after the day of death', async () => {
    const projected = await (await family()).and(on(person, sitiDied('2026-11-10')));
    const coverOn = async (day: string) =>
      (await participantsOn(projected.tables, localDate(day)).execute())[0]?.coverage;
    expect([await coverOn('2026-11-10'), await coverOn('2026-11-11')]).toEqual(['ACTIVE', 'INACTIVE']);
  });

  it('shows nothing personal of a person whose key was destroyed, and keeps the sums', async () => {
    const erased = { person: ERASED as never };
    const projected = await project(
      on(person, sitiRegistered(erased)),
      on(money, contributionPaid('2026-11', 1, '2026-11-02')),
      on(person, {
        ...childRegistered(CHILD),
        data: { ...childRegistered(CHILD).data, person: ERASED as never },
      }),
      on(person, {
        ...heirRegistered(HEIR),
        data: { ...heirRegistered(HEIR).data, person: ERASED as never },
      }),
    );
    await projected.thenRows(
      (tables) =>
        tables
          .selectFrom('participants')
          .select([
            'nik_masked',
            'name',
            'birth_date',
            'sex',
            'phone',
            'occupation',
            'workplace',
            'contributed_idr',
          ]),
      [
        {
          nik_masked: null,
          name: null,
          birth_date: null,
          sex: null,
          phone: null,
          occupation: null,
          workplace: null,
          contributed_idr: rupiah(8_400),
        },
      ],
    );
    await projected.thenRows(
      (tables) => tables.selectFrom('children').select(['name', 'birth_date', 'school_level']),
      [{ name: null, birth_date: null, school_level: 'SMA' }],
    );
    await projected.thenRows((tables) => tables.selectFrom('heirs').select('name'), [{ name: null }]);
  });

  it('does not change when the same events are projected twice', async () => {
    const projected = await (
      await family()
    ).and(on(person, sitiDied('2026-11-10'), sitisDeathTraced('accident-1')));
    await projected.thenProjectedTwiceNothingChanges();
  });

  it('moves on past events of a later release', async () => {
    await (await family()).thenUnknownEventsAreIgnored();
  });
});
