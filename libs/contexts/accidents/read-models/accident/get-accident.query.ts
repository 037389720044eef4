import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Instant, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { timelineOf } from '#followers';
import { accidentRefusals } from '../../domain/refusals.js';
import { type AccidentDetail, type HealthItem, toSummary } from './accident.answers.js';
import { accidentReadModel } from './accident.read-model.js';
import { type AccidentRow, stepsOf } from './accident.tables.js';

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
    const tables = await this.readModels.of(accidentReadModel, after);
    const row = await tables
      .selectFrom('accidents')
      .selectAll()
      .where('accidentId', '=', accidentId)
      .executeTakeFirst();
    if (!row) throw new Rejection(accidentRefusals.ACCIDENT_NOT_FOUND());
    const [letters, care, timeline] = await Promise.all([
      tables
        .selectFrom('letters')
        .select(['kind', 'number', 'facilityId', 'issuedOn'])
        .where('accidentId', '=', accidentId)
        .orderBy('issuedOn')
        .orderBy('number', 'desc')
        .execute(),
      tables
        .selectFrom('care')
        .select(['facilityId', 'admittedOn', 'dischargedOn', 'invoiceNumber', 'invoiceIdr', 'billing'])
        .where('accidentId', '=', accidentId)
        .orderBy('admittedOn')
        .orderBy('eventId')
        .execute(),
      timelineOf(tables, accidentId),
    ]);
    return {
      ...toSummary(row, now),
      revision: row.revision,
      placeKind: row.placeKind,
      occurredAt: row.occurredAt,
      notifiedBy: row.notifiedBy,
      evidence: row.evidence,
      effect: row.effect,
      stageOneOn: row.stageOneOn,
      stageOneLate: row.stageOneLate,
      concludeBy: row.concludeBy,
      concludedOn: row.concludedOn,
      concludedLate: row.concludedLate,
      conclusionReason: row.conclusionReason,
      statedOn: row.statedOn,
      stageTwoOn: row.stageTwoOn,
      stageTwoLate: row.stageTwoLate,
      transportIdr: row.transportIdr,
      billingClosedOn: row.billingClosedOn,
      expected: stepsOf(row).map(({ step, dueAt }) => ({
        step,
        dueAt,
        overdue: dueAt !== null && dueAt < now,
      })),
      letters,
      care,
      contact: { name: row.contactName, phone: row.contactPhone, place: row.place },
      health: withHealth ? healthOf(row) : null,
      timeline: timeline.map(toTimelineItem),
    };
  }
}

function healthOf(row: AccidentRow): HealthItem {
  return {
    chronology: row.chronology,
    bodyPart: row.bodyPart,
    condition: row.condition,
    diagnosis: row.diagnosis,
    dominantHand: row.dominantHand,
    injuries: row.injuries ?? [],
    unableFrom: row.unableFrom,
    unableUntil: row.unableUntil,
    diedOn: row.diedOn,
  };
}
