import { type LocalDate, type Rupiah, rupiah, ZERO_RUPIAH } from '#kernel';
import { invalid } from '../kernel/input-error.js';
import { inForce } from '../kernel/rule.js';
import { JASA_RAHARJA } from './jasa-raharja.rules.js';

/** Who pays for care before JKK does: Jasa Raharja in traffic, the insurance of the country abroad. */
export const OTHER_PAYERS = ['JASA_RAHARJA', 'LOCAL_INSURANCE'] as const;
export type OtherPayer = (typeof OTHER_PAYERS)[number];

/** Insurers that pay for care while it is no work accident. */
export const INSURERS = ['BPJS_KESEHATAN', 'OTHER_INSURER'] as const;
export type Insurer = (typeof INSURERS)[number];

/** Who bears care that JKK does not (PP 49/2023 Art. 25A). */
export const CARE_BEARERS = ['BPJS_KESEHATAN', 'PARTICIPANT', 'OTHER_INSURER', 'EMPLOYER'] as const;
export type CareBearer = (typeof CARE_BEARERS)[number];

/** What the other payer has said so far. */
export const OTHER_PAYER_STATUSES = ['ASKED', 'GUARANTEED', 'PAID', 'REFUSED', 'NOT_COVERED'] as const;
export type OtherPayerStatus = (typeof OTHER_PAYER_STATUSES)[number];

/** One other payer of a bill, as an invoice names it. */
export interface OtherPayerAnswer {
  readonly code: OtherPayer;
  readonly status: OtherPayerStatus;
  /** What it guaranteed or paid, rupiah. */
  readonly amountIdr?: Rupiah;
  /** Jasa Raharja: the accident was one of an aircraft. */
  readonly byAir?: boolean;
}

export interface OtherPayerFacts {
  /** What others paid for the care, rupiah, by payer. */
  readonly otherPayerPaid?: Readonly<Partial<Record<OtherPayer, Rupiah>>>;
  /** Where no more than an answer is known. */
  readonly otherPayer?: OtherPayerAnswer;
}

/**
 * What of a bill another payer bears: what it guaranteed or paid; while it is only asked, provisionally as much as
 * it bears at most; nothing once it refused or does not cover the case.
 * @throws Rejection MISSING_FIELD, CONTRADICTION
 */
export function borneByOther(answer: OtherPayerAnswer, total: Rupiah, on: LocalDate): Rupiah {
  const { code, status, amountIdr } = answer;
  const refused = status === 'REFUSED' || status === 'NOT_COVERED';
  if (refused && (amountIdr ?? 0) > 0) {
    throw invalid('CONTRADICTION', `${code} ${status} bears no amount`);
  }
  if (refused) return ZERO_RUPIAH;
  if (amountIdr !== undefined) return amountIdr;
  if (status !== 'ASKED' || code !== 'JASA_RAHARJA') {
    throw invalid('MISSING_FIELD', `otherPayer.amountIdr is needed for ${code} ${status}`);
  }
  // Without a bill nobody asks how it happened.
  if (total === 0) return ZERO_RUPIAH;
  const { care, careByAir = care } = inForce(JASA_RAHARJA, on).value;
  return rupiah(Math.min(answer.byAir ? careByAir : care, total));
}

/**
 * What of care that is billed beside a claim another payer bears: what the claim pays has been lessened first, and never more than is
 * billed.
 * @throws Rejection as `borneByOther`
 */
export function borneBeside(
  answer: OtherPayerAnswer,
  { ofClaim, here }: { readonly ofClaim: Rupiah; readonly here: Rupiah },
  on: LocalDate,
): Rupiah {
  const borne = borneByOther(answer, rupiah(ofClaim + here), on);
  return rupiah(Math.min(here, Math.max(0, borne - ofClaim)));
}

/** What each other payer bears of the whole cost of care. @throws Rejection as `borneByOther` */
export function othersOf(
  { otherPayerPaid, otherPayer }: OtherPayerFacts,
  total: Rupiah,
  on: LocalDate,
): Readonly<Partial<Record<OtherPayer, Rupiah>>> | undefined {
  if (otherPayer === undefined) return otherPayerPaid;
  if (otherPayerPaid?.[otherPayer.code] !== undefined) {
    throw invalid('CONTRADICTION', `${otherPayer.code} is named in otherPayer and in otherPayerPaid`);
  }
  return { ...otherPayerPaid, [otherPayer.code]: borneByOther(otherPayer, total, on) };
}
