import {
  type CommandContext,
  type LocalDate,
  Rejection,
  type Rupiah,
  addMonths,
  rupiah,
  sumRupiah,
} from '#kernel';
import { borneBeside } from '#law';
import type { BillingEvent } from './billing.events.js';
import type { BillingState } from './billing.js';
import { acceptedNow } from './invoice.js';
import { decidedCareOf, keptOf, paidByClaimForOthers } from './care-due.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { creditRefusals } from './credit.refusals.js';

export interface RecordRecourseInput {
  readonly accidentId: string;
  /** Number of the letter to the other payer. */
  readonly reference: string;
}

/** Jasa Raharja is asked within so many months of the accident: its own limit (reference 3.11). */
const JASA_RAHARJA_ASKED_WITHIN_MONTHS = 6;

/**
 * Records that another payer bears what BPJS has paid (piutang regres), by what it says now: by invoices that are paid here, and by the
 * approved claim of the accident. Its collection is not done here.
 * @throws Rejection `NOTHING_TO_RECOVER`
 */
export function recordRecourse(
  { accidentId, reference }: RecordRecourseInput,
  state: BillingState,
  { today, actor }: CommandContext,
  { accident, participantId }: InvoiceFacts,
): readonly BillingEvent[] {
  const { otherPayer, occurredOn } = accident;
  const amountIdr = recoverableOf(state, accident);
  if (!otherPayer || amountIdr <= 0) throw new Rejection(creditRefusals.NOTHING_TO_RECOVER());
  return [
    {
      type: 'RecourseRecorded',
      data: {
        accidentId,
        participantId: state.participantId ?? participantId,
        payer: otherPayer.code,
        amountIdr,
        reference,
        ...(otherPayer.code === 'JASA_RAHARJA' && { askBy: askByOf(occurredOn) }),
        deciderId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}

const askByOf = (occurredOn: LocalDate): LocalDate => addMonths(occurredOn, JASA_RAHARJA_ASKED_WITHIN_MONTHS);

/** What others bear of accepted care, and BPJS has paid all the same, here or by the claim. */
function recoverableOf(state: BillingState, accident: InvoiceFacts['accident']): Rupiah {
  const paidForOthers = paidHereForOthers(state, accident) + paidByClaimForOthers(state, accident);
  return rupiah(Math.max(0, paidForOthers - state.recourseIdr));
}

function paidHereForOthers(
  state: BillingState,
  { otherPayer, occurredOn, care }: InvoiceFacts['accident'],
): number {
  if (!otherPayer) return 0;
  const decided = decidedCareOf(state);
  const ofClaim = sumRupiah(care.map(({ invoiceIdr }) => invoiceIdr));
  const here = sumRupiah(decided.map(acceptedNow));
  const borne = borneBeside(otherPayer, { ofClaim, here }, occurredOn);
  return Math.max(0, sumRupiah(decided.map(keptOf)) + borne - here);
}
