import type { Period } from '#kernel';
import { type Reform, underReform } from '../kernel/reform.js';
import { inForce, lawDayOf } from '../kernel/rule.js';
import { BPU_BAND_RULE } from '../wage/bpu-bands.rules.js';
import { bandOf, type Contribute, contributionKernel, CONTRIBUTION_CODES } from './contribution-kernels.js';
import { benefitKernel } from './benefit-kernel.js';
import { BENEFIT_CODES, type Events } from './events.js';
import { edgesOf } from './contribution-tables.js';
import { type Batch, FLAG_BIT, type Group, GROUPS } from './population.js';
import { COUNTED_PROGRAMS, type CountedProgram, type Figure, type Kind, KINDS, Lines } from './tally.js';

/** What is counted about a population: lines by programme, by group, by income band and by district, for each kind. */
export const BY = ['programs', 'groups', 'bands', 'districts', 'components'] as const;
export type By = (typeof BY)[number];
export type Tally = Readonly<Record<By, Lines>>;

/** The components of all groups, each with the kind and the programme it belongs to. */
interface CountedComponent {
  readonly group: Group;
  readonly code: string;
  readonly kind: Kind;
  readonly program: CountedProgram;
}

const programOf = (code: string): CountedProgram =>
  COUNTED_PROGRAMS.find((program) => code.includes(program)) ?? 'JKK';

const COMPONENTS: readonly CountedComponent[] = GROUPS.flatMap((group) => [
  ...CONTRIBUTION_CODES[group].map((code) => component(group, code, 'CONTRIBUTION')),
  ...BENEFIT_CODES.map((code) => component(group, code, 'BENEFIT')),
]);

function component(group: Group, code: string, kind: Kind): CountedComponent {
  return { group, code, kind, program: programOf(code.replace('CONTRIB_', '')) };
}

export interface SimulationSetup {
  readonly months: readonly Period[];
  /** Their names; it may grow while batches come, as those of a file do. */
  readonly districts: readonly string[];
  /** Nothing for a simulation of the law as it is. */
  readonly reform?: Reform;
}

/** A simulation ready to take batch after batch. */
export interface Simulation {
  /** @throws NotComputable for what cannot be computed exactly, Rejection DATE_BEFORE_FIRST_LAW */
  readonly add: (batch: Batch, events?: Events) => void;
  /** Events alone: what their members pay is counted elsewhere, or not at all. @throws as `add` does */
  readonly addEvents: (batch: Batch, events: Events) => void;
  /** Compiles for all groups at once, so that months of which no law is known are refused before anybody is counted. */
  readonly prepare: () => void;
  readonly tally: Tally;
}

/** Compiles the rules before and after the reform, once, for all batches that come. */
export function simulation({ months, districts, reform }: SimulationSetup): Simulation {
  const edges = reportedBands(months);
  const tally = emptyTally(edges.length, districts.length);
  const kernelsOf = contributionKernels(months, reform);
  const pay = benefitKernel(months);
  const payAfter = reform && underReform(reform, () => benefitKernel(months));
  const count = (batch: Batch, rows: Rows, paid: Paid) => {
    tally.districts.growTo(districts.length * KINDS.length);
    countRows(tally, batch, rows, paid.before, paid.after, edges);
  };
  const addEvents = (batch: Batch, events: Events) => {
    const before = benefitColumns(events);
    pay(batch, events, before);
    const after = payAfter ? benefitColumns(events) : before;
    if (payAfter) underReform(reform, () => payAfter(batch, events, after));
    const rows: Rows = { kind: 'BENEFIT', size: events.size, memberOf: events.member };
    count(batch, rows, { before, after });
  };
  const add = (batch: Batch, events?: Events) => {
    const kernels = kernelsOf(batch.group);
    const before = columns(batch);
    kernels.before(batch, before);
    const after = kernels.after ? columns(batch) : before;
    kernels.after?.(batch, after);
    count(batch, { kind: 'CONTRIBUTION', size: batch.size }, { before, after });
    if (events && events.size > 0) addEvents(batch, events);
  };
  return { add, addEvents, prepare: () => GROUPS.forEach((group) => kernelsOf(group)), tally };
}

/** The columns of the components under the law as it is, and under the reform: the same where there is none. */
interface Paid {
  readonly before: readonly Float64Array[];
  readonly after: readonly Float64Array[];
}

interface ContributionKernels {
  readonly before: Contribute;
  readonly after: Contribute | undefined;
}

/** Those of each group, compiled when somebody of it comes. */
function contributionKernels(
  months: readonly Period[],
  reform: Reform | undefined,
): (group: Group) => ContributionKernels {
  const compiled = new Map<Group, ContributionKernels>();
  return (group) => {
    const known = compiled.get(group);
    if (known) return known;
    const compile = () => contributionKernel(group, months);
    const kernels = { before: compile(), after: reform && underReform(reform, compile) };
    compiled.set(group, kernels);
    return kernels;
  };
}

/** The income bands of a report are those of the law before the reform, in the first month. */
const reportedBands = (months: readonly Period[]): Float64Array =>
  edgesOf(inForce(BPU_BAND_RULE, lawDayOf(months[0]!)).value);

