import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type TablesIn, within } from '#followers';
import { type Page, PageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { type LocalDate, type Period, Rejection, type Sight, isSameName, periodOf } from '#kernel';
import { COVERAGE_STATUSES, type CoverageStatus, SEGMENTS } from '#law';
import { type RawBuilder, type Row, containing, sql } from '#postgres';
import { ParticipantIds, ReadModels, ReadQuery, query } from '#runtime';
import { incomeBaseIn } from '../../domain/participant.js';
import { CHANNELS, OCCUPATION_GROUPS } from '../../domain/participant.events.js';
import { participantRefusals } from '../../domain/refusals.js';
import { employedCovers } from './employed-cover.js';
import { membershipsOf, ownMembership } from './membership.queries.js';
import {
  ChildItem,
  ContributionItem,
  CorrectionItem,
  EligibilityAnswer,
  HeirItem,
  ParticipantDetail,
  ParticipantSummary,
} from './participant.answers.js';
import type { contributions, reversals } from './contributions.tables.js';
import { participantReadModel } from './participant.read-model.js';
import { BY_NAME } from './participant.tables.js';

/** Filters that are not personal, and so may stand in an address. Every part that is given must hold. */
export class ParticipantListQuery extends shape(
  {
    district: asked.area({ optional: true }),
    segment: asked.code(SEGMENTS, { optional: true }),
    coverage: asked.code(COVERAGE_STATUSES, {
      optional: true,
      description: 'Cover on the day of the question',
    }),
    agreementId: asked.uuid({ optional: true, description: 'Registered under this agreement of a sponsor' }),
    occupationGroup: asked.code(OCCUPATION_GROUPS, { optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true }),
    channel: asked.code(CHANNELS, { optional: true, description: 'Where the registration came in' }),
  },
  PageQuery,
) {}

/** A NIK or a name never stands in an address: addresses end up in logs. */
export class ParticipantSearchBody extends shape(
  {
    nik: asked.nik({ optional: true }),
    name: asked.text({ optional: true, min: 2, max: 100, description: 'Any part of the name' }),
  },
  ParticipantListQuery,
) {}

/** What stands on the card of whoever comes to a counter. */
export class EligibilityBody extends shape({
  nik: asked.nik(),
  name: asked.name({ description: 'As on the KTP' }),
}) {}

/** Columns that hold exactly what was asked for. */
const SAME_AS_ASKED = ['segment', 'agreementId', 'occupationGroup', 'branch', 'channel'] as const;

export class SearchParticipants extends ReadQuery<
  ParticipantSearchBody & { today: LocalDate },
  Page<ParticipantSummary>
> {}

@QueryHandler(SearchParticipants)
export class SearchParticipantsHandler implements IQueryHandler<SearchParticipants> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly ids: ParticipantIds,
  ) {}

  /** By name. */
  async execute({ asked: search }: SearchParticipants): Promise<Page<ParticipantSummary>> {
    const { nik, name, district, coverage, today, sight } = search;
    const tables = await this.readModels.of(participantReadModel, search.after);
    let rows = participantsOn(tables, today, sight);
    if (nik !== undefined) {
      rows = rows.where('participants.participantId', 'in', await foundUnder(tables, this.ids.of(nik)));
    }
    if (name !== undefined) rows = rows.where('name', 'ilike', containing(name));
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    for (const column of SAME_AS_ASKED) {
      const value = search[column];
      if (value !== undefined) rows = rows.where(column, '=', value);
    }
    if (coverage !== undefined) rows = rows.where(coverageOf(today), '=', coverage);
    return orderedPage(rows, BY_NAME, search, (row) => shownOf(ParticipantSummary, row));
  }
}

export class FindEligibility extends ReadQuery<EligibilityBody & { today: LocalDate }, EligibilityAnswer> {}

/** Who does not exist and who has another name are answered alike. */
const NO_MATCH: EligibilityAnswer = { identityMatches: false, coverage: null, paidThrough: null };

@QueryHandler(FindEligibility)
export class FindEligibilityHandler implements IQueryHandler<FindEligibility> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly ids: ParticipantIds,
  ) {}

  async execute({ asked: { nik, name, today, after } }: FindEligibility): Promise<EligibilityAnswer> {
    const tables = await this.readModels.of(participantReadModel, after);
    const nikId = this.ids.of(nik);
    // The one question about people whom a facility does not see otherwise.
    const row = await everybodyOn(tables, today)
      .where('participants.participantId', 'in', await foundUnder(tables, nikId))
      .where('participants.nikId', '=', nikId)
      .executeTakeFirst();
    if (!row?.name || !isSameName(row.name, name)) return NO_MATCH;
    const covers = await employedCovers(tables, row.participantId, today, row.diedOn);
    return { identityMatches: true, ...bestOf([row, ...covers]) };
  }
}

/** Whoever is registered under the NIK's own id, and those who have it, or had it, by a correction. */
async function foundUnder(tables: TablesIn<typeof participantReadModel>, nikId: string): Promise<string[]> {
  const others = await tables.selectFrom('niks').select('participantId').where('nikId', '=', nikId).execute();
  return [nikId, ...others.map(({ participantId }) => participantId)];
}

