import { type TablesIn, idsOf } from '#followers';
import { PastQuery, asked, shape } from '#http';
import {
  type LocalDate,
  type Period,
  Rejection,
  type Sight,
  addPeriods,
  lastDayOf,
  periodOf,
  periodsFrom,
} from '#kernel';
import { query } from '#runtime';
import { type BookedMonth, monthsBookedBy } from '../../domain/cover.js';
import { statusIn } from '../../domain/coverage-window.js';
import { participantRefusals } from '../../domain/refusals.js';
import { ownReason } from './cover.queries.js';
import { type DayOfMonth, employedMonths } from './employed-cover.js';
import { NO_PROJECT } from './membership.queries.js';
import type { MembershipMonths, MonthsAnswer } from './cover.answers.js';
import { participantReadModel } from './participant.read-model.js';
import { participantsOn } from './participants-on.js';
import { placedMonths } from './placement.queries.js';

const A_YEAR = 12;
const MOST_MONTHS = 480;

/** Which months: so many up to one, a year up to this month unless told. */
export class MonthsQuery extends shape(
  {
    to: asked.month({ optional: true, description: 'The last month; the present one unless told' }),
    months: asked.integer({
      min: 1,
      max: MOST_MONTHS,
      fromText: true,
      optional: true,
      description: 'How many; a year unless told',
    }),
  },
  PastQuery,
) {}

interface Asked {
  readonly participantId: string;
  readonly to?: Period;
  readonly months?: number;
  readonly today: LocalDate;
  readonly sight: Sight;
}

/** Refuses `PARTICIPANT_NOT_FOUND`. */
export const GetMonths = query(
  'GetMonths',
  participantReadModel,
  async ({ participantId, today, sight, ...asked }: Asked, tables): Promise<MonthsAnswer> => {
    const { to = periodOf(today), months = A_YEAR } = asked;
    const from = addPeriods(to, 1 - months);
    const ids = await idsOf(tables, participantId);
    const [survivorId] = ids;
    const row = await participantsOn(tables, today, sight)
      .where('participants.participantId', '=', survivorId)
      .executeTakeFirst();
    if (!row) throw new Rejection(participantRefusals.PARTICIPANT_NOT_FOUND());
    const days = periodsFrom(from, months).map((period) => ({ period, day: judgedOn(period, today) }));
    const [own, employed, placed] = await Promise.all([
      row.segment === 'BPU' ? ownMonths(tables, ids, days, row.diedOn) : [],
      employedMonths(tables, ids, days, row.diedOn),
      placedMonths(tables, ids, days, row.diedOn),
    ]);
    return { participantId: survivorId, from, to, memberships: [...own, ...employed, ...placed] };
  },
);

/** The present month is judged as it stands today. */
const judgedOn = (period: Period, today: LocalDate): LocalDate =>
  period === periodOf(today) ? today : lastDayOf(period);

/** The months of whoever works for himself. */
async function ownMonths(
  tables: TablesIn<typeof participantReadModel>,
  ids: readonly [string, ...string[]],
  days: readonly DayOfMonth[],
  diedOn: LocalDate | null,
): Promise<readonly MembershipMonths[]> {
  const [survivorId] = ids;
  const [cover, payments] = await Promise.all([
    tables.selectFrom('cover').selectAll().where('participantId', '=', survivorId).executeTakeFirst(),
    tables
      .selectFrom('contributions')
      .select(['participantId', 'period', 'months', 'paidOn', 'recordedOn'])
      .where('participantId', 'in', [...ids])
      .execute(),
  ]);
  const booked = new Map(monthsBookedBy(cover?.receipts ?? []).map((one) => [one.month, one]));
  const recordedOn = ({ of = survivorId, recordedFor, paidOn }: BookedMonth): LocalDate | null =>
    payments.findLast(
      (one) =>
        one.participantId === of &&
        one.paidOn === paidOn &&
        one.period <= recordedFor &&
        recordedFor < addPeriods(one.period, one.months),
    )?.recordedOn ?? null;
  const months = days.map(({ period, day }) => {
    const isOver = diedOn !== null && day > diedOn;
    const status = statusIn(cover?.windows ?? [], 'BPU', day);
    const coverage = isOver && status !== 'NEVER' ? 'INACTIVE' : status;
    const paid = booked.get(period);
    return {
      period,
      coverage,
      reason: ownReason(coverage, diedOn, day),
      paidOn: paid?.paidOn ?? null,
      recordedOn: paid ? recordedOn(paid) : null,
    };
  });
  const nobody = { membershipId: null, ...NO_PROJECT, employerId: null, employerName: null, npp: null };
  return [{ ...nobody, segment: 'BPU', months }];
}
