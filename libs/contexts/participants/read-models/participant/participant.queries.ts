import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type TablesIn, idsOf } from '#followers';
import { asked, shape, shownOf } from '#http';
import {
  type Instant,
  type LocalDate,
  Rejection,
  type Sight,
  addHours,
  derivedId,
  isSameName,
  periodOf,
  sumRupiah,
} from '#kernel';
import type { CoverageStatus } from '#law';
import type { Row } from '#postgres';
import { ParticipantIds, ReadModels, ReadQuery, query } from '#runtime';
import { incomeBaseIn } from '../../domain/participant.js';
import { participantRefusals } from '../../domain/refusals.js';
import { doubleWages, doublesOf } from './double-months.js';
import { employedCovers } from './employed-cover.js';
import { toCorrection } from './corrections.queries.js';
import { membershipsOf, ownMembership } from './membership.queries.js';
import { placedCovers, placementsOf } from './placement.queries.js';
import { EligibilityAnswer } from './cover.answers.js';
import { ChildItem, ContributionItem, HeirItem, ParticipantDetail } from './participant.answers.js';
import type { contributions, reversals } from './contributions.tables.js';
import { participantReadModel } from './participant.read-model.js';
import { everybodyOn, foundUnder, participantsOn } from './participants-on.js';

/** What stands on the card of whoever comes to a counter. */
export class EligibilityBody extends shape({
  nik: asked.nik(),
  name: asked.name({ description: 'As on the KTP' }),
  on: asked.day({ optional: true, description: 'The day of the accident; today when left out' }),
}) {}

/** Who asks, and when. */
interface CounterQuestion extends EligibilityBody {
  readonly today: LocalDate;
  readonly askedAt: Instant;
  readonly facilityId: string;
}

export class FindEligibility extends ReadQuery<CounterQuestion, EligibilityAnswer> {}

/** So long a counter may rely on an answer, hours (reference 3.1). */
const VALID_HOURS = 24;

/** What is told of a person; the rest says when and to whom it was told. */
type Told = Pick<
  EligibilityAnswer,
  'identityMatches' | 'coverage' | 'segment' | 'employerName' | 'paidThrough'
>;

/** Who does not exist and who has another name are answered alike. */
const NO_MATCH: Told = {
  identityMatches: false,
  coverage: null,
  segment: null,
  employerName: null,
  paidThrough: null,
};

@QueryHandler(FindEligibility)
export class FindEligibilityHandler implements IQueryHandler<FindEligibility> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly ids: ParticipantIds,
  ) {}

  async execute({ asked: question }: FindEligibility): Promise<EligibilityAnswer> {
    const { askedAt, facilityId, on = question.today } = question;
    const nikId = this.ids.of(question.nik);
    const told = await this.toldOf(question, nikId, on);
    const number = derivedId('eligibility', facilityId, nikId, on, askedAt).replaceAll('-', '').slice(0, 12);
    return {
      ...told,
      on,
      care: CARE[told.coverage ?? 'NEVER'],
      checkedAt: askedAt,
      validUntil: addHours(askedAt, VALID_HOURS),
      answerNumber: `E-${number.toUpperCase()}`,
    };
  }

  private async toldOf(
    { name, after }: FindEligibility['asked'],
    nikId: string,
    on: LocalDate,
  ): Promise<Told> {
    const tables = await this.readModels.of(participantReadModel, after);
    const row = await everybodyOn(tables, on)
      .selectAll('participants')
      .where('participants.participantId', 'in', await foundUnder(tables, nikId))
      .where('participants.nikId', '=', nikId)
      .executeTakeFirst();
    if (!row?.name || !isSameName(row.name, name)) return NO_MATCH;
    const ids = await idsOf(tables, row.participantId);
    const [survivorId] = ids;
    const whole = await everybodyOn(tables, on)
      .selectAll('participants')
      .where('participants.participantId', '=', survivorId)
      .executeTakeFirstOrThrow();
    const covers = await Promise.all([
      employedCovers(tables, ids, on, whole.diedOn),
      placedCovers(tables, ids, on, whole.diedOn),
    ]);
    return { identityMatches: true, ...bestOf([{ ...whole, employerName: null }, ...covers.flat()]) };
  }
}

/** The best cover first: a patient is treated on any of them. */
const BEST_FIRST: readonly CoverageStatus[] = ['ACTIVE', 'PENDING_ARREARS', 'INACTIVE', 'NEVER'];

/** How somebody with such a cover is treated (reference 3.1; PP 49/2023 Art. 25A). */
const CARE = {
  ACTIVE: 'GUARANTEED',
  PENDING_ARREARS: 'GUARANTEED_AS_SUSPECTED',
  INACTIVE: 'GENERAL_PATIENT',
  NEVER: 'GENERAL_PATIENT',
} as const satisfies Record<CoverageStatus, EligibilityAnswer['care']>;

type OneCover = Pick<Told, 'coverage' | 'segment' | 'employerName' | 'paidThrough'>;

function bestOf(covers: readonly OneCover[]): OneCover {
  const best = BEST_FIRST.flatMap((status) => covers.find(({ coverage }) => coverage === status) ?? [])[0];
  const { segment = null, employerName = null, paidThrough = null } = best ?? {};
  return { coverage: best?.coverage ?? 'NEVER', segment, employerName, paidThrough };
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
  const { rows, payments, children, heirs, corrections, memberships } = await recordedUnder(tables, ids);
  const doubleMonths = [...doublesOf(payments, participantId), ...(await doubleWages(tables, ids))];
  return {
    ...shownOf(ParticipantDetail, { ...row, mergedIds: ids.slice(1), doubleMonths }),
    actions: `/participants/${row.participantId}/actions`,
    paidMonths: sumOf(rows.map(({ paidMonths }) => paidMonths)),
    contributedIdr: sumRupiah(rows.map(({ contributedIdr }) => contributedIdr)),
    incomeBaseIdr: incomeBaseIn(row, periodOf(today)),
    contributions: payments,
    children: children
      .toSorted((one, other) => ids.indexOf(one.participantId) - ids.indexOf(other.participantId))
      .map((child) => shownOf(ChildItem, { ...child, confirmed: child.backDatedBy === null })),
    heirs: heirs.map((heir) => shownOf(HeirItem, { ...heir, confirmed: heir.backDatedBy === null })),
    // An outside party sees what holds, not what was typed wrong and on which paper it was corrected.
    corrections: sight.facilityId ? [] : corrections.map(toCorrection),
    memberships: [...(row.segment === 'BPU' ? [ownMembership(row)] : []), ...memberships],
  };
}

/** What stands under some ids, each list in its order. */
async function recordedUnder(tables: TablesIn<typeof participantReadModel>, ids: readonly string[]) {
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
  return { rows, payments, children, heirs, corrections, memberships: [...employed, ...placed] };
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
