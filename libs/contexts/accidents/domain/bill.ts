import {
  type CommandContext,
  type LocalDate,
  type Reading,
  Rejection,
  type Rupiah,
  daysBetween,
  derivedId,
  stream,
} from '#kernel';
import { accidents } from './accident.js';
import type { BillOwner, BillTaken } from './bill.events.js';
import { accidentRefusals } from './refusals.js';

export interface TakenBill {
  readonly owner?: BillOwner;
  readonly takenOn?: LocalDate;
}

/** One name of a bill: `bill-<id made from it>`. */
export const bills = stream<TakenBill, BillTaken>('bill', {
  initial: {},
  evolve: (_before, { data: { effectiveOn, ...owner } }) => ({ owner, takenOn: effectiveOn }),
});

/** What a facility bills for one person: its number, and the days with their sum. */
export interface Bill {
  readonly participantId: string;
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceIdr: Rupiah;
}

/**
 * The names of a bill: facility and number are given once, and one person's same days with the same sum at one facility are one bill,
 * whatever its number (V-03). Their parts are stored, so they never change.
 */
export const billIdsOf = (bill: Bill): readonly string[] => [
  derivedId('bill-number', bill.facilityId, bill.invoiceNumber),
  derivedId(
    'bill-stay',
    bill.facilityId,
    bill.participantId,
    bill.admittedOn,
    bill.dischargedOn,
    String(bill.invoiceIdr),
  ),
];

/** Finds a bill by either of its names. */
export const isSameBill =
  (bill: Omit<Bill, 'participantId'>) =>
  (one: Omit<Bill, 'participantId'>): boolean =>
    one.facilityId === bill.facilityId &&
    (one.invoiceNumber === bill.invoiceNumber ||
      (one.admittedOn === bill.admittedOn &&
        one.dischargedOn === bill.dischargedOn &&
        one.invoiceIdr === bill.invoiceIdr));

/** So near two equal sums of one facility are taken for one bill (V-03). */
const EQUAL_SUM_DAYS = 30;

/**
 * Whether one bill of a person may repeat another: at one facility overlapping days or the same sum within 30 days (V-03); at two, a
 * night that somebody would have spent in both (FD-10). Who is moved on the day of a discharge is not in two places.
 */
export function mayRepeatBill(
  one: Omit<Bill, 'participantId' | 'invoiceNumber'>,
  other: Omit<Bill, 'participantId' | 'invoiceNumber'>,
): boolean {
  if (one.facilityId !== other.facilityId) {
    return one.admittedOn < other.dischargedOn && other.admittedOn < one.dischargedOn;
  }
  return (
    (one.admittedOn <= other.dischargedOn && other.admittedOn <= one.dischargedOn) ||
    (one.invoiceIdr === other.invoiceIdr &&
      Math.abs(daysBetween(one.dischargedOn, other.dischargedOn)) <= EQUAL_SUM_DAYS)
  );
}

/** What became of a bill at its owner; nobody knows of one that is being recorded at this moment, or that never was. */
export type BillFate = 'KEPT' | 'GIVEN_UP' | 'NOT_RECORDED';

/**
 * Takes a bill for an accident before it is recorded there: so it is paid once, whichever accident it is sent for, and also where it is
 * recorded with the accident and sent with its lines at the same moment.
 * @throws Rejection `BILL_OF_ANOTHER_ACCIDENT`
 */
export function takeBill(
  { accidentId, apart }: BillOwner,
  { owner, takenOn }: TakenBill,
  { today }: CommandContext,
  { fate }: { readonly fate: BillFate },
): readonly BillTaken[] {
  const isOfThis = owner?.accidentId === accidentId;
  if (isOfThis && owner.apart === apart) return [];
  if (owner) {
    // What the accident itself knows of it was asked before.
    const isKept = fate === 'KEPT' && !isOfThis;
    if (isKept || (fate === 'NOT_RECORDED' && takenOn === today)) {
      throw new Rejection(accidentRefusals.BILL_OF_ANOTHER_ACCIDENT());
    }
  }
  return [{ type: 'BillTaken', data: { accidentId, apart, effectiveOn: today } }];
}

/** Takes a name of a bill: what handles commands does it. */
type Take = (
  name: 'TakeBill',
  input: BillOwner,
  stream: typeof bills,
  id: string,
  decide: typeof takeBill,
  facts: (state: TakenBill, read: Reading) => Promise<{ readonly fate: BillFate }>,
) => Promise<unknown>;

/** What somebody else than the accident knows of a bill; undefined where they do not know it. */
export type KnowsBill = (read: Reading, owner: BillOwner) => Promise<BillFate | undefined>;

/**
 * Takes a bill by all of its names. Whoever pays bills apart from the claim says what became of one there.
 * @throws Rejection `BILL_OF_ANOTHER_ACCIDENT`
 */
export async function takeBills(
  take: Take,
  owner: BillOwner,
  bill: Bill,
  apart: KnowsBill = async () => undefined,
): Promise<void> {
  for (const id of billIdsOf(bill)) {
    await take('TakeBill', owner, bills, id, takeBill, async ({ owner: before }, read) => ({
      fate: before ? ((await apart(read, before)) ?? (await fateOf(bill, before, read))) : 'NOT_RECORDED',
    }));
  }
}

async function fateOf(bill: Bill, { accidentId }: BillOwner, read: Reading): Promise<BillFate> {
  const accident = await read.state(accidents, accidentId);
  if (accident.situation === 'NOTICE_WITHDRAWN') return 'GIVEN_UP';
  if (!('care' in accident)) return 'NOT_RECORDED';
  const known = [...accident.care, ...(accident.billedApart ?? [])];
  if (known.some(isSameBill(bill))) return 'KEPT';
  return accident.givenUpApart?.some(isSameBill(bill)) ? 'GIVEN_UP' : 'NOT_RECORDED';
}
