import { type Change, append, change, fold, newRow, put, via } from '#followers';
import type { RecordedEvent } from '#event-store';
import { type EventOf, ZERO_RUPIAH, addPeriods, dateIn, rupiah } from '#kernel';
import type { Spell } from '#law';
import { day, index, integer, json, month, rupiah as money, table, text, uuid } from '#postgres';
import { type Receipt, coverWith, coverWithout } from '../../domain/cover.js';
import type { CoverageWindow } from '../../domain/coverage-window.js';
import type { ContributionEvent, ContributionPaid } from '../../domain/contribution.events.js';
import type { Payer } from '../../domain/participant.events.js';
import type { ReversalReason } from '../../domain/reversal.events.js';
import { confirmed, refused, reversalRequested } from './corrections.table.js';
import { aliases, participants } from './participant.tables.js';
import { carriedFromPayment } from './sponsor.tables.js';

/** What was paid, as it was recorded. */
export const contributions = table(
  'contributions',
  {
    eventId: uuid().key(),
    participantId: uuid(),
    period: month(),
    months: integer(),
    lastPeriod: month(),
    amountIdr: money(),
    payer: text<Payer>(),
    agreementId: uuid().nullable(),
    paidOn: day(),
    receipt: text(),
    recordedOn: day(),
  },
  {
    indexes: [
      index('contributions_by_participant', ['participantId', 'period']),
      index('contributions_by_agreement', ['agreementId', 'period']),
    ],
  },
);

/** What was taken back of them, and why: those do not count any more. */
export const reversals = table(
  'reversals',
  {
    correctionId: uuid().key(),
    participantId: uuid(),
    period: month(),
    receipt: text(),
    paidOn: day(),
    reason: text<ReversalReason>(),
    reversedOn: day(),
  },
  { indexes: [index('reversals_by_participant', ['participantId', 'reversedOn', 'correctionId'])] },
);

/** How long it keeps the participant covered, whichever months it was recorded for: `Cover` of the domain. */
export const cover = table('cover', {
  participantId: uuid().key(),
  receipts: json<readonly Receipt[]>(),
  spells: json<readonly Spell[]>(),
  windows: json<readonly CoverageWindow[]>(),
  paidThrough: month(),
});

type Told<Type extends ContributionEvent['type']> = RecordedEvent<EventOf<ContributionEvent, Type>>;

/** What follows from events of contributions, which have a stream of their own. */
export const onContributionEvents = {
  ContributionPaid: (event: Told<'ContributionPaid'>): readonly Change[] => [
    append(contributions, {
      eventId: event.id,
      ...newRow(contributions, event.data),
      lastPeriod: addPeriods(event.data.period, event.data.months - 1),
      recordedOn: dateIn(event.recordedAt),
    }),
    ...carriedFromPayment(event),
    ...covered(event),
    counted(event, event.data),
  ],
  ContributionReversalRequested: (event: Told<'ContributionReversalRequested'>): readonly Change[] => [
    reversalRequested(event),
    counted(event),
  ],
  ContributionReversalRefused: (event: Told<'ContributionReversalRefused'>): readonly Change[] => [
    refused(event),
    counted(event),
  ],
  ContributionReversed: (event: Told<'ContributionReversed'>): readonly Change[] => [
    confirmed(event.data, event.data.confirmerId),
    put(reversals, { ...newRow(reversals, event.data), reversedOn: event.data.effectiveOn }),
    ...uncovered(event),
    counted(event, event.data, -1),
  ],
  // Everything that it sums up stands here already.
  ContributionYearClosed: (event: Told<'ContributionYearClosed'>): readonly Change[] => [counted(event)],
  BackDatedContributionsConfirmed: (event: Told<'BackDatedContributionsConfirmed'>): readonly Change[] => [
    counted(event),
  ],
};

function covered({ data }: Told<'ContributionPaid'>): readonly Change[] {
  const { participantId, segment, period, months, paidOn, settlesEventOn } = data;
  const receipt = { period, months, paidOn, ...(settlesEventOn && { settlesArrears: true as const }) };
  return [
    fold(cover, participantId, (row) => ({ participantId, ...coverWith(row, receipt, segment) })),
    fold(cover, survivorOf(participantId), (row, survivorId) => ({
      participantId: survivorId,
      ...coverWith(row, { ...receipt, of: participantId }, segment),
    })),
  ];
}

function uncovered({ data }: Told<'ContributionReversed'>): readonly Change[] {
  const { participantId, segment } = data;
  return [
    fold(cover, participantId, (row) => {
      const left = row && coverWithout(row, data, segment);
      return left && { participantId, ...left };
    }),
    fold(cover, survivorOf(participantId), (row) => {
      const left = row && coverWithout(row, { ...data, of: participantId }, segment);
      return left && { ...row, ...left };
    }),
  ];
}

/** Where it counts as well that a payment came in under an id that was merged into another. */
const survivorOf = (participantId: string) => via(aliases, participantId, (row) => row.goesOnAs);

/** What was paid altogether: a payment more, or one less. Events that are about none are one revision more. */
function counted(
  { data, revision }: Told<ContributionEvent['type']>,
  payment: Pick<ContributionPaid['data'], 'months' | 'amountIdr'> = NO_PAYMENT,
  times: 1 | -1 = 1,
): Change {
  return change(participants, data.participantId, (row) => ({
    ...row,
    paidMonths: row.paidMonths + times * payment.months,
    contributedIdr: rupiah(row.contributedIdr + times * payment.amountIdr),
    contributionsRevision: Number(revision),
  }));
}

const NO_PAYMENT = { months: 0, amountIdr: ZERO_RUPIAH };