/** The best cover first: a patient is treated on any of them. */
const BEST_FIRST: readonly CoverageStatus[] = ['ACTIVE', 'PENDING_ARREARS', 'INACTIVE', 'NEVER'];

interface OneCover {
  readonly coverage: CoverageStatus | null;
  readonly paidThrough: Period | null;
}

function bestOf(covers: readonly OneCover[]): Pick<EligibilityAnswer, 'coverage' | 'paidThrough'> {
  const best = BEST_FIRST.flatMap((status) => covers.find(({ coverage }) => coverage === status) ?? [])[0];
  return { coverage: best?.coverage ?? 'NEVER', paidThrough: best?.paidThrough ?? null };
}

/** Refuses `PARTICIPANT_NOT_FOUND`. */
export const GetParticipant = query(
  'GetParticipant',
  participantReadModel,
  async (
    { participantId, today, sight }: { participantId: string; today: LocalDate; sight: Sight },
    tables,
  ): Promise<ParticipantDetail> => {
    const [row, contributions, reversed, children, heirs, corrections, employed] = await Promise.all([
      participantsOn(tables, today, sight)
        .where('participants.participantId', '=', participantId)
        .executeTakeFirst(),
      tables
        .selectFrom('contributions')
        .selectAll()
        .where('participantId', '=', participantId)
        .orderBy('period')
        .execute(),
      tables
        .selectFrom('reversals')
        .selectAll()
        .where('participantId', '=', participantId)
        .orderBy('reversedOn')
        .orderBy('correctionId')
        .execute(),
      tables
        .selectFrom('children')
        .selectAll()
        .where('participantId', '=', participantId)
        .orderBy('asOf')
        .execute(),
      tables.selectFrom('heirs').selectAll().where('participantId', '=', participantId).execute(),
      tables
        .selectFrom('corrections')
        .selectAll()
        .where('participantId', '=', participantId)
        .orderBy('requestedOn')
        .orderBy('correctionId')
        .execute(),
      membershipsOf(tables, participantId),
    ]);
    if (!row) throw new Rejection(participantRefusals.PARTICIPANT_NOT_FOUND());
    return {
      ...shownOf(ParticipantDetail, row),
      incomeBaseIdr: incomeBaseIn(row, periodOf(today)),
      contributions: withReversals(contributions, reversed),
      children: children.map((child) => shownOf(ChildItem, child)),
      heirs: heirs.map((heir) => shownOf(HeirItem, heir)),
      // An outside party sees what holds, not what was typed wrong and on which paper it was corrected.
      corrections: sight.facilityId
        ? []
        : corrections.map((correction) => shownOf(CorrectionItem, correction)),
      memberships: [...(row.segment === 'BPU' ? [ownMembership(row)] : []), ...employed],
    };
  },
);

/** Each payment, and whether it was taken back. One that was recorded again is another one, which counts. */
function withReversals(
  payments: readonly Row<typeof contributions>[],
  reversed: readonly Row<typeof reversals>[],
): ContributionItem[] {
  const left = [...reversed];
  return payments.map((paid) => {
    const place = left.findIndex(
      ({ period, receipt, paidOn }) =>
        period === paid.period && receipt === paid.receipt && paidOn === paid.paidOn,
    );
    const [one] = place < 0 ? [] : left.splice(place, 1);
    return shownOf(ContributionItem, {
      ...paid,
      reversedOn: one?.reversedOn ?? null,
      reversal: one?.reason ?? null,
    });
  });
}

/** Every participant within sight, with the cover on a day: for the living the same as `statusIn` of the domain says. */
export function participantsOn(tables: TablesIn<typeof participantReadModel>, day: LocalDate, sight: Sight) {
  return everybodyOn(tables, day).where(within(tables, sight, 'participants.participantId'));
}

function everybodyOn(tables: TablesIn<typeof participantReadModel>, day: LocalDate) {
  return tables
    .selectFrom('participants')
    .leftJoin('cover', 'cover.participantId', 'participants.participantId')
    .leftJoinLateral(furthestOn(day).as('furthest'), (join) => join.onTrue())
    .selectAll('participants')
    .select(['cover.paidThrough', coverageOf(day).as('coverage')]);
}

/** Of the windows that have begun, the one that reaches furthest. */
const furthestOn = (day: LocalDate) => sql<{ arrearsFrom: LocalDate; inactiveFrom: LocalDate }>`(
  select one ->> 'arrearsFrom' as arrears_from, one ->> 'inactiveFrom' as inactive_from
  from jsonb_array_elements(cover.windows) as one
  where one ->> 'coveredFrom' <= ${day}
  order by one ->> 'inactiveFrom' desc
  limit 1)`;

/** Cover on a day, of a row of `participantsOn` that day. The dead have none, whatever was paid ahead for them. */
function coverageOf(day: LocalDate): RawBuilder<CoverageStatus | null> {
  return sql<CoverageStatus | null>`case
    when segment = 'PU' then null
    when furthest.inactive_from is null then 'NEVER'
    when died_on < ${day} then 'INACTIVE'
    when furthest.inactive_from <= ${day} then 'INACTIVE'
    when furthest.arrears_from <= ${day} and segment = 'BPU' then 'PENDING_ARREARS'
    else 'ACTIVE' end`;
}
