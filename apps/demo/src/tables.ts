import Table from 'cli-table3';
import { formatRupiah } from '#kernel';
import { type ReportedTable, type Reports, WITHHELD, shownFigure } from './reports.js';
import type { ParticipantItem, Standing } from './standing.js';

/** What the read models show in the end, for people. */
export const tablesOf = ({ participants, claims, payouts, scholarships }: Standing): string =>
  [
    `Participants (${formatRupiah(participants.length)})`,
    table(
      ['NIK', 'name', 'cover', 'paid through', 'died on'],
      someOf(participants).map((one) => [one.nikMasked, one.name, one.coverage, one.paidThrough, one.diedOn]),
    ),
    `Claims (${claims.length})`,
    table(['claim', 'programme', 'of', 'status', 'total Rp', 'paid Rp'], claims.map(lineOfClaim)),
    `Payouts (${payouts.length})`,
    table(['payout', 'for', 'payee', 'status', 'settled on', 'Rp'], payouts.map(lineOfPayout)),
    `Scholarships (${scholarships.length})`,
    table(
      ['scholarship', 'status', 'projected Rp', 'approved Rp', 'paid Rp'],
      scholarships.map(lineOfScholarship),
    ),
  ].join('\n');

const lineOfClaim = (one: Standing['claims'][number]) => [
  short(one.claimId),
  one.programme,
  one.eventDate,
  one.status,
  formatRupiah(one.totalIdr),
  formatRupiah(one.paidIdr),
];

const lineOfPayout = (one: Standing['payouts'][number]) => [
  short(one.payoutId),
  `${one.sourceKind} ${short(one.sourceId)}`,
  one.payee,
  one.status,
  one.settledOn,
  formatRupiah(one.amountIdr),
];

const lineOfScholarship = (one: Standing['scholarships'][number]) => [
  short(one.scholarshipId),
  one.status,
  formatRupiah(one.projectedIdr),
  formatRupiah(one.approvedIdr),
  formatRupiah(one.paidIdr),
];

/** What the reporting service tells, which knows the published contracts and nobody's name. */
export function tableOfReports({ position, tables }: Reports): string {
  return [
    `What the reporting service counts, from the feed, up to position ${position ?? '–'} of the log`,
    table(['report', 'by', 'group', 'persons', ''], tables.flatMap(linesOf)),
    `${WITHHELD}: fewer than five persons are meant, or it could be worked out from this how few they are elsewhere.`,
  ].join('\n');
}

function linesOf({ code, title, by, rows, total }: ReportedTable): string[][] {
  const line = ([group, figures]: ReportedTable['rows'][number], first: boolean) => [
    first ? `${code} ${title}` : '',
    first ? by : '',
    group,
    figures ? formatRupiah(figures.persons) : WITHHELD,
    figures ? figureOf(figures) : WITHHELD,
  ];
  const all = [['all', total] as const, ...rows];
  return all.map((row, place) => line(row, place === 0));
}

function figureOf(figures: NonNullable<ReportedTable['total']>): string {
  const [name, value] = shownFigure(figures) ?? [];
  if (name === undefined || value === undefined) return '';
  if (name.endsWith('Idr')) return `Rp ${formatRupiah(value)}`;
  return name === 'percent' ? `${value} %` : `${value} working days`;
}

/** The people of the story, and a few of the many others. */
const IN_THE_STORY = new Set(['Karta Wirasasmita', 'Sarwan Mulyadi', 'Enok Wulandari']);
const OTHERS_SHOWN = 4;

function someOf(participants: readonly ParticipantItem[]): ParticipantItem[] {
  const known = participants.filter(({ name }) => name !== null && IN_THE_STORY.has(name));
  const others = participants.filter((one) => !known.includes(one)).slice(0, OTHERS_SHOWN);
  return [...known, ...others];
}

function table(head: string[], rows: readonly (readonly (string | null)[])[]): string {
  const drawn = new Table({ head, style: { head: [], border: [] } });
  drawn.push(...rows.map((row) => row.map((cell) => cell ?? '–')));
  return drawn.toString();
}

const short = (id: string) => id.slice(0, 8);
