import type { RecordedEvent } from '#event-store';
import { type Change, change, fold, newRow, put } from '#followers';
import { type EventOf, type LocalDate, type Rupiah, type SignedByTwo, addPeriods, periodOf } from '#kernel';
import {
  type Row,
  day,
  index,
  integer,
  json,
  month,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import type { ContributionPaid } from '../../domain/contribution.events.js';
import type { ParticipantRegistered, SelfEmploymentRegistered } from '../../domain/participant.events.js';
import type { RemovalReason, RosterEvent } from '../../domain/roster.events.js';
import type {
  Basis,
  EarlyEndReason,
  SponsorEvent,
  SponsorKind,
  SponsorProposalMade,
  SponsorProposed,
} from '../../domain/sponsor.events.js';
import { listings } from './listing.tables.js';
import { participants } from './participant.tables.js';

/** A body that pays for workers. */
export const sponsors = table(
  'sponsors',
  {
    sponsorId: uuid().key(),
    kind: text<SponsorKind>(),
    name: text(),
    district: text(),
    registeredOn: day(),
    agreements: integer(),
    /** What waits for its second signature. */
    proposals: json<readonly ShownProposal[]>(),
    revision: integer(),
  },
  { indexes: [index('sponsors_by_name', ['name', 'sponsorId'])] },
);

export const BY_SPONSOR_NAME = ordering(sponsors, ['name', 'sponsorId']);

/** A promise to pay. */
export const agreements = table(
  'agreements',
  {
    agreementId: uuid().key(),
    sponsorId: uuid(),
    basis: text<Basis>().nullable(),
    reference: text(),
    governmentPaid: yesNo(),
    validFrom: day(),
    /** With its extensions; the last day of one that ended early. */
    validUntil: day(),
    endedEarly: text<EarlyEndReason>().nullable(),
    quota: integer().nullable(),
    monthlyIdr: money().nullable(),
    extensions: integer(),
    /** Who recorded it late, while nobody else has confirmed it. */
    backDatedBy: text().nullable(),
  },
  { indexes: [index('agreements_by_sponsor', ['sponsorId', 'validFrom', 'agreementId'])] },
);

export type AgreementRow = Row<typeof agreements>;

/** Who is, or was, carried under an agreement, and for which months. */
export const roster = table(
  'roster',
  {
    agreementId: uuid().key(),
    participantId: uuid().key(),
    sponsorId: uuid(),
    /** The first month that was paid for; until then that of the registration. */
    fromMonth: month(),
    isPaid: yesNo(),
    /** The last month, once they left. */
    lastMonth: month().nullable(),
    reason: text<RemovalReason>().nullable(),
    toAgreementId: uuid().nullable(),
  },
  { indexes: [index('roster_by_participant', ['participantId'])] },
);

export const BY_MEMBER = ordering(roster, ['participantId']);

/** An agreement or an addendum that waits, as it is shown. */
export interface ShownProposal {
  readonly proposalId: string;
  readonly agreementId: string;
  readonly kind: SponsorProposed['kind'];
  readonly reference: string;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate;
  readonly quota: number | null;
  readonly monthlyIdr: Rupiah | null;
  readonly proposedOn: LocalDate;
  readonly proposerId: string;
  readonly office: string;
}

function proposalOf({ proposed, effectiveOn, ...paper }: SponsorProposalMade['data']): ShownProposal {
  const { proposalId, agreementId, reference, proposerId, office } = paper;
  const { kind, validUntil, quota = null, monthlyIdr = null } = proposed;
  const validFrom = proposed.kind === 'AGREEMENT' ? proposed.validFrom : null;
  const limits = { validFrom, validUntil, quota, monthlyIdr };
  return { proposalId, agreementId, kind, reference, ...limits, proposedOn: effectiveOn, proposerId, office };
}

/** What was signed by two, or refused, waits no more. */
const without =
  ({ proposalId }: SignedByTwo) =>
  ({ proposals }: Row<typeof sponsors>) => ({
    proposals: proposals.filter((one) => one.proposalId !== proposalId),
  });

type Told<Type extends SponsorEvent['type']> = RecordedEvent<EventOf<SponsorEvent, Type>>;
type Carried<Type extends RosterEvent['type']> = RecordedEvent<EventOf<RosterEvent, Type>>;

const sponsor = (
  { data, revision }: RecordedEvent<SponsorEvent>,
  to: (row: Row<typeof sponsors>) => Partial<Row<typeof sponsors>> = () => ({}),
): Change => change(sponsors, data.sponsorId, (row) => ({ ...row, ...to(row), revision: Number(revision) }));

/** What follows from what sponsors promise. */
export const onSponsorEvents = {
  SponsorRegistered: ({ data, revision }: Told<'SponsorRegistered'>): readonly Change[] => [
    put(sponsors, {
      ...newRow(sponsors, data),
      registeredOn: data.effectiveOn,
      agreements: 0,
      proposals: [],
      revision: Number(revision),
    }),
  ],
  SponsorProposalMade: (event: Told<'SponsorProposalMade'>): readonly Change[] => [
    sponsor(event, ({ proposals }) => ({ proposals: [...proposals, proposalOf(event.data)] })),
  ],
  SponsorProposalRefused: (event: Told<'SponsorProposalRefused'>): readonly Change[] => [
    sponsor(event, without(event.data)),
  ],
  SponsorProposalLapsed: (event: Told<'SponsorProposalLapsed'>): readonly Change[] => [
    sponsor(event, without(event.data)),
  ],
  SponsorAgreementSigned: (event: Told<'SponsorAgreementSigned'>): readonly Change[] => [
    put(agreements, { ...newRow(agreements, event.data), endedEarly: null, extensions: 0 }),
    sponsor(event, (row) => ({ ...without(event.data)(row), agreements: row.agreements + 1 })),
  ],
  BackDatedAgreementConfirmed: (event: Told<'BackDatedAgreementConfirmed'>): readonly Change[] => [
    change(agreements, event.data.agreementId, (row) => ({ ...row, backDatedBy: null })),
    sponsor(event),
  ],
  SponsorAgreementExtended: (event: Told<'SponsorAgreementExtended'>): readonly Change[] => {
    const { agreementId, validUntil, quota, monthlyIdr } = event.data;
    return [
      change(agreements, agreementId, (row) => ({
        ...row,
        validUntil,
        quota: quota ?? row.quota,
        monthlyIdr: monthlyIdr ?? row.monthlyIdr,
        extensions: row.extensions + 1,
      })),
      sponsor(event, without(event.data)),
    ];
  },
  SponsorAgreementEndedEarly: (event: Told<'SponsorAgreementEndedEarly'>): readonly Change[] => {
    const { agreementId, effectiveOn: validUntil, reason: endedEarly } = event.data;
    return [change(agreements, agreementId, (row) => ({ ...row, validUntil, endedEarly })), sponsor(event)];
  },
  SponsorPlacesGivenBack: ({ data }: Carried<'SponsorPlacesGivenBack'>): readonly Change[] =>
    // Whoever was registered under it, or paid for before, is shown all the same.
    data.participantIds.map((participantId) =>
      fold(roster, { agreementId: data.agreementId, participantId }, (row) =>
        row?.isPaid ? row : undefined,
      ),
    ),
  SponsorMembersAdded: ({ data }: Carried<'SponsorMembersAdded'>): readonly Change[] => {
    const { agreementId, sponsorId, payer, way, from: fromMonth, members } = data;
    return members.flatMap(({ participantId }) => [
      fold(roster, { agreementId, participantId }, (row) => {
        if (row?.lastMonth === null) return row;
        // Who comes back before a month has passed was there all the time.
        if (row && fromMonth <= addPeriods(row.lastMonth, 1)) return { ...row, ...STAYING };
        return { ...NEWLY, agreementId, participantId, sponsorId, fromMonth };
      }),
      ...(way === 'TRANSFER' ? paidBy(participantId, { payer, sponsorId, agreementId }) : []),
    ]);
  },
  SponsorMembersRemoved: ({ data }: Carried<'SponsorMembersRemoved'>): readonly Change[] => {
    const { agreementId, sponsorId, participantIds, last: lastMonth, reason, toAgreementId = null } = data;
    return participantIds.flatMap((participantId) => [
      fold(roster, { agreementId, participantId }, (row) => ({
        ...(row ?? { ...NEWLY, agreementId, participantId, sponsorId, fromMonth: lastMonth }),
        lastMonth,
        reason,
        toAgreementId,
      })),
      ...(toAgreementId === null ? paidBy(participantId, ALONE, agreementId) : []),
    ]);
  },
};

const STAYING = { lastMonth: null, reason: null, toAgreementId: null } as const;

const NEWLY = { ...STAYING, isPaid: false } as const;

const ALONE = { payer: 'SELF', sponsorId: null, agreementId: null } as const;

/** Who pays for somebody from now on. @param instead only where this agreement paid before */
function paidBy(
  participantId: string,
  payer: Pick<Row<typeof participants>, 'payer' | 'sponsorId' | 'agreementId'>,
  instead?: string,
): readonly Change[] {
  const isMeant = (row: { readonly agreementId: string | null }) =>
    instead === undefined || row.agreementId === instead;
  const { agreementId } = payer;
  return [
    fold(participants, participantId, (row) => row && (isMeant(row) ? { ...row, ...payer } : row)),
    fold(listings, participantId, (row) => row && (isMeant(row) ? { ...row, agreementId } : row)),
  ];
}

/** Whoever registers under an agreement is carried by it. */
export function carriedFromRegistration({
  data: { participantId, agreementId, sponsorId, effectiveOn },
}: RecordedEvent<ParticipantRegistered | SelfEmploymentRegistered>): readonly Change[] {
  if (agreementId === undefined || sponsorId === undefined) return [];
  const fromMonth = periodOf(effectiveOn);
  return [
    fold(roster, { agreementId, participantId }, (row) =>
      row?.lastMonth === null ? row : { ...NEWLY, agreementId, participantId, sponsorId, fromMonth },
    ),
  ];
}

/** Whoever is paid for under an agreement is carried by it, from the first month that is paid. */
export function carriedFromPayment({
  data: { participantId, agreementId, sponsorId, period },
}: RecordedEvent<ContributionPaid>): readonly Change[] {
  if (agreementId === undefined || sponsorId === undefined) return [];
  return [
    fold(roster, { agreementId, participantId }, (row) => {
      if (!row) return { ...NEWLY, agreementId, participantId, sponsorId, fromMonth: period, isPaid: true };
      return row.isPaid ? row : { ...row, fromMonth: period, isPaid: true };
    }),
  ];
}