function emptyTally(bands: number, districts: number): Tally {
  return {
    programs: new Lines(COUNTED_PROGRAMS.length * KINDS.length),
    groups: new Lines(GROUPS.length * KINDS.length),
    bands: new Lines((bands + 1) * KINDS.length),
    districts: new Lines(districts * KINDS.length),
    components: new Lines(COMPONENTS.length),
  };
}

const columns = ({ group, size }: Batch): Float64Array[] =>
  CONTRIBUTION_CODES[group].map(() => new Float64Array(size));

const benefitColumns = ({ size }: Events): Float64Array[] => BENEFIT_CODES.map(() => new Float64Array(size));

/** What the rows of the columns are: the members themselves, or events of some of them. */
interface Rows {
  readonly kind: Kind;
  readonly size: number;
  readonly memberOf?: Uint32Array;
}

/** Counts each row before and after the reform: by component, by programme, by group, band and district. */
function countRows(
  tally: Tally,
  batch: Batch,
  rows: Rows,
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  edges: Float64Array,
): void {
  const { kind, size, memberOf } = rows;
  const at = KINDS.indexOf(kind);
  const first = COMPONENTS.findIndex(({ group, kind: of }) => group === batch.group && of === kind);
  const everything = before.map((_, index) => index);
  for (const index of everything) {
    addPaid(tally.components, first + index, before[index]!, after[index]!, rows);
  }
  COUNTED_PROGRAMS.forEach((program, index) => {
    const of = everything.filter((column) => COMPONENTS[first + column]!.program === program);
    if (of.length === 0) return;
    const line = index * KINDS.length + at;
    addPaid(tally.programs, line, summed(before, of, size), summed(after, of, size), rows);
  });
  const [was, is] = [summed(before, everything, size), summed(after, everything, size)];
  const groupLine = GROUPS.indexOf(batch.group) * KINDS.length + at;
  for (let row = 0; row < size; row += 1) {
    const [all, now] = [was[row]!, is[row]!];
    const member = memberOf ? memberOf[row]! : row;
    const isProject = (batch.flags[member]! & FLAG_BIT.CONTRACT) !== 0;
    const band = isProject ? edges.length : bandOf(edges, batch.income[member]!);
    tally.groups.add(groupLine, all, now, kind);
    tally.bands.add(band * KINDS.length + at, all, now, kind);
    tally.districts.add(batch.district[member]! * KINDS.length + at, all, now, kind);
  }
}

/** Counts those of whom something is paid, before or after. */
function addPaid(
  lines: Lines,
  line: number,
  before: Float64Array,
  after: Float64Array,
  { kind, size }: Rows,
): void {
  for (let row = 0; row < size; row += 1) {
    const [was, is] = [before[row]!, after[row]!];
    if (was !== 0 || is !== 0) lines.add(line, was, is, kind);
  }
}

function summed(of: readonly Float64Array[], indexes: readonly number[], size: number): Float64Array {
  if (indexes.length === 1) return of[indexes[0]!]!;
  const sum = new Float64Array(size);
  for (const index of indexes) {
    const column = of[index]!;
    for (let at = 0; at < size; at += 1) sum[at]! += column[at]!;
  }
  return sum;
}

/** Everybody is in one group: their sum is all of them. */
function totalsOf(groups: Lines): Lines {
  const totals = new Lines(KINDS.length);
  for (let group = 0; group < GROUPS.length; group += 1)
    totals.merge(groups.figuresFrom(group * KINDS.length, KINDS.length));
  return totals;
}

/** One line of a report, with the name of what it counts. */
export type ReportLine = { readonly name: string; readonly kind: Kind } & Readonly<Record<Figure, number>>;

/** What came out, in words and whole numbers: the same on every machine, whoever counted which part. */
export type Report = Readonly<Record<'totals' | By, readonly ReportLine[]>>;

/** Writes a tally with names; lines of nobody are left out. @throws NotComputable for a sum that is not exact */
export function reportOf(tally: Tally, districts: readonly string[]): Report {
  const named = (lines: Lines, nameOf: (index: number) => string): ReportLine[] =>
    Array.from({ length: lines.count }, (_, line) => ({
      name: nameOf(Math.floor(line / KINDS.length)),
      kind: KINDS[line % KINDS.length]!,
      ...lines.line(line),
    })).filter(({ persons }) => persons > 0);
  const bands = tally.bands.count / KINDS.length - 1;
  return {
    totals: named(totalsOf(tally.groups), () => 'ALL'),
    programs: named(tally.programs, (at) => COUNTED_PROGRAMS[at]!),
    groups: named(tally.groups, (at) => GROUPS[at]!),
    bands: named(tally.bands, (at) => (at < bands ? `BAND_${at + 1}` : 'PROJECT')),
    districts: named(tally.districts, (at) => districts[at]!),
    components: COMPONENTS.map(({ group, code, kind }, line) => ({
      name: `${group} ${code}`,
      kind,
      ...tally.components.line(line),
    })).filter(({ persons }) => persons > 0),
  };
}
