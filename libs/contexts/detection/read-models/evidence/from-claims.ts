import { type ClaimEvent, cashAndCare } from '#contexts/claims/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { ScholarshipEvidenceSubmitted } from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, change, put } from '#followers';
import {
  type BankAccount,
  type EventOf,
  type Rupiah,
  type WeighedSum,
  ZERO_RUPIAH,
  opened,
  rupiah,
} from '#kernel';
import { PAPERS, plainNumber } from '../../domain/fact.js';
import { type ClaimRow, claims, drop, keep, keepOfClaim, recordedOn, revise } from './evidence.tables.js';

type Of<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;
type OfPayout<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

const keyOf = ({ bank, number }: BankAccount): string => `${plainNumber(bank)}/${plainNumber(number)}`;

/** Of these the number is one paper's; of a card or a book it is the person's. */
const isLookedAt = (kind: string): kind is (typeof PAPERS)[number] => PAPERS.some((paper) => paper === kind);

/** The numbers of papers that were handed in for a claim. */
const papersOf = (event: Of<'ClaimSubmitted' | 'DocumentsReceived'>): readonly Change[] => {
  const { references = [] } = opened(event.data.person) ?? {};
  return event.data.documents.flatMap(({ kind }, place) => {
    const number = references[place];
    if (number === undefined || !isLookedAt(kind)) return [];
    return [
      keepOfClaim(event, 'PAPER', event.data.claimId, ({ claimId, personId, accidentId }) => ({
        id: `${event.id}/${place}`,
        personId,
        key: `${kind}//${plainNumber(number)}`,
        thingId: claimId,
        onDay: recordedOn(event),
        data: { paper: kind, of: 'CLAIM', eventId: accidentId },
      })),
    ];
  });
};

const accountOf = (
  event: RecordedEvent,
  {
    id,
    claimId,
    participantId,
  }: { readonly id: string; readonly claimId: string; readonly participantId: string },
  account: BankAccount,
): Change =>
  keep(event, 'ACCOUNT', {
    id,
    personId: participantId,
    key: keyOf(account),
    thingId: claimId,
    onDay: recordedOn(event),
    data: {},
  });

/** Where whoever claims is paid. */
function namedBy(event: Of<'ClaimSubmitted' | 'ClaimTakenOver'>): readonly Change[] {
  const account = opened(event.data.person)?.account;
  const { claimId } = event.data;
  return account ? [accountOf(event, { ...event.data, id: claimId }, account)] : [];
}

const withdrawn = (claimId: string, isWithdrawn: boolean): Change =>
  revise('CLAIM', claimId, (fact) => ({ ...fact, data: { ...fact.data, isWithdrawn } }));

/** Somebody approved money for a claim. */
const approved = (event: Of<'ClaimApproved' | 'InterimApproved' | 'DifferenceApproved'>): Change => {
  const { claimId, approverId, authority, effectiveOn } = event.data;
  return keepOfClaim(event, 'DECISION', claimId, ({ personId, assessorId, weighed }) => ({
    id: event.id,
    personId,
    key: assessorId,
    actorId: approverId,
    thingId: claimId,
    onDay: effectiveOn,
    // Earlier releases did not say what was weighed: it was what was calculated, or more.
    data: { of: 'CLAIM', level: authority?.level ?? null, weighed: authority?.weighed ?? weighed },
  }));
};

type Assessment = Of<'BenefitCalculated' | 'BenefitDetermined' | 'InterimCalculated' | 'BenefitReassessed'>;

const assessed = (
  { data: { claimId, assessorId, components, totalIdr } }: Assessment,
  approvedIdr: Rupiah = ZERO_RUPIAH,
): Change => {
  // Also what is asked back was approved once: the larger sum counts.
  const { cashIdr, careIdr } = cashAndCare({ components, totalIdr: rupiah(Math.max(totalIdr, approvedIdr)) });
  const weighed: readonly WeighedSum[] = [
    { matter: 'CASH', amountIdr: cashIdr },
    { matter: 'CARE', amountIdr: careIdr },
  ];
  return change(claims, claimId, (row) => ({
    ...row,
    assessorId,
    weighed: weighed.filter(({ amountIdr }) => amountIdr > 0),
  }));
};

/** No claim rests on more employers at a time. */
const MOST_EMPLOYERS = 8;

/** Total permanent disability, as components name it. */
const SEVERE = 'JKK_TOTAL_PERMANENT';

