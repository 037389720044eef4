import { formatRupiah } from '#kernel';
import { calculate } from '../calculate.js';
import { PUBLISHED_MEMBERS, QUOTAS, UNCOVERED, type MemberKind } from './quotas.js';
import type { Report, ReportLine } from './simulation.js';

/** A figure of section 8 of the domain reference beside what the synthetic population comes to. */
export interface PublishedFigure {
  readonly figure: string;
  readonly published: number;
  readonly generated: number;
  readonly unit: 'people' | 'Rp' | '%';
}

/** As many as the published members, migrant workers and construction projects included. */
export const MEMBERS_OF_FIGURES = PUBLISHED_MEMBERS;

/** The twelve months up to the one the claims were published of; when their period began was not published. */
export const MONTHS_OF_FIGURES = { first: '2024-04', count: 12 } as const;

/** Compares a report of that population and those months with what was published. */
export const publishedFigures = (report: Report): PublishedFigure[] => [
  ...figuresOfMembers(report),
  ...figuresOfPayments(report),
];

const people = (figure: string, published: number, generated: number) =>
  ({ figure, published, generated, unit: 'people' }) as const;
const money = (figure: string, published: number, generated: number) =>
  ({ figure, published, generated, unit: 'Rp' }) as const;
const share = (figure: string, published: number, part: number, whole: number) =>
  ({ figure, published, generated: Math.round((10_000 * part) / whole) / 100, unit: '%' }) as const;

function figuresOfMembers({ groups }: Report): PublishedFigure[] {
  const contributing = (...names: readonly string[]) =>
    sumOf(
      groups.filter(({ name, kind }) => kind === 'CONTRIBUTION' && names.includes(name)),
      'persons',
    );
  const projects = ofKind('PROJECT');
  const members = contributing('PU', 'NON_ASN', 'BPU', 'JAKON') - projects;
  const wageEarners = contributing('PU', 'NON_ASN', 'JAKON') - projects + UNCOVERED.wageEarners;
  const workforce = members + UNCOVERED.wageEarners + UNCOVERED.others;
  const rounded = Math.round(members / 100_000) * 100_000;
  return [
    people('Workforce, Kabupaten Bekasi', 2_200_000, workforce),
    people('of which wage earners', 1_500_000, wageEarners),
    people('with social security, rounded', 500_000, rounded),
    people('wage earners not covered ("about 1,000,000")', 1_000_000, wageEarners - rounded),
    people('and of the whole workforce', 1_700_000, workforce - rounded),
    people('Active members to March 2025 (PU, BPU, construction)', 492_000, members),
    share('Coverage of the workforce', 22.36, members, workforce),
    share('Coverage of wage earners, of rounded numbers', 33.33, rounded, wageEarners),
    people('Non-ASN', 21_000, contributing('NON_ASN')),
    share('Non-ASN among the members', 4.27, contributing('NON_ASN'), members),
    share('Informal members ("about 20 %")', 20, contributing('BPU'), members),
    people('Farmers to be protected', 26_000, ofKind('FARMER')),
    people('Sponsored by Kadin', 1_000, ofKind('SPONSORED')),
    people('Still to be registered', 19_000, UNCOVERED.candidates),
  ];
}

function figuresOfPayments({ programs }: Report): PublishedFigure[] {
  const benefits = programs.filter(({ kind }) => kind === 'BENEFIT');
  const scholarships = sumOf(
    benefits.filter(({ name }) => name === 'SCHOLARSHIP'),
    'before',
  );
  const claims = sumOf(benefits, 'before') - scholarships;
  const heir = heirOfInformalWorker();
  return [
    money('Claims paid', 219_000_000_000, claims),
    money('Scholarships paid', 5_000_000_000, scholarships),
    money('Both together', 224_000_000_000, claims + scholarships),
    money('Contribution of a BPU, a month', 16_800, lowestContribution()),
    money('Heir of an informal worker, JKM', 42_000_000, heir.jkm),
    money('and scholarships, projected', 63_000_000, heir.scholarships),
    money('and both together', 105_000_000, heir.jkm + heir.scholarships),
  ];
}

const ofKind = (wanted: MemberKind): number =>
  QUOTAS.filter(({ kind }) => kind === wanted).reduce((sum, { members }) => sum + members, 0);

const sumOf = (lines: readonly ReportLine[], figure: 'persons' | 'before'): number =>
  lines.reduce((sum, line) => sum + line[figure], 0);

const lowestContribution = (): number =>
  calculate({ calculator: 'CONTRIB_BPU', declaredIncome: 1_000_000, period: '2025-03' }).totalIdr;

function heirOfInformalWorker(): { jkm: number; scholarships: number } {
  const { components } = calculate({
    calculator: 'JKM',
    segment: 'BPU',
    deathDate: '2025-03-10',
    consecutivePaidMonths: 40,
    totalPaidMonths: 40,
    eligibleChildren: [{ remainingYears: { SMA: 1, PT: 5 } }],
  });
  const total = (isProjected: boolean) =>
    components
      .filter(({ projected = false }) => projected === isProjected)
      .reduce((sum, { amountIdr }) => sum + amountIdr, 0);
  return { jkm: total(false), scholarships: total(true) };
}

/** The table of docs/reference/synthetic-population.md. */
export function figuresTable(figures: readonly PublishedFigure[]): string {
  const shown = (value: number, unit: PublishedFigure['unit']) =>
    unit === '%' ? `${value.toFixed(2)} %` : `${unit === 'Rp' ? 'Rp' : ''}${formatRupiah(value)}`;
  const rows = figures.map(({ figure, published, generated, unit }) => {
    const difference = published === generated ? 'none' : percentOff(published, generated);
    return `| ${figure} | ${shown(published, unit)} | ${shown(generated, unit)} | ${difference} |`;
  });
  return ['| Figure | Published | Generated | Difference |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function percentOff(published: number, generated: number): string {
  const off = (100 * (generated - published)) / published;
  return `${off > 0 ? '+' : '−'}${Math.abs(off).toFixed(2)} %`;
}
