import { json, ordering, table, text, uuid, yesNo } from '#postgres';
import {
  aliasTable,
  goesAlone,
  goesOnAs,
  type Change,
  type Columns,
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
import type { PayoutEvent, PayoutInstructed } from '../../domain/payout.events.js';
import { payoutSteps } from '../../domain/payout-steps.js';
import { type PayoutRow, payouts } from './payouts.table.js';
import { dueAfter, standstillOf, stood, waiting } from './standstill.js';

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

const changed = changeOf(payouts, 'payoutId');

type OfPayout = RecordedEvent<PayoutEvent>;

/** With each event of a payment its last day may be another. */
const payout = (event: OfPayout, columns: Columns<typeof payouts> = {}): Change =>
  changed(event, (row) => ({
    ...(typeof columns === 'function' ? columns(row) : columns),
    ...dueAfter(payoutSteps.evolve(row.known, event)),
  }));

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

/** Something of a claim is to be paid. */
type ApprovingEvent = EventOf<ClaimEvent, 'ClaimApproved' | 'DifferenceApproved' | 'InterimApproved'>;

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
  version: 24,
  own: [ownPayouts],
  also: [
    theirMergers,
    category<FacilityRegistered | PlkkAgreementAmended>('facility'),
    category<EmployerAccountNamed>('employer'),
    category<DisputeEvent | WaitEvent | ApprovingEvent>('claim'),
  ],
  tables: { aliases, standstillOf, payouts, accounts, disputes, stops, timeline },
  story: [ownPayouts],
  on: {
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
    PayoutOrdered: (event) => {
      const { data, revision } = event;
      return [
        put(payouts, {
          ...newRow(payouts, data),
          ...dueAfter(payoutSteps.evolve(payoutSteps.initial, event)),
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
        ...waiting(data),
      ];
    },
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
    DisputeReported: (event) => [disputed(event), ...stood(event)],
    DisputeEnded: (event) => [disputed(event), ...stood(event)],
    HeirsEstablished: (event) => [disputed(event), ...stood(event)],
    HeirsWanted: (event) => [disputed(event), ...stood(event)],
    HeirsWantedNoMore: (event) => [disputed(event), ...stood(event)],
    ClaimTakenOver: (event) => [disputed(event), ...stood(event)],
    HeirDeathRevoked: (event) => [disputed(event), ...stood(event)],
    NobodyInherits: (event) => [disputed(event)],
    WaitBegun: (event) => [...stoppedBy(event), ...stood(event)],
    WaitEnded: (event) => [...endedBy(event), ...stood(event)],
    PaymentsStopped: (event) => [...stoppedBy(event), ...stood(event)],
    PaymentsResumed: (event) => [...goesOn(event), ...stood(event)],
    ClaimApproved: stood,
    DifferenceApproved: stood,
    InterimApproved: stood,
    ClaimDenied: (event) => [...goesOn(event), ...stood(event)],
    ClaimWithdrawn: (event) => [...goesOn(event), ...stood(event)],
    ClaimCancelled: (event) => [...goesOn(event), ...stood(event)],
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