/** Claims, who decided them, and where they are paid. */
export const fromClaims = {
  ClaimSubmitted: (event: Of<'ClaimSubmitted'>) => {
    const { claimId, participantId, accidentId = null, eventDate } = event.data;
    const row: ClaimRow = {
      claimId,
      personId: participantId,
      accidentId,
      assessorId: null,
      weighed: [],
    };
    return [
      put(claims, row),
      keep(event, 'CLAIM', {
        id: claimId,
        personId: participantId,
        key: accidentId,
        onDay: eventDate,
        data: { isWithdrawn: false, isSevere: false },
      }),
      ...namedBy(event),
      ...papersOf(event),
    ];
  },
  ClaimTakenOver: namedBy,
  DocumentsReceived: papersOf,
  HeirsEstablished: (event: Of<'HeirsEstablished'>) => {
    const { claimId, participantId, heirs } = event.data;
    // A guardian is paid for the children of one family.
    return (opened(event.data.person)?.heirs ?? []).flatMap(({ account }, place) => {
      const heir = heirs[place];
      if (!account || !heir || heir.throughGuardian) return [];
      return [accountOf(event, { id: `${claimId}/${heir.heirId}`, claimId, participantId }, account)];
    });
  },
  BenefitCalculated: (event: Of<'BenefitCalculated'>) => {
    const { claimId, participantId, components, eventDate, employers = [] } = event.data;
    const isSevere = components.some(({ code }) => code === SEVERE);
    return [
      assessed(event),
      ...employers.map(({ employerId, eventOn }, place) =>
        keep(event, 'RESTS_ON', {
          id: `${claimId}/${place}`,
          personId: participantId,
          key: employerId,
          thingId: claimId,
          onDay: eventOn,
          data: {},
        }),
      ),
      // What it rested on by an earlier calculation it rests on no more.
      ...Array.from({ length: Math.max(0, MOST_EMPLOYERS - employers.length) }, (_none, place) =>
        drop('RESTS_ON', `${claimId}/${employers.length + place}`),
      ),
      revise('CLAIM', claimId, (fact) => ({
        ...fact,
        onDay: eventDate ?? fact.onDay,
        data: { ...fact.data, isSevere },
      })),
    ];
  },
  BenefitDetermined: (event: Of<'BenefitDetermined'>) => [assessed(event)],
  BenefitReassessed: (event: Of<'BenefitReassessed'>) => {
    const { claimId, eventDate, approvedIdr } = event.data;
    return [
      assessed(event, approvedIdr),
      ...(eventDate ? [revise('CLAIM', claimId, (fact) => ({ ...fact, onDay: eventDate }))] : []),
    ];
  },
  InterimCalculated: (event: Of<'InterimCalculated'>) => {
    const { claimId } = event.data;
    const { unableFrom, unableUntil } = opened(event.data.health) ?? {};
    return [
      assessed(event),
      ...(unableFrom && unableUntil
        ? [
            keepOfClaim(event, 'INCAPACITY', claimId, ({ personId, accidentId }) => ({
              id: event.id,
              personId,
              key: accidentId,
              thingId: claimId,
              onDay: unableFrom,
              data: { until: unableUntil },
            })),
          ]
        : []),
    ];
  },
  ClaimApproved: (event: Of<'ClaimApproved'>) => [approved(event)],
  InterimApproved: (event: Of<'InterimApproved'>) => [approved(event)],
  DifferenceApproved: (event: Of<'DifferenceApproved'>) => [approved(event)],
  ClaimWithdrawn: ({ data: { claimId } }: Of<'ClaimWithdrawn'>) => [withdrawn(claimId, true)],
  ClaimReopened: ({ data: { claimId } }: Of<'ClaimReopened'>) => [withdrawn(claimId, false)],
  PayoutAccountCorrected: (event: OfPayout<'PayoutAccountCorrected'>) => {
    const { payoutId, participantId, correctorId, effectiveOn } = event.data;
    const account = opened(event.data.person)?.account;
    if (!account) return [drop('ACCOUNT_CHANGE', payoutId)];
    return [
      keep(event, 'ACCOUNT_CHANGE', {
        id: payoutId,
        personId: participantId,
        key: keyOf(account),
        actorId: correctorId,
        thingId: payoutId,
        onDay: effectiveOn,
        data: { instructedOn: null, instructedAt: null },
      }),
    ];
  },
  PayoutInstructed: (event: OfPayout<'PayoutInstructed'>) => [
    revise('ACCOUNT_CHANGE', event.data.payoutId, (fact) => ({
      ...fact,
      data: { instructedOn: event.data.instructedOn, instructedAt: String(event.position) },
    })),
  ],
  ScholarshipEvidenceSubmitted: (event: RecordedEvent<ScholarshipEvidenceSubmitted>) => {
    const { scholarshipId, participantId, evidence, effectiveOn } = event.data;
    const { references = [] } = opened(event.data.person) ?? {};
    return evidence.flatMap(({ kind }, place) => {
      const number = references[place];
      if (number === undefined || !isLookedAt(kind)) return [];
      return [
        keep(event, 'PAPER', {
          id: `${event.id}/${place}`,
          personId: participantId,
          key: `${kind}//${plainNumber(number)}`,
          thingId: scholarshipId,
          onDay: effectiveOn,
          data: { paper: kind, of: 'SCHOLARSHIP', eventId: scholarshipId },
        }),
      ];
    });
  },
};
