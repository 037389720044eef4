import { type Rupiah, rupiah, sumRupiah } from '#kernel';
import { FUNDS, type Fund, MONEY_KINDS, type MoneyKind, fundOf, moneyKindOf } from '#law';
import { listOf, oneOf, optional, rupiahs, yesNo } from '#publishing/contracts';

/** Fields that contracts of several contexts have. They tell of sums by programme and by kind of money, never of a benefit. */

interface Amount {
  readonly code: string;
  readonly amountIdr: Rupiah;
}

/** Contributions by programme, whoever bears them. */
export const funds = (description: string) =>
  listOf(description, {
    programme: oneOf('Programme', FUNDS),
    amountIdr: rupiahs('Amount; less than nothing where it became less'),
  });

export const fundsOf = (components: readonly Amount[]): { programme: Fund; amountIdr: Rupiah }[] =>
  sumsBy(components, ({ code }) => fundOf(code)).map(([programme, amountIdr]) => ({ programme, amountIdr }));

/** Benefits by kind of money. */
export const money = (description: string) =>
  listOf(description, { kind: oneOf('Kind of money', MONEY_KINDS), amountIdr: rupiahs('Amount') });

export const moneyOf = (components: readonly Amount[]): { kind: MoneyKind; amountIdr: Rupiah }[] =>
  sumsBy(components, ({ code }) => moneyKindOf(code)).map(([kind, amountIdr]) => ({ kind, amountIdr }));

/** A line beside benefits: arrears that are deducted from them, or given back. */
const SET_OFF = 'ARREARS_SET_OFF';

/** A payment as events tell of it. */
interface Payment {
  readonly componentCodes: readonly string[];
  readonly amountIdr: Rupiah;
  /** Before arrears were deducted, where they were. */
  readonly benefitIdr?: Rupiah;
  /** What of it is care, where it is not all or nothing; earlier releases did not tell. */
  readonly careIdr?: Rupiah;
}

/** One payment by kind of money, before deductions; undefined where an earlier release did not record what of it is care. */
export function moneyOfPayment({ componentCodes, amountIdr, benefitIdr, careIdr }: Payment) {
  const all = benefitIdr ?? amountIdr;
  const kinds = new Set(componentCodes.filter((code) => code !== SET_OFF).map(moneyKindOf));
  // What was deducted and is given back is cash.
  const [kind = 'CASH'] = kinds;
  if (kinds.size < 2) return [{ kind, amountIdr: all }];
  if (careIdr === undefined) return undefined;
  return [
    { kind: 'CARE' as const, amountIdr: careIdr },
    { kind: 'CASH' as const, amountIdr: rupiah(all - careIdr) },
  ];
}

/** The programme of a payment; undefined of a scholarship, which follows from either. */
export const fundOfPayment = ({ componentCodes }: Pick<Payment, 'componentCodes'>): Fund | undefined =>
  componentCodes.map(fundOf).find((fund) => fund !== undefined);

/** Of what was entered so late that it does not hold before a second person has confirmed it. */
export const toBeConfirmed = optional(
  yesNo(
    'Entered so late that it does not hold before a second person has confirmed it; absent where it holds',
  ),
);

export const confirmation = ({ backDatedBy }: { readonly backDatedBy?: string }): { toBeConfirmed?: true } =>
  backDatedBy === undefined ? {} : { toBeConfirmed: true };

function sumsBy<Key>(
  amounts: readonly Amount[],
  keyOf: (amount: Amount) => Key | undefined,
): [Key, Rupiah][] {
  const sums = new Map<Key, Rupiah[]>();
  for (const amount of amounts) {
    const key = keyOf(amount);
    if (key !== undefined) sums.set(key, [...(sums.get(key) ?? []), amount.amountIdr]);
  }
  return [...sums].map(([key, parts]) => [key, sumRupiah(parts)]);
}
