import type { TablesIn } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { type LocalDate, Rejection, periodOf, periodsFrom, sumRupiah, totalOf } from '#kernel';
import { containing, sql } from '#postgres';
import { query } from '#runtime';
import { sponsorRefusals } from '../../domain/sponsor.refusals.js';
import { promisedMonths, promisedPeriods } from '../../domain/sponsor-arrears.js';
import { SPONSOR_KINDS } from '../../domain/sponsor.events.js';
import { carriedGroups, joinersAndLeavers, paymentsUnder } from './promised-months.js';
import { participantReadModel } from './participant.read-model.js';
import { AgreementItem, type PromisedMonths, SponsorDetail, SponsorSummary } from './sponsor.answers.js';
import { type AgreementRow, BY_SPONSOR_NAME } from './sponsor.tables.js';

type Tables = TablesIn<typeof participantReadModel>;

/** Every part that is given must hold. */
export class SponsorListQuery extends shape(
  {
    kind: asked.code(SPONSOR_KINDS, { optional: true }),
    name: asked.text({ min: 2, max: 100, optional: true, description: 'Any part of the name' }),
    district: asked.area({ optional: true }),
    on: asked.day({ optional: true, description: 'An agreement of it is in force on this day' }),
  },
  PastPageQuery,
) {}

/** By name. */
export const ListSponsors = query(
  'ListSponsors',
  participantReadModel,
  (filter: SponsorListQuery, tables): Promise<Page<SponsorSummary>> => {
    const { kind, name, district, on } = filter;
    let rows = tables.selectFrom('sponsors').selectAll();
    if (kind !== undefined) rows = rows.where('kind', '=', kind);
    if (name !== undefined) rows = rows.where('name', 'ilike', containing(name));
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    if (on !== undefined) {
      rows = rows.where((is) =>
        is.exists(
          is
            .selectFrom('agreements')
            .select('agreementId')
            .whereRef('agreements.sponsorId', '=', 'sponsors.sponsorId')
            .where('validFrom', '<=', on)
            .where('validUntil', '>=', on),
        ),
      );
    }
    return orderedPage(rows, BY_SPONSOR_NAME, filter, (row) => shownOf(SponsorSummary, row));
  },
);

/** Refuses `SPONSOR_NOT_FOUND`. */
export const GetSponsor = query(
  'GetSponsor',
  participantReadModel,
  async ({ sponsorId, today }: { sponsorId: string; today: LocalDate }, tables): Promise<SponsorDetail> => {
    const row = await tables
      .selectFrom('sponsors')
      .selectAll()
      .where('sponsorId', '=', sponsorId)
      .executeTakeFirst();
    if (!row) throw new Rejection(sponsorRefusals.SPONSOR_NOT_FOUND());
    const signed = await tables
      .selectFrom('agreements')
      .selectAll()
      .where('sponsorId', '=', sponsorId)
      .orderBy('validFrom')
      .orderBy('agreementId')
      .execute();
    const allAgreements = await Promise.all(signed.map((one) => agreementItem(tables, one, today)));
    const actions = `/sponsors/${row.sponsorId}/actions`;
    return { ...shownOf(SponsorDetail, row), actions, allAgreements, proposals: [...row.proposals] };
  },
);

async function agreementItem(tables: Tables, row: AgreementRow, today: LocalDate): Promise<AgreementItem> {
  const { agreementId } = row;
  const month = periodOf(today);
  const periods = promisedPeriods(row, today);
  const [counts, payments, groups] = await Promise.all([
    tables
      .selectFrom('roster')
      .select((of) => [
        of.fn.countAll<number>().as('ever'),
        sql<number>`(count(*) filter (where last_month is null))::integer`.as('places'),
        sql<number>`(count(*) filter (where from_month <= ${month} and coalesce(last_month >= ${month}, true)))::integer`.as(
          'carried',
        ),
      ])
      .where('agreementId', '=', agreementId)
      .executeTakeFirstOrThrow(),
    paymentsUnder(tables, agreementId),
    carriedGroups(tables, agreementId, periods),
  ]);
  const months = promisedMonths(periods, groups, row, today);
  return {
    ...shownOf(AgreementItem, row),
    confirmed: row.backDatedBy === null,
    placesLeft: row.quota === null ? null : Math.max(0, row.quota - counts.places),
    carried: counts.carried,
    everCarried: counts.ever,
    paidMonths: [...new Set(payments.flatMap((one) => periodsFrom(one.period, one.months)))].sort(),
    paidIdr: totalOf(payments),
    monthsInArrears: months.filter(({ unpaid }) => unpaid > 0).map(({ period }) => period),
    owedIdr: sumRupiah(months.map(({ owedIdr }) => owedIdr)),
    fineIdr: sumRupiah(months.map(({ fineIdr }) => fineIdr)),
  };
}

interface OfAgreement {
  readonly sponsorId: string;
  readonly agreementId: string;
}

/** An agreement of a sponsor. @throws Rejection `AGREEMENT_NOT_FOUND` */
export async function agreementOf(
  tables: Tables,
  { sponsorId, agreementId }: OfAgreement,
): Promise<AgreementRow> {
  const row = await tables
    .selectFrom('agreements')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .where('sponsorId', '=', sponsorId)
    .executeTakeFirst();
  if (!row) throw new Rejection(sponsorRefusals.AGREEMENT_NOT_FOUND());
  return row;
}

/** Refuses `AGREEMENT_NOT_FOUND`. */
export const GetPromisedMonths = query(
  'GetPromisedMonths',
  participantReadModel,
  async (of: OfAgreement & { today: LocalDate }, tables): Promise<PromisedMonths> => {
    const row = await agreementOf(tables, of);
    const periods = promisedPeriods(row, of.today);
    const [groups, changes] = await Promise.all([
      carriedGroups(tables, row.agreementId, periods),
      joinersAndLeavers(tables, row.agreementId),
    ]);
    const months = promisedMonths(periods, groups, row, of.today).map((one) => ({
      ...one,
      joined: changes.joined.get(one.period) ?? 0,
      left: changes.left.get(one.period) ?? 0,
    }));
    return { agreementId: row.agreementId, months };
  },
);
