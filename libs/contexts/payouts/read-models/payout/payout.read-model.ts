import { type Row, day, index, integer, json, ordering, rupiah, table, text, uuid, yesNo } from '#postgres';
import {
  aliasTable,
  goesAlone,
  goesOnAs,
  type Change,
  category,
  changeOf,
  fold,
  newRow,
  put,
  readModel,
  remove,
  timelineTable,
} from '#followers';
import type { MergerListEvent } from '#contexts/participants/facts';
import {
  type ClaimEvent,
  type ClaimTakenOver,
  type DisputeEnded,
  type DisputeReported,
  type HeirDeathRevoked,
  type HeirsEstablished,
  type HeirsWanted,
  type HeirsWantedNoMore,
  type NobodyInherits,
  type STOPPED_NO_MORE,
  disputeSteps,
  stopsPayment,
} from '#contexts/claims/facts';
import type { RecordedEvent } from '#event-store';
import {
  type BankAccount,
  type EventOf,
  type Expecting,
  ZERO_RUPIAH,
  maskAccountNumber,
  opened,
  sumRupiah,
} from '#kernel';
import type { EmployerAccountNamed } from '#contexts/employers/facts';
import type { FacilityRegistered, PlkkAgreementAmended } from '#contexts/providers/facts';
import type {
  PayoutCancelReason,
  PayoutEvent,
  PayoutInstructed,
  PayoutSource,
  MoneyBackReason,
  ReturnReason,
} from '../../domain/payout.events.js';
import type { PayoutStatus } from '../../domain/payout.js';
import { dueAgainBy, dueBy } from '../../domain/payout-steps.js';
import type { CompensationStatus } from './payout.answers.js';

export const payouts = table(
  'payouts',
  {
    payoutId: uuid().key(),
    participantId: uuid(),
    sourceKind: text<PayoutSource['kind']>(),
    sourceId: uuid(),
    payee: text(),
    facilityId: uuid().nullable(),
    employerId: uuid().nullable(),
    heirId: uuid().nullable(),
    componentCodes: json<readonly string[]>(),
    amountIdr: rupiah(),
    /** Only where something was deducted. */
    benefitIdr: rupiah().nullable(),
    deductedIdr: rupiah().nullable(),
    payBy: day().nullable(),
    orderedOn: day(),
    status: text<PayoutStatus>(),
    /** Null for a PLKK or an employer before it is paid, and once the person's key was destroyed. */
    bank: text().nullable(),
    /** The last four digits only: nobody needs the rest to follow a payment. */
    accountMasked: text().nullable(),
    instructionNumber: text().nullable(),
    bankReference: text().nullable(),
    settledOn: day().nullable(),
    /** The day on which the money arrived, as somebody entered it late and nobody has confirmed it. */
    enteredSettledOn: day().nullable(),
    enteredBy: text().nullable(),
    /** What is owed for a delay beside it. */
    daysLate: integer(),
    lateCompensationIdr: rupiah(),
    /** Where it has got to; null where nothing is owed. */
    lateCompensation: text<CompensationStatus>().nullable(),
    /** Why the money came back the last time, and how often it did. */
    returnReason: text<ReturnReason | MoneyBackReason>().nullable(),
    returns: integer(),
    /** What of it came back although it stands, and what the payee keeps though it is not theirs. */
    cameBackIdr: rupiah(),
    keptIdr: rupiah(),
    /** It was for heirs in place of a participant who lives after all. */
    isNotTheirs: yesNo(),
    /** Why nobody makes it any more. */
    cancelReason: text<PayoutCancelReason>().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('payouts_by_urgency', [['payBy', '9999-12-31'], 'payoutId']),
      index('payouts_by_status', ['status', 'payBy', 'payoutId']),
      index('payouts_by_source', ['sourceId', 'payBy', 'payoutId']),
      index('payouts_by_participant', ['participantId', 'payBy', 'payoutId']),
      index('payouts_by_facility', ['facilityId', 'payBy', 'payoutId']),
    ],
  },
);

export type PayoutRow = Row<typeof payouts>;

/** What must be paid first comes first; payments without a last day come last. */
export const BY_URGENCY = ordering(payouts, [['payBy', '9999-12-31'], 'payoutId']);

/** An account in full, for finance: of a person only as long as the bank is still to be told. */
export const accounts = table('accounts', {
  /** The payment of a person, or the facility, or the employer. */
  ownerId: uuid().key(),
  bank: text(),
  number: text(),
  holder: text(),
});

/** Claims about which heirs disagreed after the approval. */
export const disputes = table('disputes', {
  claimId: uuid().key(),
  known: json<Expecting>(),
  /** Nobody is paid before it is over, and before it is known who inherits where it ended otherwise than was approved. */
  isOpen: yesNo(),
  /** The heirs whose shares alone are not paid before; null where nobody is. */
  openFor: json<readonly string[]>().nullable(),
  /** Heirs who died, and whose share nobody takes. */
  givenUp: json<readonly string[]>(),
  /** Who is paid since; null where those are for whom it was approved. */
  named: json<readonly string[]>().nullable(),
});

