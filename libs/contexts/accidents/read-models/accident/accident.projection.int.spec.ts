import { accidents } from '../../domain/accident.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED, instant, localDate, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, projectionSpec } from '#testing';
import type { AccidentEvent } from '../../domain/accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  care,
  concludedNot,
  evidence,
  guarantee,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
  underTreatment,
  wholeStory,
} from '../../domain/accident.fixtures.js';
import { accidentProjection } from './accident.projection.js';
import { GetAccident, GetAccidentHandler } from './get-accident.query.js';

describe('The accident read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = projectionSpec(accidentProjection, () => fresh.database);
  const after = (...story: AccidentEvent[]) => project(on(accidents.of(ACCIDENT_ID), ...story));
  const urgency = async (...story: AccidentEvent[]) => {
    const { tables } = await after(...story);
    return tables.selectFrom('accidents').select(['status', 'next_step', 'due_at']).executeTakeFirstOrThrow();
  };

  it('shows a notice and waits for stage I', async () => {
    await (
      await after(notified())
    ).thenRows(
      (tables) =>
        tables
          .selectFrom('accidents')
          .select(['participant_id', 'kind', 'occurred_on', 'contact_name', 'chronology', 'revision']),
      [
        {
          participant_id: PARTICIPANT_ID,
          kind: 'AT_WORK',
          occurred_on: localDate('2026-09-01'),
          contact_name: 'Sari Contoh',
          chronology: 'A crate fell on her hand',
          revision: 0,
        },
      ],
    );
    expect(await urgency(notified())).toEqual({
      status: 'NOTICE_RECEIVED',
      next_step: 'REPORT_STAGE_ONE',
      due_at: '2026-09-03T01:00:00.000Z',
    });
  });

  it('shows everything that was told, reported, stated and concluded', async () => {
    await after(...wholeStory());
    const handler = new GetAccidentHandler(new ReadModels(fresh.database, 0));
    const now = instant('2026-11-20T03:15:00Z');
    const shown = await handler.execute(new GetAccident(ACCIDENT_ID, now, true));
    expect(shown).toMatchObject({
      status: 'STAGE_II_REPORTED',
      placeKind: 'INSIDE_WORK_SITE',
      occurredAt: '08:00',
      notifiedBy: 'GROUP',
      effect: 'INJURY',
      stageOneOn: '2026-09-02',
      stageOneLate: false,
      concludeBy: '2026-10-02',
      conclusion: 'WORK_ACCIDENT',
      concludedOn: '2026-09-20',
      concludedLate: false,
      conclusionReason: 'At the registered place of work, in working hours',
      statedOn: '2026-10-31',
      stageTwoOn: '2026-11-02',
      stageTwoLate: false,
      transportIdr: 350_000,
      expected: [],
      contact: { name: 'Sari Contoh', phone: '+6281200000001', place: 'Pasar Contoh, blok A' },
      health: {
        chronology: 'A crate fell on her hand',
        bodyPart: 'right hand',
        condition: 'PARTIAL_ANATOMIC',
        diagnosis: 'Traumatic amputation of a finger',
        dominantHand: 'RIGHT',
        unableFrom: '2026-09-01',
        unableUntil: '2026-10-30',
        diedOn: null,
      },
    });
    expect((await handler.execute(new GetAccident(ACCIDENT_ID, now, false))).health).toBeNull();
  });

  it('waits for the conclusion after stage I, for stage II after the final statement', async () => {
    expect(await urgency(notified(), stageOne(), referral(), guarantee(), care())).toEqual({
      status: 'IN_CARE',
      next_step: 'CONCLUDE_ACCIDENT',
      due_at: '2026-10-02T17:00:00.000Z',
    });
    const early = statement({ statedOn: localDate('2026-09-10') });
    expect(await urgency(notified(), stageOne(), early)).toEqual({
      status: 'STAGE_I_REPORTED',
      next_step: 'REPORT_STAGE_TWO',
      due_at: '2026-09-12T17:00:00.000Z',
    });
    expect(await urgency(notified(), stageOne(), statement({ health: underTreatment }))).toMatchObject({
      next_step: 'CONCLUDE_ACCIDENT',
    });
  });

  it('waits for nothing after stage II and the conclusion, or once it was no work accident', async () => {
    const nothing = { next_step: null, due_at: null };
    expect(await urgency(...wholeStory())).toEqual({ status: 'STAGE_II_REPORTED', ...nothing });
    expect(await urgency(notified(), stageOne(), concludedNot())).toEqual({
      status: 'NOT_WORK_ACCIDENT',
      ...nothing,
    });
  });

  it('keeps what the doctor found, the evidence and the sums', async () => {
    const projected = await after(...wholeStory(), evidence());
    await projected.thenRows(
      (tables) =>
        tables
          .selectFrom('accidents')
          .select([
            'condition',
            'injuries',
            'unable_until',
            'evidence',
            'transport_idr',
            'conclusion',
            'revision',
          ]),
      [
        {
          condition: 'PARTIAL_ANATOMIC',
          injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' }],
          unable_until: localDate('2026-10-30'),
          evidence: ['CHRONOLOGY', 'POLICE_LETTER'],
          transport_idr: rupiah(350_000),
          conclusion: 'WORK_ACCIDENT',
          revision: 8,
        },
      ],
    );
  });

  it('lists letters and care, an invoice after stage II too', async () => {
    const late = care({ facilityId: CLINIC, invoiceNumber: 'INV-9', billing: 'REIMBURSEMENT' });
    const projected = await after(...wholeStory(), late);
    await projected.thenRows(
      (tables) => tables.selectFrom('letters').select(['kind', 'number', 'facility_id']).orderBy('number'),
      [
        { kind: 'GUARANTEE', number: 'G-3F2A9C01D4E7-1', facility_id: HOSPITAL },
        { kind: 'REFERRAL', number: 'R-3F2A9C01D4E7-1', facility_id: HOSPITAL },
      ],
    );
    await projected.thenRows(
      (tables) =>
        tables.selectFrom('care').select(['facility_id', 'invoice_idr', 'billing']).orderBy('facility_id'),
      [
        { facility_id: HOSPITAL, invoice_idr: rupiah(37_450_000), billing: 'GUARANTEED' },
        { facility_id: CLINIC, invoice_idr: rupiah(37_450_000), billing: 'REIMBURSEMENT' },
      ],
    );
    await projected.thenRows(
      (tables) => tables.selectFrom('accidents').select('status'),
      [{ status: 'STAGE_II_REPORTED' }],
    );
  });

  it('tells the story in order', async () => {
    await (
      await after(...wholeStory())
    ).thenRows(
      (tables) => tables.selectFrom('timeline').select(['type', 'effective_on']).orderBy('revision').limit(2),
      [
        { type: 'AccidentNotified', effective_on: localDate('2026-09-01') },
        { type: 'StageOneReported', effective_on: localDate('2026-09-02') },
      ],
    );
  });

  it('shows nothing personal of a person whose keys were destroyed, and keeps dates and sums', async () => {
    const erased = ERASED as never;
    const projected = await after(
      notified({ person: erased, health: erased }),
      stageOne(),
      care({ health: erased }),
      statement({ health: erased }),
      stageTwo(),
    );
    await projected.thenRows(
      (tables) =>
        tables
          .selectFrom('accidents')
          .select([
            'contact_name',
            'place',
            'chronology',
            'condition',
            'injuries',
            'occurred_on',
            'transport_idr',
          ]),
      [
        {
          contact_name: null,
          place: null,
          chronology: null,
          condition: null,
          injuries: null,
          occurred_on: localDate('2026-09-01'),
          transport_idr: rupiah(350_000),
        },
      ],
    );
  });

  it('does not change when the same events are projected twice', async () => {
    await (await after(...wholeStory(), evidence())).thenProjectedTwiceNothingChanges();
  });

  it('moves on past events of a later release', async () => {
    await (await after(...wholeStory())).thenUnknownEventsAreIgnored();
  });
});
