import { idsOf } from '#followers';
import { PastQuery, asked, shape } from '#http';
import { type LocalDate, type Period, Rejection, type Sight } from '#kernel';
import { type CoverageStatus, arrearsOfEvent } from '#law';
import { query } from '#runtime';
import { type Receipt, countedMonths } from '../../domain/cover.js';
import { mendOf } from '../../domain/cover-mended.js';
import { participantRefusals } from '../../domain/refusals.js';
import { employedCovers } from './employed-cover.js';
import type { CoverAnswer, CoverItem } from './cover.answers.js';
import { NO_PROJECT } from './membership.queries.js';
import { placedCovers } from './placement.queries.js';
import { participantReadModel } from './participant.read-model.js';
import { participantsOn } from './participants-on.js';

/** On which day; today unless told. */
export class CoverQuery extends shape({ on: asked.day({ optional: true }) }, PastQuery) {}

/** Refuses `PARTICIPANT_NOT_FOUND`. */
export const GetCover = query(
  'GetCover',
  participantReadModel,
  async (
    { participantId, on, sight }: { participantId: string; on: LocalDate; sight: Sight },
    tables,
  ): Promise<CoverAnswer> => {
    const ids = await idsOf(tables, participantId);
    const [survivorId] = ids;
    const row = await participantsOn(tables, on, sight)
      .where('participants.participantId', '=', survivorId)
      .executeTakeFirst();
    if (!row) throw new Rejection(participantRefusals.PARTICIPANT_NOT_FOUND());
    const [own, employed, placed] = await Promise.all([
      tables
        .selectFrom('cover')
        .select('receipts')
        .where('participantId', '=', survivorId)
        .executeTakeFirst(),
      employedCovers(tables, ids, on, row.diedOn),
      placedCovers(tables, ids, on, row.diedOn),
    ]);
    return {
      participantId: survivorId,
      on,
      memberships: [...ownCover(row, on, own?.receipts ?? []), ...employed, ...placed],
    };
  },
);

/** Why somebody who works for himself is covered on a day, or is not. */
export const ownReason = (
  coverage: CoverageStatus,
  diedOn: LocalDate | null,
  on: LocalDate,
): CoverItem['reason'] => (diedOn !== null && on > diedOn ? 'ENDED' : OWN_REASONS[coverage]);

const OWN_REASONS = {
  ACTIVE: 'CONTRIBUTIONS_PAID',
  PENDING_ARREARS: 'IN_ARREARS',
  INACTIVE: 'LAPSED',
  NEVER: 'NEVER_PAID',
} as const satisfies Record<CoverageStatus, CoverItem['reason']>;

/** The cover of whoever works for himself. */
function ownCover(
  row: {
    readonly segment: string;
    readonly coverage: CoverageStatus | null;
    readonly diedOn: LocalDate | null;
    readonly paidThrough: Period | null;
  },
  on: LocalDate,
  receipts: readonly Receipt[],
): readonly CoverItem[] {
  if (row.segment !== 'BPU' || row.coverage === null) return [];
  const reason = ownReason(row.coverage, row.diedOn, on);
  // What was settled since mends nothing any more.
  const { unpaid } = arrearsOfEvent(on, countedMonths(receipts), 'BPU');
  return [
    {
      membershipId: null,
      ...NO_PROJECT,
      segment: 'BPU',
      employerId: null,
      employerName: null,
      npp: null,
      programmes: ['JKK', 'JKM'],
      coverage: row.coverage,
      reason,
      mend: reason === 'IN_ARREARS' && unpaid.length === 0 ? null : mendOf(reason),
      unpaid: [...unpaid],
      employerArrearsMonths: null,
      paidThrough: row.paidThrough,
    },
  ];
}