/** Claims that wait for somebody before whose answer nothing of them is paid. */
export const stops = table('stops', { claimId: uuid().key() });

export const timeline = timelineTable();

const payout = changeOf(payouts, 'payoutId');
/** Which ids are one person's. */
const aliases = aliasTable();

const theirMergers = category<MergerListEvent>('merger');

const ownPayouts = category<PayoutEvent>('payout');

type DisputeEvent =
  | ClaimTakenOver
  | DisputeReported
  | DisputeEnded
  | HeirsEstablished
  | HeirsWanted
  | HeirsWantedNoMore
  | HeirDeathRevoked
  | NobodyInherits;

/** With these it is asked who is paid, of a claim of which nobody had asked. */
const OPENS: readonly DisputeEvent['type'][] = ['DisputeReported', 'HeirsWanted'];

/** As the deadlines of the claim have it: who inherits is recorded of many claims, and matters here where a dispute was. */
function disputed(event: RecordedEvent<DisputeEvent>): Change {
  const { claimId } = event.data;
  return fold(disputes, claimId, (row) => {
    const isOpened = OPENS.includes(event.type) || isAfterDeath(event);
    if (!row && !isOpened) return undefined;
    const known = disputeSteps.evolve(row?.known ?? disputeSteps.initial, event);
    const { expected, openFor = null, givenUp = [], named = null } = known;
    return { claimId, known, isOpen: expected !== undefined, openFor, givenUp, named };
  });
}

/** A participant died for whom the claim was approved: those who inherit are paid. */
const isAfterDeath = (event: DisputeEvent): boolean =>
  event.type === 'HeirsEstablished' && event.data.inPlaceOfParticipant === true;

/** A claim waits, or does so no more. */
type WaitEvent = EventOf<ClaimEvent, 'WaitBegun' | 'PaymentsStopped' | (typeof STOPPED_NO_MORE)[number]>;

const stoppedBy = ({
  data: { claimId, reason },
}: RecordedEvent<EventOf<ClaimEvent, 'WaitBegun' | 'PaymentsStopped'>>) =>
  stopsPayment(reason) ? [put(stops, { claimId })] : [];

const goesOn = ({ data: { claimId } }: RecordedEvent<WaitEvent>) => [remove(stops, claimId)];

/** What ended otherwise leaves that which stops payments. */
const endedBy = (event: RecordedEvent<EventOf<ClaimEvent, 'WaitEnded'>>) =>
  stopsPayment(event.data.reason) ? goesOn(event) : [];

