import { type AccidentKind, type PlaceKind, accidentFacts } from '#contexts/accidents/facts';
import { idsOfPerson, isSamePerson } from '#contexts/participants/facts';
import type { LocalDate, Reading, Rupiah } from '#kernel';
import type { Hand, Injury, OtherPayerAnswer, Outcome, TransportReceipts } from '#law';
import type { ApprovedInvoice } from '../../domain/decision.events.js';
import { begunBefore, dockets, isBegun } from '../../domain/docket.js';
import { type PaidToFacility, billingOfClaims } from '../../domain/late-invoices.js';
import { approvedAsJkm } from '../paid-for-death.js';
import { type ParticipantForClaim, participantForClaim } from '../participant.js';
import { type DisabilityPaid, disabilityOfClaim, disabilityPaid } from './disability-paid.js';

/** What a decision about a JKK claim needs to know of the accident. */
export interface AccidentForClaim {
  readonly accidentId: string;
  readonly participantId: string;
  readonly occurredOn: LocalDate;
  /** For an occupational disease the day above is that of the diagnosis. */
  readonly kind?: AccidentKind;
  readonly placeKind?: PlaceKind;
  /** Who pays for care before JKK, as far as somebody said. */
  readonly otherPayer?: OtherPayerAnswer;
  /** At whose work it happened; absent of whoever worked for himself. */
  readonly employerId?: string;
  /** On which construction project it happened, if on one. */
  readonly projectId?: string;
  /** Stage I was reported after its time. */
  readonly stageOne?: { readonly late: boolean };
  /** Whether the employer kept paying the wage; absent where nobody said. */
  readonly wageContinued?: boolean;
  readonly conclusion?: 'WORK_ACCIDENT' | 'NOT_WORK_ACCIDENT';
  /** What doctors stated was erased, and no statement can be recorded any more. */
  readonly healthErased?: boolean;
  /** The notice was entered late, and no second person has confirmed it. */
  readonly isUnconfirmed?: boolean;
  /** Stage II was reported: the accident side of the claim is complete. */
  readonly stageTwoReported: boolean;
  /** How it ended, by the doctor's final statement. */
  readonly outcome?: Outcome;
  readonly dominantHand?: Hand;
  readonly injuries: readonly Injury[];
  readonly incapacityDays: number;
  /** Costs shown by receipts, added up by mode. */
  readonly transport: TransportReceipts;
  /** Of these what the employer paid first; absent where nothing. */
  readonly transportByEmployer?: TransportReceipts;
  /** What was approved of invoices that are paid apart from the claim; absent where nothing was. */
  readonly approvedApartIdr?: Rupiah;
  /** Invoices of PLKKs, which are paid to them. */
  readonly care: readonly CareCost[];
  /** Care at other facilities that was paid for and is claimed back. */
  readonly reimbursements: readonly CareCost[];
}

export interface CareCost {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  /** Who paid what is claimed back; the participant where nobody says. */
  readonly paidBy?: 'PARTICIPANT' | 'EMPLOYER';
}

/** Everything a JKK claim's decisions are made on, beside the claim itself. */
export interface JkkFacts {
  readonly participant: ParticipantForClaim;
  readonly accident: AccidentForClaim;
  /** What JKM was approved for the death, before it was found to come from an accident; absent where nothing. */
  readonly paidAsJkm?: Rupiah;
  readonly paidBefore: DisabilityPaid;
  /** What the claim was approved to pay facilities, and for which invoices; absent until it is, or where earlier releases named none. */
  readonly approvedCare?: ApprovedCare;
}

export interface ApprovedCare {
  readonly invoices: readonly ApprovedInvoice[];
  readonly toFacilities: readonly PaidToFacility[];
}

/**
 * Reads them from the log, for the claim of an accident.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `ACCIDENT_NOT_FOUND`, `PROJECT_NOT_FOUND`
 */
export async function jkkFacts(
  read: Reading,
  participantId: string,
  accidentId: string,
  claimId: string,
): Promise<JkkFacts> {
  const accidentNow = async () => {
    const accident = await accidentFacts(read, accidentId);
    // An accident of the same person is theirs, under whichever id notice of it was given.
    const isTheirs = await isSamePerson(read, accident.participantId, participantId);
    return isTheirs ? { ...accident, participantId } : accident;
  };
  const participant = await participantForClaim(read, participantId, async () => {
    const { occurredOn: day, employerId, projectId } = await accidentNow();
    return { day, restsOn: employerId === undefined ? 'OWN_WORK' : { employerId }, projectId };
  });
  const ids = await idsOfPerson(read, participantId);
  const paidAsJkm = await approvedAsJkm(read, participantId);
  const [queue = [], ...others] = await Promise.all(ids.map((id) => read.state(dockets, id)));
  const { approval } = await read.state(billingOfClaims, claimId);
  const { reopened = 0 } = await read.state(disabilityOfClaim, claimId);
  const turns = isBegun(claimId, reopened, queue) ? queue : queue.filter((one) => one !== claimId);
  const before = await Promise.all(
    begunBefore(claimId, turns, ...others).map(async (earlier) => {
      const disability = await read.state(disabilityOfClaim, earlier);
      const isBegunNow = [queue, ...others].some((one) => isBegun(earlier, disability.reopened ?? 0, one));
      // One that was opened again stands behind this one, once its approval is begun again.
      return disability.decided !== undefined || isBegunNow ? [disability] : [];
    }),
  );
  return {
    participant,
    accident: await accidentNow(),
    ...(paidAsJkm > 0 && { paidAsJkm }),
    paidBefore: disabilityPaid(before.flat()),
    ...(approval?.invoices && {
      approvedCare: { invoices: approval.invoices, toFacilities: approval.toFacilities },
    }),
  };
}
