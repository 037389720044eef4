import { type LocalDate, type Period, addDays, addPeriods, firstDayOf, periodsFrom } from '#kernel';
import { type PaidPeriod, type Spell, booked, inOrder, inactiveFrom, startOf, unpaidOf } from '#law';
import type { Row } from '#postgres';
import type {
  corrections,
  deaths,
  memberships,
  payments,
  people,
  registrations,
  reversals,
} from './fact-tables.js';
import type { employments, workplaces } from './work-tables.js';
import { employed } from './fold-employments.js';
import type { PaidMonth } from './paid-months.js';

/** Everything that was told of somebody, each list in the order of the log. */
export interface PersonFacts {
  readonly participantId: string;
  /** As whom they are counted. */
  readonly personId: string;
  /** Whether others are counted as the same person. */
  readonly isMerged: boolean;
  readonly registrations: readonly Row<typeof registrations>[];
  readonly corrections: readonly Row<typeof corrections>[];
  readonly deaths: readonly Row<typeof deaths>[];
  /** Of work for themselves, under each of their ids, their own first; nothing of who goes on as another one, of whom it is told there. */
  readonly selfEmployed: readonly SelfEmployedFacts[];
  readonly employments: readonly Row<typeof employments>[];
  /** Of wage earners, in any order. */
  readonly paidMonths: readonly PaidMonth[];
  /** Registrations of the employers and projects that they work for. */
  readonly workplaces: ReadonlyMap<string, Row<typeof workplaces>>;
}

/** What was told under one id of somebody who works for himself, each list in the order of the log. */
export interface SelfEmployedFacts {
  readonly registrations: readonly Row<typeof registrations>[];
  readonly payments: readonly Row<typeof payments>[];
  readonly reversals: readonly Row<typeof reversals>[];
}

type Person = Row<typeof people>;
export type Membership = Row<typeof memberships>;

/** Who somebody is for counting, and when they were a member. */
export interface FoldedPerson {
  readonly person: Person;
  readonly memberships: readonly Membership[];
}

/** Folds what was told of somebody; the same from the same facts, in whichever order they came. */
export function foldPerson(facts: PersonFacts): FoldedPerson {
  const person = personOf(facts);
  const lasting = [...selfEmployed(facts, person), ...employed(facts, person)];
  const rows = untilDeath(lasting, person.diedOn);
  return {
    person,
    memberships: rows.map((row) => ({
      ...row,
      isSeveral: facts.isMerged || rows.some((other) => other !== row && overlap(row, other)),
    })),
  };
}

type Times = Pick<Membership, 'fromOn' | 'untilOn'>;

const overlap = (one: Times, other: Times): boolean =>
  (one.untilOn === null || other.fromOn < one.untilOn) &&
  (other.untilOn === null || one.fromOn < other.untilOn);

function personOf({
  participantId,
  personId,
  registrations,
  corrections: made,
  deaths: told,
}: PersonFacts): Person {
  const [first] = registrations;
  /** As it was corrected last, or as it was when they were registered. */
  const known = (what: 'district' | 'sex' | 'ageBand') =>
    made.findLast((one) => one[what] !== null)?.[what] ?? first?.[what] ?? null;
  return {
    participantId,
    personId,
    district: known('district'),
    branch: first?.branch ?? null,
    channel: first?.channel ?? null,
    occupationGroup: first?.occupationGroup ?? null,
    segment: first?.segment ?? null,
    sex: known('sex'),
    ageBand: known('ageBand'),
    diedOn: told.at(-1)?.diedOn ?? null,
  };
}

/** Nobody is a member after the day on which they died. */
function untilDeath(rows: readonly Membership[], diedOn: LocalDate | null): readonly Membership[] {
  if (diedOn === null) return rows;
  const end = addDays(diedOn, 1);
  return rows
    .filter(({ fromOn }) => fromOn < end)
    .map((row) => ({ ...row, untilOn: row.untilOn !== null && row.untilOn < end ? row.untilOn : end }));
}

/** Who paid for a month of a membership. */
interface Payer {
  readonly payer: string;
  readonly sponsorId: string | null;
}

/**
 * Memberships of those who work for themselves: from the first payment on, until they are over by the law of arrears (E-2). Who
 * is in arrears is a member until then. A row for each time with another payer. What was paid under another id is the same membership.
 */
