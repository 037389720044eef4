import { type TablesIn, idsOf, timelineOf, within } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf, toTimelineItem } from '#http';
import { type Instant, Rejection, type Sight, isWithin } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { STEPS } from '../../domain/next-step.js';
import { accidentRefusals } from '../../domain/refusals.js';
import { AccidentDetail, AccidentSummary, CareItem, HealthItem, LetterItem } from './accident.answers.js';
import { accidentReadModel, stepsOf } from './accident.read-model.js';
import { ACCIDENT_STATUSES, type AccidentRow, BY_URGENCY } from './accident.tables.js';

/** What a list of accidents can be narrowed down to; every part that is given must hold. */
export class AccidentListQuery extends shape(
  {
    status: asked.code(ACCIDENT_STATUSES, { optional: true }),
    participantId: asked.uuid({ optional: true }),
    nextStep: asked.code(STEPS, { optional: true, description: 'The most urgent step to be taken' }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'The deadline of the next step has passed',
    }),
  },
  PastPageQuery,
) {}

/** The most urgent first. */
export const ListAccidents = query(
  'ListAccidents',
  accidentReadModel,
  async (
    filter: AccidentListQuery & { now: Instant; sight: Sight },
    tables,
  ): Promise<Page<AccidentSummary>> => {
    const { status, participantId, nextStep, overdue, now, sight } = filter;
    let rows = tables
      .selectFrom('accidents')
      .selectAll()
      .where(within(tables, sight, 'accidentId'));
    if (status) rows = rows.where('status', '=', status);
    if (participantId) rows = rows.where('participantId', 'in', [...(await idsOf(tables, participantId))]);
    if (nextStep) rows = rows.where('nextStep', '=', nextStep);
    if (overdue !== undefined) {
      const isOverdue = sql<SqlBool>`coalesce(due_at < ${now}, false)`;
      rows = rows.where(isOverdue, '=', overdue);
    }
    return orderedPage(rows, BY_URGENCY, filter, (row) => toSummary(row, now));
  },
);

/**
 * Refuses `ACCIDENT_NOT_FOUND`. A facility reads its own letters and invoices, and health data of those whom it treats: a
 * notice alone does not show what another found.
 */
export const GetAccident = query(
  'GetAccident',
  accidentReadModel,
  async (asked: { accidentId: string; now: Instant; sight: Sight }, tables): Promise<AccidentDetail> => {
    const { accidentId, now, sight } = asked;
    const row = await tables
      .selectFrom('accidents')
      .selectAll()
      .where('accidentId', '=', accidentId)
      .where(within(tables, sight, 'accidentId'))
      .executeTakeFirst();
    if (!row) throw new Rejection(accidentRefusals.ACCIDENT_NOT_FOUND());
    const [allLetters, allCare, timeline] = await Promise.all([
      lettersOf(tables, accidentId),
      careOf(tables, accidentId),
      timelineOf(tables, accidentId),
    ]);
    const isTheirs = ({ facilityId }: { facilityId: string }) => isWithin(sight, [facilityId]);
    const letters = allLetters.filter(isTheirs);
    const treats = sight.facilityId === undefined || letters.length > 0;
    return {
      ...toSummary(row, now),
      ...shownOf(AccidentDetail, row),
      actions: `/accidents/${accidentId}/actions`,
      expected: stepsOf(row).map(({ step, dueAt }) => ({ step, dueAt, overdue: isPast(dueAt, now) })),
      letters: letters.map((letter) => shownOf(LetterItem, letter)),
      care: allCare.filter(isTheirs).map((stay) => ({
        ...shownOf(CareItem, stay),
        // They may be of another facility.
        mayRepeat: sight.facilityId === undefined ? [...stay.mayRepeat] : [],
      })),
      contact: { name: row.contactName, phone: row.contactPhone, place: row.place },
      health: sight.health && treats ? { ...shownOf(HealthItem, row), injuries: row.injuries ?? [] } : null,
      timeline: treats ? timeline.map(toTimelineItem) : [],
    };
  },
);

type Tables = TablesIn<typeof accidentReadModel>;

const lettersOf = (tables: Tables, accidentId: string) =>
  tables
    .selectFrom('letters')
    .selectAll()
    .where('accidentId', '=', accidentId)
    .orderBy('issuedOn')
    .orderBy('number', 'desc')
    .execute();

const careOf = (tables: Tables, accidentId: string) =>
  tables
    .selectFrom('care')
    .selectAll()
    .where('accidentId', '=', accidentId)
    .orderBy('admittedOn')
    .orderBy('careId')
    .execute();

function toSummary(row: AccidentRow, now: Instant): AccidentSummary {
  return { ...shownOf(AccidentSummary, row), overdue: isPast(row.dueAt, now) };
}

const isPast = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt < now;