/** Where every payment stands, its story, and to which account it goes while the bank is still to be told. */
export const payoutReadModel = readModel({
  name: 'payout',
  version: 23,
  own: [ownPayouts],
  also: [
    theirMergers,
    category<FacilityRegistered | PlkkAgreementAmended>('facility'),
    category<EmployerAccountNamed>('employer'),
    category<DisputeEvent | WaitEvent>('claim'),
  ],
  tables: { aliases, payouts, accounts, disputes, stops, timeline },
  story: [ownPayouts],
  on: {
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
    PayoutOrdered: ({ data, revision }) => [
      put(payouts, {
        ...newRow(payouts, data),
        payBy: dueBy(data) ?? null,
        sourceKind: data.source.kind,
        sourceId: data.source.id,
        orderedOn: data.effectiveOn,
        status: 'ORDERED',
        ...accountColumns(opened(data.person)?.account),
        returns: 0,
        cameBackIdr: ZERO_RUPIAH,
        keptIdr: ZERO_RUPIAH,
        isNotTheirs: false,
        daysLate: 0,
        lateCompensationIdr: ZERO_RUPIAH,
        revision: Number(revision),
      }),
      keepAccount(data.payoutId, opened(data.person)?.account),
    ],
    // Nobody needs the account of a person any more once the bank was told.
    PayoutInstructed: (event) => [
      remove(accounts, event.data.payoutId),
      payout(event, {
        status: 'INSTRUCTED',
        instructionNumber: event.data.instructionNumber,
        bankReference: null,
        ...accountOfBody(event.data),
      }),
    ],
    PayoutAccepted: (event) => [
      payout(event, { status: 'ACCEPTED', bankReference: event.data.bankReference }),
    ],
    PayoutSettled: (event) => [
      payout(event, {
        status: 'SETTLED',
        settledOn: event.data.settledOn,
        enteredSettledOn: null,
        enteredBy: null,
      }),
    ],
    LateSettlementEntered: (event) => [
      payout(event, { enteredSettledOn: event.data.settledOn, enteredBy: event.data.entererId }),
    ],
    LateSettlementRefused: (event) => [payout(event, { enteredSettledOn: null, enteredBy: null })],
    PayoutReturned: (event) => [
      payout(event, ({ returns }) => ({
        status: 'RETURNED',
        enteredSettledOn: null,
        enteredBy: null,
        bankReference: event.data.bankReference,
        returnReason: event.data.reason,
        returns: returns + 1,
      })),
    ],
    SettledPayoutReturned: (event) => [
      payout(event, ({ returns }) => ({
        status: 'RETURNED',
        settledOn: null,
        payBy: dueAgainBy(event.data.returnedOn),
        bankReference: event.data.bankReference,
        returnReason: event.data.reason,
        returns: returns + 1,
        // Nobody has anything of it any more.
        keptIdr: ZERO_RUPIAH,
      })),
    ],
    PayoutPartReturned: (event) => [
      payout(event, (row) => ({
        cameBackIdr: sumRupiah([row.cameBackIdr, event.data.amountIdr]),
        keptIdr: sumRupiah([row.keptIdr, event.data.keptIdr ?? ZERO_RUPIAH]),
      })),
    ],
    PayoutAccountCorrected: (event) => [
      keepAccount(event.data.payoutId, opened(event.data.person)?.account),
      payout(event, {
        status: 'ACCOUNT_CORRECTED',
        instructionNumber: null,
        bankReference: null,
        ...accountColumns(opened(event.data.person)?.account),
      }),
    ],
    PayoutAccountConfirmed: (event) => [payout(event, { status: 'ORDERED' })],
    PayoutCancelled: (event) => [
      remove(accounts, event.data.payoutId),
      payout(event, { status: 'CANCELLED', cancelReason: event.data.reason }),
    ],
    // Unless it had arrived it is given up in the same append.
    PayoutRedirected: (event) => [
      payout(event, (row) => ({
        keptIdr: sumRupiah([row.keptIdr, event.data.keptIdr ?? ZERO_RUPIAH]),
      })),
    ],
    PayeeDied: (event) => [payout(event, {})],
    PayeeLives: (event) => [payout(event, {})],
    PaymentNotTheirs: (event) => [payout(event, { isNotTheirs: event.data.isRevoked ?? true })],
    PaymentNotDue: (event) => [payout(event, {})],
    NotDuePassedOn: (event) => [payout(event, {})],
    PaymentAskedBack: (event) => [
      payout(event, ({ keptIdr }) => ({ keptIdr: sumRupiah([keptIdr, event.data.amountIdr]) })),
    ],
    LateCompensationFound: (event) => [
      payout(event, {
        daysLate: event.data.daysLate,
        lateCompensationIdr: event.data.amountIdr,
        lateCompensation: 'FOUND',
      }),
    ],
    // It waits still, for another person.
    LateCompensationEndorsed: 'passed over',
    LateCompensationApproved: (event) => [
      payout(event, { lateCompensation: 'APPROVED', lateCompensationIdr: event.data.amountIdr }),
    ],
    LateCompensationDenied: (event) => [payout(event, { lateCompensation: 'DENIED' })],
    FacilityRegistered: ({ data }) => [keepAccount(data.facilityId, data.account)],
    PlkkAgreementAmended: ({ data: { facilityId, account } }) =>
      account ? [keepAccount(facilityId, account)] : [],
    EmployerAccountNamed: ({ data }) => [keepAccount(data.employerId, data.account)],
    DisputeReported: (event) => [disputed(event)],
    DisputeEnded: (event) => [disputed(event)],
    HeirsEstablished: (event) => [disputed(event)],
    HeirsWanted: (event) => [disputed(event)],
    HeirsWantedNoMore: (event) => [disputed(event)],
    ClaimTakenOver: (event) => [disputed(event)],
    HeirDeathRevoked: (event) => [disputed(event)],
    NobodyInherits: (event) => [disputed(event)],
    WaitBegun: stoppedBy,
    WaitEnded: endedBy,
    PaymentsStopped: stoppedBy,
    PaymentsResumed: goesOn,
    ClaimDenied: goesOn,
    ClaimWithdrawn: goesOn,
    ClaimCancelled: goesOn,
  },
});

function accountOfBody({ facilityAccount, employerAccount }: PayoutInstructed['data']) {
  const account = facilityAccount ?? employerAccount;
  return account && accountColumns(account);
}

/** Undefined for the payment of a PLKK or an employer, whose account is its own, and once the person's key was destroyed. */
function keepAccount(ownerId: string, account: BankAccount | undefined): Change {
  if (!account) return remove(accounts, ownerId);
  const { bank, number, holder } = account;
  return put(accounts, { ownerId, bank, number, holder });
}

/** An erased person's account is unknown, whatever was known before. */
function accountColumns(account: BankAccount | undefined): Pick<PayoutRow, 'bank' | 'accountMasked'> {
  return account
    ? { bank: account.bank, accountMasked: maskAccountNumber(account.number) }
    : { bank: null, accountMasked: null };
}
