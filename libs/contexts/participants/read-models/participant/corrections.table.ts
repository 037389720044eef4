import type { RecordedEvent } from '#event-store';
import { type Change, change, newRow, put } from '#followers';
import { type EventOf, type LocalDate, type Period, type Rupiah, opened } from '#kernel';
import { type Row, day, index, json, ordering, table, text, uuid, yesNo } from '#postgres';
import type {
  CorrectionEvent,
  CorrectionSubject,
  EvidenceKind,
  LookedUpNik,
  NoCorrectionReason,
  PersonDetails,
} from '../../domain/correction.events.js';
import type { HeirRelation } from '../../domain/participant.events.js';
import type { ReversalEvent, ReversalReason } from '../../domain/reversal.events.js';
import { maskNik } from '../../domain/nik.js';

/** Where a correction stands: asked for, made, or refused. */
export const CORRECTION_STATUSES = ['REQUESTED', 'MADE', 'REFUSED'] as const;

export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

/** Values before or after a correction. */
export interface CorrectedValues extends PersonDetails {
  readonly district?: string;
  readonly nikMasked?: string;
  readonly survivorId?: string;
  readonly incomeBaseIdr?: Rupiah;
  readonly relation?: HeirRelation;
  readonly period?: Period;
  readonly months?: number;
  readonly receipt?: string;
  readonly amountIdr?: Rupiah;
  readonly reversal?: ReversalReason;
  readonly diedOn?: LocalDate;
  readonly childIds?: readonly string[];
}

/** The history of a participant's data: each correction with the value before and the one that holds since. */
export const corrections = table(
  'corrections',
  {
    correctionId: uuid().key(),
    participantId: uuid(),
    status: text<CorrectionStatus>(),
    subjects: json<readonly CorrectionSubject[]>(),
    /** Of whom it is, where it is not of the participant. */
    childId: uuid().nullable(),
    heirId: uuid().nullable(),
    /** The child or the heir was named by mistake, or nobody died. */
    removes: yesNo(),
    evidence: text<EvidenceKind>(),
    /** Null once the participant's key was destroyed, as the values are. */
    evidenceNumber: text().nullable(),
    before: json<CorrectedValues>().nullable(),
    now: json<CorrectedValues>().nullable(),
    requesterId: text(),
    requestedOn: day(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    reason: text<NoCorrectionReason>().nullable(),
  },
  {
    indexes: [
      index('corrections_by_participant', ['participantId', 'requestedOn', 'correctionId']),
      index('corrections_by_status', ['status', 'requestedOn', 'correctionId']),
    ],
  },
);

export type CorrectionRow = Row<typeof corrections>;

/** The longest asked for first. */
export const BY_REQUEST = ordering(corrections, ['requestedOn', 'correctionId']);

type Waiting = CorrectionEvent | ReversalEvent;

type Recorded<Type extends Waiting['type']> = RecordedEvent<EventOf<Waiting, Type>>;

export function requested({ data }: Recorded<'CorrectionRequested'>): Change {
  const person = opened(data.person);
  return put(corrections, {
    ...newRow(corrections, data),
    status: 'REQUESTED' as const,
    evidenceNumber: person?.evidenceNumber ?? null,
    now: person
      ? {
          ...askedFor(person.asked, data.district),
          ...relationOf(data.relation),
          ...(data.survivorId && { survivorId: data.survivorId }),
          ...(data.diedOn && { diedOn: data.diedOn }),
        }
      : null,
    removes: data.removes === true,
    requestedOn: data.effectiveOn,
  });
}

function askedFor(
  { nik, nikId: _nikId, ...details }: PersonDetails & Partial<LookedUpNik>,
  district: string | undefined,
): CorrectedValues {
  return { ...details, ...districtOf(district), ...(nik && { nikMasked: maskNik(nik) }) };
}

/** One person may declare it: it is made at once. */
export function bandChanged({ data }: Recorded<'IncomeBandChanged'>, recordedOn: LocalDate): Change {
  const { from: period, incomeBaseIdr, formerIncomeBaseIdr } = data;
  return put(corrections, {
    ...newRow(corrections, data),
    status: 'MADE' as const,
    subjects: ['INCOME_BAND'],
    removes: false,
    evidenceNumber: opened(data.person)?.evidenceNumber ?? null,
    before: { incomeBaseIdr: formerIncomeBaseIdr },
    now: { period, incomeBaseIdr },
    requestedOn: recordedOn,
    decidedOn: recordedOn,
  });
}

/** What is taken back stands there at once: it is no value that changes. */
export function reversalRequested({ data }: Recorded<'ContributionReversalRequested'>): Change {
  const { period, months, receipt, amountIdr, reason } = data;
  return put(corrections, {
    ...newRow(corrections, { ...data, reason: undefined }),
    status: 'REQUESTED' as const,
    subjects: ['CONTRIBUTION'],
    removes: false,
    evidence: 'BANK_LINE' as const,
    evidenceNumber: data.bankReference,
    before: { period, months, receipt, amountIdr, reversal: reason },
    requestedOn: data.effectiveOn,
  });
}

export function refused({
  data,
}: Recorded<'CorrectionRefused'> | Recorded<'ContributionReversalRefused'>): Change {
  const { correctionId, deciderId, reason, effectiveOn: decidedOn } = data;
  return change(corrections, correctionId, (row) => ({
    ...row,
    status: 'REFUSED' as const,
    deciderId,
    reason,
    decidedOn,
  }));
}

export function corrected({ data }: Recorded<'ParticipantCorrected'>): Change {
  const person = opened(data.person);
  const values = {
    before: person ? { ...person.before, ...districtOf(data.formerDistrict) } : null,
    now: person ? { ...person.now, ...districtOf(data.district) } : null,
  };
  if (data.confirmerId !== undefined) return confirmed(data, data.confirmerId, values);
  return put(corrections, {
    ...newRow(corrections, data),
    ...values,
    status: 'MADE' as const,
    removes: false,
    evidenceNumber: person?.evidenceNumber ?? null,
    requestedOn: data.effectiveOn,
    decidedOn: data.effectiveOn,
  });
}

/** What a second person confirmed stands there already, as it was asked for. */
export function confirmed(
  {
    correctionId,
    effectiveOn: decidedOn,
  }: { readonly correctionId: string; readonly effectiveOn: LocalDate },
  deciderId: string,
  values: Partial<CorrectionRow> = {},
): Change {
  return change(corrections, correctionId, (row) => ({
    ...row,
    ...values,
    status: 'MADE' as const,
    deciderId,
    decidedOn,
  }));
}

const relationOf = (relation: HeirRelation | undefined): CorrectedValues =>
  relation === undefined ? {} : { relation };

/** What was corrected of a child or an heir: a second person has always confirmed it. */
export function familyCorrected({ data }: Recorded<'ChildCorrected' | 'HeirCorrected'>): Change {
  const person = opened(data.person);
  const [relation, formerRelation] =
    'heirId' in data ? [data.relation, data.formerRelation] : [undefined, undefined];
  return confirmed(data, data.confirmerId, {
    before: person ? { ...person.before, ...relationOf(formerRelation) } : null,
    now: person ? { ...person.now, ...relationOf(relation) } : null,
  });
}

const districtOf = (district: string | undefined): CorrectedValues =>
  district === undefined ? {} : { district };
