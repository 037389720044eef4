import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant, sightOf } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  billingClosed,
  care,
  concludedNot,
  evidence,
  notified,
  stageOne,
  wholeStory,
} from '../../domain/accident.examples.js';
import { accidents } from '../../domain/accident.js';
import { accidentReadModel } from './accident.read-model.js';
import { type AccidentListQuery, GetAccident, ListAccidents } from './accident.queries.js';

const NOW = instant('2026-11-20T03:15:00Z');
const OTHERS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;

describe('questions about accidents', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(accidentReadModel, () => fresh.database);
  const detail = (accidentId = ACCIDENT_ID, sight = SEES_ALL) =>
    new GetAccident.handler(new ReadModels(fresh.database, 0)).execute(
      new GetAccident({ accidentId, now: NOW, sight }),
    );
  const list = (filter: Partial<AccidentListQuery> = {}) =>
    new ListAccidents.handler(new ReadModels(fresh.database, 0)).execute(
      new ListAccidents({ limit: 10, ...filter, now: NOW, sight: SEES_ALL }),
    );

  it('are answered with everything that was told, reported, stated and concluded', async () => {
    const late = care({ facilityId: CLINIC, invoiceNumber: 'INV-9', billing: 'REIMBURSEMENT' });
    await project(on(accidents.of(ACCIDENT_ID), ...wholeStory(), evidence(), late, billingClosed()));
    const shown = await detail();
    expect(shown).toMatchObject({
      status: 'STAGE_II_REPORTED',
      placeKind: 'INSIDE_WORK_SITE',
      occurredAt: '08:00',
      notifiedBy: 'GROUP',
      evidence: ['CHRONOLOGY', 'POLICE_LETTER'],
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
      billingClosedOn: '2026-11-10',
      expected: [],
      letters: [
        { kind: 'REFERRAL', number: 'R-3F2A9C01D4E7-1', facilityId: HOSPITAL, issuedOn: '2026-09-02' },
        { kind: 'GUARANTEE', number: 'G-3F2A9C01D4E7-1', facilityId: HOSPITAL, issuedOn: '2026-09-02' },
      ],
      care: [
        { facilityId: HOSPITAL, invoiceNumber: 'INV-1', invoiceIdr: 37_450_000, billing: 'GUARANTEED' },
        { facilityId: CLINIC, invoiceNumber: 'INV-9', billing: 'REIMBURSEMENT' },
      ],
      contact: { name: 'Sari Contoh', phone: '+6281200000001', place: 'Pasar Contoh, blok A' },
      health: {
        chronology: 'A crate fell on her hand',
        bodyPart: 'right hand',
        condition: 'PARTIAL_ANATOMIC',
        diagnosis: 'Traumatic amputation of a finger',
        dominantHand: 'RIGHT',
        injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' }],
        unableFrom: '2026-09-01',
        unableUntil: '2026-10-30',
        diedOn: null,
      },
      revision: 10,
    });
    expect(shown.timeline.at(-1)).toMatchObject({ type: 'BillingClosed', effectiveOn: '2026-11-10' });
    expect((await detail(ACCIDENT_ID, sightOf({ roles: ['registrar'] }))).health).toBeNull();
    await expect(detail(OTHERS[0])).rejects.toMatchObject({ code: 'ACCIDENT_NOT_FOUND' });
  });

  it('are listed with the most urgent first and what is done last, page by page', async () => {
    const [noticed, closed] = OTHERS;
    await project(
      on(accidents.of(closed), notified({ accidentId: closed }), stageOne({ accidentId: closed })),
      on(accidents.of(ACCIDENT_ID), ...wholeStory()),
      on(accidents.of(noticed), notified({ accidentId: noticed })),
    );
    const found = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ accidentId }) => accidentId);
    const first = await list({ limit: 2 });
    expect(found(first)).toEqual([noticed, closed]);
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([found(second), second.nextCursor]).toEqual([[ACCIDENT_ID], null]);
    expect(second.items).toMatchObject([{ nextStep: null, dueAt: null, overdue: false }]);
    expect(found(await list({ overdue: true }))).toEqual([noticed, closed]);
    expect(found(await list({ overdue: false }))).toEqual([ACCIDENT_ID]);
    expect(found(await list({ nextStep: 'CONCLUDE_ACCIDENT' }))).toEqual([closed]);
    expect(found(await list({ status: 'NOTICE_RECEIVED' }))).toEqual([noticed]);
  });

  it('are answered the same when the same events come twice, and past events of a later release', async () => {
    const projected = await project(
      on(accidents.of(ACCIDENT_ID), ...wholeStory(), evidence(), billingClosed()),
      on(accidents.of(OTHERS[0]), notified({ accidentId: OTHERS[0] }), stageOne({ accidentId: OTHERS[0] }), {
        ...concludedNot(),
        data: { ...concludedNot().data, accidentId: OTHERS[0] },
      }),
    );
    await projected.thenAppliedTwiceNothingChanges();
    await projected.thenUnknownEventsAreIgnored();
  });
});