function selfEmployed(
  { selfEmployed: underIds, participantId }: PersonFacts,
  person: Person,
): readonly Membership[] {
  const registered = underIds.flatMap((one) => one.registrations);
  const own = registered.find(({ segment }) => segment === 'BPU');
  if (!own) return [];
  const { channel, branch, occupationGroup } = own;
  return spellsWithPayers(paidOnce(underIds.map(monthsPaid))).flatMap(({ spell, payers }) =>
    payerTimes(spell, payers).map(({ fromOn, untilOn, payer, sponsorId }) => ({
      participantId,
      membership: 'BPU',
      fromOn,
      untilOn,
      personId: person.personId,
      segment: 'BPU',
      channel,
      payer,
      sponsorId,
      district: person.district,
      branch,
      occupationGroup,
      sex: person.sex,
      ageBand: person.ageBand,
      workplaceId: null,
      workplaceKind: null,
      isSeveral: false,
    })),
  );
}

/** A month that was paid, and by whom. */
interface MonthPaid extends Payer {
  readonly paid: PaidPeriod;
}

const monthsPaid = ({ payments: paid, reversals: takenBack }: SelfEmployedFacts): readonly MonthPaid[] =>
  countedPayments(paid, takenBack).flatMap(
    ({ period, months: count, paidOn, payer, sponsorId, settlesArrears }) =>
      monthsOf(period, count).map((month) => ({
        paid: { period: month, paidOn, ...(settlesArrears && { settlesArrears: true as const }) },
        payer,
        sponsorId,
      })),
  );

/** The months of a payment. @throws RangeError before any is listed, where there are not so many */
function monthsOf(first: Period, count: number): readonly Period[] {
  addPeriods(first, count);
  return periodsFrom(first, count);
}

/** A month that was paid under two ids of one person counts under that for which the money came first (reference 2, section 1.6). */
function paidOnce(underIds: readonly (readonly MonthPaid[])[]): readonly MonthPaid[] {
  const all = underIds.flatMap((months, id) => months.map((month) => ({ id, month })));
  const first = new Map<Period, number>();
  for (const { id, month } of all.toSorted((one, other) => inOrder(one.month.paid, other.month.paid))) {
    if (!first.has(month.paid.period)) first.set(month.paid.period, id);
  }
  return all.filter(({ id, month }) => first.get(month.paid.period) === id).map(({ month }) => month);
}

type Payment = Row<typeof payments>;

/** Payments of the self-employed that were not taken back. Reversals of old logs name no payment, but what it was: the newest such one is meant. */
function countedPayments(
  paid: readonly Payment[],
  takenBack: readonly Row<typeof reversals>[],
): readonly Payment[] {
  const left = paid.filter(({ segment }) => segment === 'BPU');
  for (const one of takenBack) {
    const named = left.findIndex(({ paymentId }) => paymentId !== null && paymentId === one.paymentId);
    const at = named >= 0 ? named : left.findLastIndex((payment) => isAlike(payment, one));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

const isAlike = (payment: Payment, reversal: Row<typeof reversals>): boolean =>
  payment.period === reversal.period &&
  payment.months === reversal.months &&
  payment.amountIdr === reversal.amountIdr &&
  payment.paidOn === reversal.paidOn;

interface SpellWithPayers {
  readonly spell: Spell;
  /** Of each paid month of the spell, from its first one on. */
  readonly payers: readonly Payer[];
}

/** As the law books payments on months, and who paid each. */
function spellsWithPayers(months: readonly MonthPaid[]): SpellWithPayers[] {
  let spells: readonly Spell[] = [];
  const payers: Payer[][] = [];
  for (const { paid, payer, sponsorId } of months.toSorted((one, other) => inOrder(one.paid, other.paid))) {
    const before = spells;
    spells = booked(before, paid);
    const at = spells.findIndex((spell, place) => spell.months !== before[place]?.months);
    (payers[at] ??= []).push({ payer, sponsorId });
  }
  return spells.map((spell, place) => ({ spell, payers: payers[place] ?? [] }));
}

interface PayerTime extends Payer {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** The times of a spell in which one payer paid; the last one lasts until the membership is over. */
function payerTimes(spell: Spell, payers: readonly Payer[]): readonly PayerTime[] {
  const times: PayerTime[] = [];
  const end = inactiveFrom(unpaidOf(spell), 'BPU');
  payers.forEach((payer, place) => {
    const last = times.at(-1);
    if (last && last.payer === payer.payer && last.sponsorId === payer.sponsorId) return;
    const fromOn = place === 0 ? startOf(spell) : firstDayOf(monthOf(spell, place));
    if (last) times[times.length - 1] = { ...last, untilOn: fromOn };
    times.push({ ...payer, fromOn, untilOn: end });
  });
  // Paid ahead, and begun in a later month than the first: what is left of a time before its first day is none.
  return times.filter(({ fromOn, untilOn }) => fromOn < untilOn);
}

const monthOf = ({ first }: Spell, place: number): Period => addPeriods(first, place);
