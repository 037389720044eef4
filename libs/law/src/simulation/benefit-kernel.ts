import type { Period } from '#kernel';
import { calculate } from '../calculate.js';
import type { Injury } from '../jkk/injury.js';
import { JKK_DEATH, JKK_STMB, JKK_TOTAL_PERMANENT } from '../jkk/jkk.rules.js';
import { JHT_BALANCE } from '../jht/jht.rules.js';
import { JP_DISABILITY_COUNTS_FULL } from '../jp/jp.conventions.js';
import { JP_ACCRUAL, JP_KINDS, JP_LUMP_SUM, type JpKind } from '../jp/jp.rules.js';
import { lawDayOf } from '../kernel/rule.js';
import {
  type BenefitTables,
  benefitTables,
  columnOf,
  type IncapacityTable,
  partialDisability,
  type PensionTable,
  type RatedPart,
} from './benefit-tables.js';
import { type Amounts, bandOf } from './contribution-kernels.js';
import { benefitRequest, EVENT_KINDS, type EventKind, type Events } from './events.js';
import { NotComputable } from './not-computable.js';
import type { Batch } from './population.js';
import type { SharedRates } from './shared-rates.js';

/** Adds what each event of a batch gives to the columns of the components, in the order of `BENEFIT_CODES`. */
export type Pay = (batch: Batch, events: Events, into: Amounts) => void;

/** The components that are computed from the wage or the account here; the others are asked of their calculators. */
const COLUMN = {
  accidentDeath: columnOf(JKK_DEATH.id),
  totalDisability: columnOf(JKK_TOTAL_PERMANENT.id),
  incapacity: columnOf(JKK_STMB.id),
  savings: columnOf(JHT_BALANCE.id),
  pension: columnOf(JP_ACCRUAL.id),
  lumpSum: columnOf(JP_LUMP_SUM.id),
};
const BY_WAGE: readonly string[] = [JKK_DEATH.id, JKK_TOTAL_PERMANENT.id];

/** The sweep over events, compiled from the rules in force (or from a reform, inside `underReform`). */
export function benefitKernel(months: readonly Period[]): Pay {
  const tables = months.map((month) => benefitTables(lawDayOf(month)));
  const fixed = new FixedParts(months);
  const disabilities = new Disabilities();
  return (batch, events, into) => {
    const pays = payers(batch, events, into, fixed, disabilities);
    for (let at = 0; at < events.size; at += 1) {
      const table = tables[events.month[at]!];
      if (table) pays[EVENT_KINDS[events.kind[at]!]!](table, at);
    }
  };
}

type PayEvent = (table: BenefitTables, at: number) => void;
type Payers = Readonly<Record<EventKind, PayEvent>>;

/** One batch of events, what they give, and how much their members earn. */
interface Sweep {
  readonly events: Events;
  readonly add: (column: number, at: number, amount: number) => void;
  readonly incomeOf: (at: number) => number;
  /** The wage that benefits are a multiple of: of the self-employed the base of their band. */
  readonly wageOf: (table: BenefitTables, at: number) => number;
  readonly payFixed: PayEvent;
}

function payers(
  batch: Batch,
  events: Events,
  into: Amounts,
  fixed: FixedParts,
  disabilities: Disabilities,
): Payers {
  const { member } = events;
  const incomeOf = (at: number) => batch.income[member[at]!]!;
  const sweep: Sweep = {
    events,
    add: (column, at, amount) => {
      into[column]![at]! += amount;
    },
    incomeOf,
    wageOf: ({ bandEdges, bandBases }, at) =>
      batch.group === 'BPU' ? bandBases[bandOf(bandEdges, incomeOf(at))]! : incomeOf(at),
    payFixed: (table, at) => fixed.pay(batch, events, at, table, into),
  };
  return {
    DEATH: sweep.payFixed,
    SCHOOL_YEAR: sweep.payFixed,
    ...accidentPayers(sweep, disabilities),
    SAVINGS: (_, at) => sweep.add(COLUMN.savings, at, events.balance[at]!),
    PENSION: pensionPayer(sweep),
    JOB_LOSS: jobLossPayer(sweep),
  };
}

/** What an accident gives is a multiple of the wage, and parts that are the same for all. */
function accidentPayers(
  { events, add, wageOf, payFixed }: Sweep,
  disabilities: Disabilities,
): Pick<Payers, 'ACCIDENT_DEATH' | 'TOTAL_DISABILITY' | 'PARTIAL_DISABILITY' | 'INCAPACITY'> {
  const { months, days, which, injuries } = events;
  return {
    ACCIDENT_DEATH: (table, at) => {
      const formula = part(table.accidentDeath, wageOf(table, at));
      add(COLUMN.accidentDeath, at, Math.max(table.accidentFloor, formula));
      payFixed(table, at);
    },
    TOTAL_DISABILITY: (table, at) => {
      add(COLUMN.totalDisability, at, part(table.totalDisability, wageOf(table, at)));
      payFixed(table, at);
    },
    PARTIAL_DISABILITY: (table, at) => {
      const wage = wageOf(table, at);
      for (const { column, rates } of disabilities.of(injuries[which[at]!]!, table)) {
        add(column, at, part(rates, wage));
      }
    },
    INCAPACITY: (table, at) => {
      const length = months[at]! * table.incapacity.daysOfMonth + days[at]!;
      add(COLUMN.incapacity, at, ofDays(table.incapacity, length, wageOf(table, at)));
    },
  };
}

