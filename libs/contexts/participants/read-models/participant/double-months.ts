import type { TablesIn } from '#followers';
import { periodsFrom } from '#kernel';
import { paidOnce } from '../../domain/doubles.js';
import { wageMonthsOf } from './employed-cover.js';
import type { ContributionItem, DoubleMonthItem } from './participant.answers.js';
import type { participantReadModel } from './participant.read-model.js';

/** Months of the self-employed that were paid under two ids of a person: the payments that buy nothing. */
export function doublesOf(
  payments: readonly ContributionItem[],
  participantId: string,
): readonly DoubleMonthItem[] {
  const months = payments
    .filter(({ reversedOn }) => reversedOn === null)
    .flatMap(({ period, months: many, paidOn, receipt, participantId: paidUnder }) =>
      periodsFrom(period, many).map((month) => ({
        period: month,
        paidOn,
        receipt,
        ...(paidUnder !== participantId && { of: paidUnder }),
      })),
    );
  return paidOnce(months).double.map(({ period, receipt, of = participantId }) => ({
    period,
    receipt,
    employerId: null,
    participantId: of,
  }));
}

/** Months for which one employer paid twice for a person whom it had listed under two ids. */
export async function doubleWages(
  tables: TablesIn<typeof participantReadModel>,
  ids: readonly string[],
): Promise<readonly DoubleMonthItem[]> {
  if (ids.length < 2) return [];
  const members = await tables
    .selectFrom('memberships')
    .select(['membershipId', 'employerId', 'participantId'])
    .where('participantId', 'in', [...ids])
    .orderBy('membershipId')
    .execute();
  const paid = await wageMonthsOf(
    tables,
    members.map(({ membershipId }) => membershipId),
  );
  const months = members.flatMap(({ membershipId, employerId, participantId }) =>
    paid
      .filter((month) => month.membershipId === membershipId && month.paidOn !== undefined)
      .map(({ period }) => ({ period, employerId, participantId, receipt: null })),
  );
  return months.filter((month, place) =>
    months
      .slice(0, place)
      .some(({ employerId, period }) => employerId === month.employerId && period === month.period),
  );
}
