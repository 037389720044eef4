import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type TablesIn, idsOf } from '#followers';
import { asked, shape, shownOf } from '#http';
import { type LocalDate, type Period, Rejection, type Sight, isSameName, periodOf, sumRupiah } from '#kernel';
import type { CoverageStatus } from '#law';
import type { Row } from '#postgres';
import { ParticipantIds, ReadModels, ReadQuery, query } from '#runtime';
import { incomeBaseIn } from '../../domain/participant.js';
import { participantRefusals } from '../../domain/refusals.js';
import { doubleWages, doublesOf } from './double-months.js';
import { employedCovers } from './employed-cover.js';
import { membershipsOf, ownMembership } from './membership.queries.js';
import { placedCovers, placementsOf } from './placement.queries.js';
import {
  ChildItem,
  ContributionItem,
  CorrectionItem,
  EligibilityAnswer,
  HeirItem,
  ParticipantDetail,
} from './participant.answers.js';
import type { contributions, reversals } from './contributions.tables.js';
import { participantReadModel } from './participant.read-model.js';
import { everybodyOn, foundUnder, participantsOn } from './participants-on.js';

/** What stands on the card of whoever comes to a counter. */
export class EligibilityBody extends shape({
  nik: asked.nik(),
  name: asked.name({ description: 'As on the KTP' }),
}) {}

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
    const row = await everybodyOn(tables, today)
      .selectAll('participants')
      .where('participants.participantId', 'in', await foundUnder(tables, nikId))
      .where('participants.nikId', '=', nikId)
      .executeTakeFirst();
    if (!row?.name || !isSameName(row.name, name)) return NO_MATCH;
    const ids = await idsOf(tables, row.participantId);
    const [survivorId] = ids;
    const whole = await everybodyOn(tables, today)
      .selectAll('participants')
      .where('participants.participantId', '=', survivorId)
      .executeTakeFirstOrThrow();
    const covers = await Promise.all([
      employedCovers(tables, ids, today, whole.diedOn),
      placedCovers(tables, ids, today, whole.diedOn),
    ]);
    return { identityMatches: true, ...bestOf([whole, ...covers.flat()]) };
  }
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
export const GetParticipant = query('GetParticipant', participantReadModel, detailOf);

/** Everything that is shown of a participant. @throws Rejection `PARTICIPANT_NOT_FOUND` */
export async function detailOf(
  { participantId, today, sight }: { participantId: string; today: LocalDate; sight: Sight },
  tables: TablesIn<typeof participantReadModel>,
): Promise<ParticipantDetail> {
  const row = await participantsOn(tables, today, sight)
    .where('participants.participantId', '=', participantId)
    .executeTakeFirst();
  if (!row) throw new Rejection(participantRefusals.PARTICIPANT_NOT_FOUND());
  // Somebody merged is shown as recorded, and where they went on; the survivor with all that counts there.
  const ids = row.mergedInto === null ? [...(await idsOf(tables, participantId))] : [participantId];
  const [rows, contributions, reversed, children, heirs, corrections, employed, placed] = await Promise.all([
    tables
      .selectFrom('participants')
      .select(['participantId', 'paidMonths', 'contributedIdr'])
      .where('participantId', 'in', ids)
      .execute(),
    tables
      .selectFrom('contributions')
      .selectAll()
      .where('participantId', 'in', ids)
      .orderBy('period')
      .execute(),
    tables
      .selectFrom('reversals')
      .selectAll()
      .where('participantId', 'in', ids)
      .orderBy('reversedOn')
      .orderBy('correctionId')
      .execute(),
    tables.selectFrom('children').selectAll().where('participantId', 'in', ids).orderBy('place').execute(),
    tables.selectFrom('heirs').selectAll().where('participantId', 'in', ids).execute(),
    tables
      .selectFrom('corrections')
      .selectAll()
      .where('participantId', 'in', ids)
      .orderBy('requestedOn')
      .orderBy('correctionId')
      .execute(),
    membershipsOf(tables, ids),
    placementsOf(tables, ids),
  ]);
  const payments = withReversals(contributions, reversed);
  const doubleMonths = [...doublesOf(payments, participantId), ...(await doubleWages(tables, ids))];
  return {
    ...shownOf(ParticipantDetail, { ...row, mergedIds: ids.slice(1), doubleMonths }),
    paidMonths: sumOf(rows.map(({ paidMonths }) => paidMonths)),
    contributedIdr: sumRupiah(rows.map(({ contributedIdr }) => contributedIdr)),
    incomeBaseIdr: incomeBaseIn(row, periodOf(today)),
    contributions: payments,
    children: children
      .toSorted((one, other) => ids.indexOf(one.participantId) - ids.indexOf(other.participantId))
      .map((child) => shownOf(ChildItem, { ...child, confirmed: child.backDatedBy === null })),
    heirs: heirs.map((heir) => shownOf(HeirItem, { ...heir, confirmed: heir.backDatedBy === null })),
    // An outside party sees what holds, not what was typed wrong and on which paper it was corrected.
    corrections: sight.facilityId ? [] : corrections.map((correction) => shownOf(CorrectionItem, correction)),
    memberships: [...(row.segment === 'BPU' ? [ownMembership(row)] : []), ...employed, ...placed],
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

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
      paymentId: paid.eventId,
      reversedOn: one?.reversedOn ?? null,
      reversal: one?.reason ?? null,
    });
  });
}