/** A pension every month, or all that was saved at once. */
function pensionPayer({ events, add, incomeOf }: Sweep): PayEvent {
  const { months, membership, balance, which } = events;
  return ({ pension }, at) => {
    const counted = countedMonths(pension, JP_KINDS[which[at]!]!, months[at]!, membership[at]!);
    if (counted === undefined) add(COLUMN.lumpSum, at, balance[at]!);
    else add(COLUMN.pension, at, monthlyPension(pension, which[at]!, counted * incomeOf(at)));
  };
}

/** Stage after stage, each for its months, as far as the benefit lasted. */
function jobLossPayer({ events: { months }, add, incomeOf }: Sweep): PayEvent {
  return ({ stages, jobLossCap }, at) => {
    const wage = Math.min(incomeOf(at), jobLossCap);
    let left = months[at]!;
    for (const { column, months: most, rates } of stages) {
      const reached = Math.min(left, most);
      left -= reached;
      add(column, at, part(rates, reached * wage));
    }
  };
}

/** `rate × base`, rounded as the calculators round. */
function part(rates: SharedRates, base: number): number {
  return rounded(rates, rates.numerators[0]!, base);
}

function rounded({ denominator, half }: SharedRates, numerator: number, base: number): number {
  const exact = numerator * base + half;
  if (!(base >= 0 && exact <= Number.MAX_SAFE_INTEGER)) {
    throw new NotComputable(
      `An amount of ${base} rupiah times ${numerator}/${denominator} is not exact`,
      `Jumlah ${base} rupiah kali ${numerator}/${denominator} tidak eksak`,
    );
  }
  return Math.floor(exact / denominator);
}

/** The days of incapacity are cut at the ends of the bands, and all of them rounded together. */
function ofDays({ perDay, bandDays }: IncapacityTable, length: number, wage: number): number {
  let [left, numerator] = [length, 0];
  for (let band = 0; band < bandDays.length; band += 1) {
    const days = Math.min(left, bandDays[band]!);
    left -= days;
    numerator += days * perDay.numerators[band]!;
  }
  return rounded(perDay, numerator, wage);
}

/** The months that a monthly pension counts; nothing where the account is paid at once. */
function countedMonths(
  { fullMonths, disability, survivor }: PensionTable,
  kind: JpKind,
  paid: number,
  membership: number,
): number | undefined {
  if (paid >= fullMonths) return paid;
  if (kind === 'OLD_AGE') return undefined;
  const { memberMonths, densityPct } = kind === 'DISABILITY' ? disability : survivor;
  if (membership < memberMonths || paid * 100 < densityPct * membership) return undefined;
  return kind === 'DISABILITY' && !JP_DISABILITY_COUNTS_FULL.value ? paid : fullMonths;
}

const monthlyPension = ({ perMonth, floor, ceiling }: PensionTable, kind: number, wages: number): number =>
  Math.min(ceiling, Math.max(floor, part(perMonth[kind]!, wages)));

/** What the injuries of an accident are worth, assessed once for each month and each that differs. */
class Disabilities {
  readonly #known = new Map<readonly Injury[], Map<BenefitTables, readonly RatedPart[]>>();

  of(injuries: readonly Injury[], table: BenefitTables): readonly RatedPart[] {
    let byMonth = this.#known.get(injuries);
    if (!byMonth) this.#known.set(injuries, (byMonth = new Map()));
    let parts = byMonth.get(table);
    if (!parts) byMonth.set(table, (parts = partialDisability(injuries, table.on)));
    return parts;
  }
}

/** Components that depend on no amount of the member: each combination is asked of its calculator once. */
class FixedParts {
  readonly #known = new Map<string, readonly (readonly [column: number, amountIdr: number])[]>();

  constructor(readonly months: readonly Period[]) {}

  pay(batch: Batch, events: Events, at: number, { limitedBelow }: BenefitTables, into: Amounts): void {
    const { kind, month, months, which, employers } = events;
    const isDeath = EVENT_KINDS[kind[at]!] === 'DEATH';
    const isLimited = isDeath && months[at]! < limitedBelow;
    const isPaid = !isDeath || months[at]! > 0;
    const key = `${kind[at]} ${batch.group} ${month[at]} ${which[at]} ${employers[at]} ${isLimited} ${isPaid}`;
    let parts = this.#known.get(key);
    if (!parts) {
      const request = benefitRequest(batch, events, at, this.months);
      const { components } = request ? calculate(request) : { components: [] };
      parts = components
        .filter(({ amountIdr, code }) => amountIdr !== 0 && !BY_WAGE.includes(code))
        .map(({ code, amountIdr }) => [columnOf(code), amountIdr] as const);
      this.#known.set(key, parts);
    }
    for (const [column, amountIdr] of parts) into[column]![at]! += amountIdr;
  }
}
