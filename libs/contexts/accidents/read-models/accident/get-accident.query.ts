import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Instant, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { storedTimelineOf as timelineOf } from '#followers';
import type { AccidentDetail, HealthItem } from './accident.answers.js';
import { accidentProjection } from './accident.projection.js';
import { stepsOf, toSummary } from './accident.rows.js';
import type { AccidentRow } from './accident.tables.js';

export class GetAccident extends Query<AccidentDetail> {
  constructor(
    readonly accidentId: string,
    readonly now: Instant,
    /** Whether the person who asks may see health data. */
    readonly withHealth: boolean,
    readonly after?: bigint,
  ) {
    super();
  }
}

@QueryHandler(GetAccident)
export class GetAccidentHandler implements IQueryHandler<GetAccident> {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws Rejection `ACCIDENT_NOT_FOUND` */
  async execute({ accidentId, now, withHealth, after }: GetAccident): Promise<AccidentDetail> {
    const tables = await this.readModels.of(accidentProjection, after);
    const row = await tables
      .selectFrom('accidents')
      .selectAll()
      .where('accident_id', '=', accidentId)
      .executeTakeFirst();
    if (!row) throw new Rejection('ACCIDENT_NOT_FOUND', 'Nobody has given notice of such an accident');
    const [letters, care, timeline] = await Promise.all([
      tables
        .selectFrom('letters')
        .select(['kind', 'number', 'facility_id as facilityId', 'issued_on as issuedOn'])
        .where('accident_id', '=', accidentId)
        .orderBy('issued_on')
        .orderBy('number', 'desc')
        .execute(),
      tables
        .selectFrom('care')
        .select([
          'facility_id as facilityId',
          'admitted_on as admittedOn',
          'discharged_on as dischargedOn',
          'invoice_number as invoiceNumber',
          'invoice_idr as invoiceIdr',
          'billing',
        ])
        .where('accident_id', '=', accidentId)
        .orderBy('admitted_on')
        .orderBy('event_id')
        .execute(),
      timelineOf(tables, accidentId),
    ]);
    return {
      ...toSummary(row, now),
      revision: row.revision,
      placeKind: row.place_kind,
      occurredAt: row.occurred_at,
      notifiedBy: row.notified_by,
      evidence: row.evidence,
      effect: row.effect,
      stageOneOn: row.stage_one_on,
      stageOneLate: row.stage_one_late,
      concludeBy: row.conclude_by,
      concludedOn: row.concluded_on,
      concludedLate: row.concluded_late,
      conclusionReason: row.conclusion_reason,
      statedOn: row.stated_on,
      stageTwoOn: row.stage_two_on,
      stageTwoLate: row.stage_two_late,
      transportIdr: row.transport_idr,
      expected: stepsOf(row).map(({ step, dueAt }) => ({
        step,
        dueAt,
        overdue: dueAt !== null && dueAt < now,
      })),
      letters,
      care,
      contact: { name: row.contact_name, phone: row.contact_phone, place: row.place },
      health: withHealth ? healthOf(row) : null,
      timeline: timeline.map(toTimelineItem),
    };
  }
}

function healthOf(row: AccidentRow): HealthItem {
  return {
    chronology: row.chronology,
    bodyPart: row.body_part,
    condition: row.condition,
    diagnosis: row.diagnosis,
    dominantHand: row.dominant_hand,
    injuries: row.injuries ?? [],
    unableFrom: row.unable_from,
    unableUntil: row.unable_until,
    diedOn: row.died_on,
  };
}
