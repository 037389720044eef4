import type { RecordedEvent } from '#event-store';
import { type EventOf, rupiah, sumRupiah } from '#kernel';
import { type Handler, defineProjection, tell } from '#followers';
import { type Transaction, sql } from '#postgres';
import type { AccidentEvent } from '../../domain/accident.events.js';
import { CARE_STEPS, type CareStep, furthest } from '../../domain/accident.js';
import { stepsOf } from './accident.rows.js';
import {
  type AccidentRow,
  type AccidentStatus,
  type AccidentTables,
  createAccidentTables,
} from './accident.tables.js';

type Tables = Transaction<AccidentTables>;
type Changes = Partial<AccidentRow>;

/** Where every accident stands, what it waits for and until when, and its story. */
export const accidentProjection = defineProjection<AccidentEvent, AccidentTables>({
  name: 'accident',
  version: 1,
  categories: ['accident'],
  createTables: createAccidentTables,
  on: {
    AccidentNotified: addAccident,
    StageOneReported: changed(({ data }, row) => ({
      status: 'STAGE_I_REPORTED',
      effect: data.effect,
      evidence: [...row.evidence, ...data.evidence],
      stage_one_on: data.effectiveOn,
      stage_one_late: data.late,
      conclude_by: data.concludeBy,
    })),
    AccidentEvidenceReceived: changed(({ data }, row) => ({ evidence: [...row.evidence, ...data.evidence] })),
    PlkkReferralIssued: changed(async (event, row, tables) => {
      await addLetter(event, 'REFERRAL', event.data.referralNumber, tables);
      return { status: atLeast(row.status, 'REFERRED') };
    }),
    GuaranteeLetterIssued: changed(async (event, row, tables) => {
      await addLetter(event, 'GUARANTEE', event.data.guaranteeNumber, tables);
      return { status: atLeast(row.status, 'GUARANTEED') };
    }),
    CareProvided: changed(async (event, row, tables) => {
      await addCare(event, tables);
      return { status: atLeast(row.status, 'IN_CARE') };
    }),
    DoctorStatementIssued: changed(({ data: { health, statedOn } }) => ({
      stated_on: statedOn,
      finally_stated_on: health.condition === 'UNDER_TREATMENT' ? null : statedOn,
      condition: health.condition ?? null,
      diagnosis: health.diagnosis ?? null,
      dominant_hand: health.dominantHand ?? null,
      injuries: health.injuries ? [...health.injuries] : null,
      unable_from: health.unableFrom ?? null,
      unable_until: health.unableUntil ?? null,
      died_on: health.diedOn ?? null,
    })),
    AccidentConcluded: changed(({ data }, row) => ({
      status: data.conclusion === 'NOT_WORK_ACCIDENT' ? 'NOT_WORK_ACCIDENT' : row.status,
      conclusion: data.conclusion,
      concluded_on: data.concludedOn,
      concluded_late: data.late,
      conclusion_reason: data.reason,
    })),
    StageTwoReported: changed(({ data }) => ({
      status: 'STAGE_II_REPORTED',
      stage_two_on: data.effectiveOn,
      stage_two_late: data.late,
      transport_idr: sumRupiah(data.transport.map(({ amountIdr }) => amountIdr)),
    })),
    // The story tells it; nothing else of an accident follows from it.
    BillingClosed: changed(() => ({})),
  },
});

async function addAccident(
  event: RecordedEvent<EventOf<AccidentEvent, 'AccidentNotified'>>,
  tables: Tables,
): Promise<void> {
  const { data, revision } = event;
  const { person, health } = data;
  const row: AccidentRow = {
    accident_id: data.accidentId,
    participant_id: data.participantId,
    kind: data.kind,
    place_kind: data.placeKind,
    occurred_on: data.occurredOn,
    occurred_at: data.occurredAt,
    notified_by: data.notifiedBy,
    status: 'NOTICE_RECEIVED',
    ...NOTHING_YET,
    contact_name: person.contactName ?? null,
    contact_phone: person.contactPhone ?? null,
    place: person.place ?? null,
    chronology: health.chronology ?? null,
    body_part: health.bodyPart ?? null,
    revision: Number(revision),
  };
  await tables
    .insertInto('accidents')
    .values({ ...row, ...urgencyOf(row) })
    .execute();
  await tell(event, tables);
}

/** What only later events say. */
const NOTHING_YET = {
  evidence: [],
  effect: null,
  stage_one_on: null,
  stage_one_late: null,
  conclude_by: null,
  conclusion: null,
  concluded_on: null,
  concluded_late: null,
  conclusion_reason: null,
  stated_on: null,
  finally_stated_on: null,
  stage_two_on: null,
  stage_two_late: null,
  transport_idr: rupiah(0),
  next_step: null,
  due_at: null,
  condition: null,
  diagnosis: null,
  dominant_hand: null,
  injuries: null,
  unable_from: null,
  unable_until: null,
  died_on: null,
} satisfies Changes;

/** Writes what an event changes in the row of its accident, what is due then, and the event into the story. */
function changed<Event extends AccidentEvent>(
  changes: (event: RecordedEvent<Event>, row: AccidentRow, tables: Tables) => Changes | Promise<Changes>,
): Handler<Event, AccidentTables> {
  return async (event, tables) => {
    const { accidentId } = event.data;
    const row = await tables
      .selectFrom('accidents')
      .selectAll()
      .where('accident_id', '=', accidentId)
      .executeTakeFirstOrThrow();
    const { injuries, ...change } = await changes(event, row, tables);
    await tables
      .updateTable('accidents')
      .set({
        ...change,
        // The driver would write a list as a PostgreSQL array, not as JSON.
        ...(injuries !== undefined && { injuries: sql`${JSON.stringify(injuries)}::jsonb` }),
        ...urgencyOf({ ...row, ...change }),
        revision: Number(event.revision),
      })
      .where('accident_id', '=', accidentId)
      .execute();
    await tell(event, tables);
  };
}

function urgencyOf(row: AccidentRow): Pick<AccidentRow, 'next_step' | 'due_at'> {
  const [next] = stepsOf(row);
  return { next_step: next?.step ?? null, due_at: next?.dueAt ?? null };
}

/** Steps of care move a status on, and never one that is past care. */
function atLeast(status: AccidentStatus, step: CareStep): AccidentStatus {
  const present = CARE_STEPS.find((known) => known === status);
  return present ? furthest(present, step) : status;
}

async function addLetter(
  { data }: RecordedEvent<EventOf<AccidentEvent, 'PlkkReferralIssued' | 'GuaranteeLetterIssued'>>,
  kind: 'REFERRAL' | 'GUARANTEE',
  number: string,
  tables: Tables,
): Promise<void> {
  await tables
    .insertInto('letters')
    .values({
      number,
      accident_id: data.accidentId,
      kind,
      facility_id: data.facilityId,
      issued_on: data.effectiveOn,
    })
    .execute();
}

async function addCare(
  { id, data }: RecordedEvent<EventOf<AccidentEvent, 'CareProvided'>>,
  tables: Tables,
): Promise<void> {
  await tables
    .insertInto('care')
    .values({
      event_id: id,
      accident_id: data.accidentId,
      facility_id: data.facilityId,
      admitted_on: data.admittedOn,
      discharged_on: data.dischargedOn,
      invoice_number: data.invoiceNumber,
      invoice_idr: data.invoiceIdr,
      billing: data.billing,
    })
    .execute();
}
