import type { CareBearer, Conclusion, Hand, OtherPayer, OtherPayerStatus } from '#law';
import {
  type Row,
  day,
  index,
  instant,
  integer,
  json,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import {
  aliasTable,
  goesAlone,
  goesOnAs,
  type Change,
  type Columns,
  append,
  change,
  category,
  changeOf,
  newRow,
  put,
  readModel,
  seenBy,
  sightTable,
  timelineTable,
} from '#followers';
import type { MergerListEvent } from '#contexts/participants/facts';
import type { RecordedEvent } from '#event-store';
import { type Instant, derivedId, opened, rupiah, sumRupiah } from '#kernel';
import type {
  AccidentEvent,
  AccidentKind,
  AdvancedBy,
  Billing,
  Effect,
  EvidenceKind,
  MedicalCondition,
  Notifier,
  PlaceKind,
  StatedInjury,
} from '../../domain/accident.events.js';
import { type CareStep, CARE_STEPS, furthest } from '../../domain/accident.js';
import { untold } from '../../domain/care-reached.js';
import { nameBearerBy } from '../../domain/deadlines.js';
import type { Authority } from '../../domain/determination.events.js';
import { prevails } from '../../domain/determined.js';
import { type ExpectedStep, type Step, expectedSteps } from '../../domain/next-step.js';

/** Where an accident stands: the situations of the domain. */
export const ACCIDENT_STATUSES = [
  'NOTICE_RECEIVED',
  ...CARE_STEPS,
  'STAGE_II_REPORTED',
  'NOT_WORK_ACCIDENT',
  'NOTICE_WITHDRAWN',
] as const;

export type AccidentStatus = (typeof ACCIDENT_STATUSES)[number];

/** One accident. Personal and health columns are null once the person's key was destroyed. */
export const accidents = table(
  'accidents',
  {
    accidentId: uuid().key(),
    participantId: uuid(),
    kind: text<AccidentKind>(),
    placeKind: text<PlaceKind>(),
    occurredOn: day(),
    occurredAt: text(),
    /** At whose work it happened; null of whoever worked for himself. */
    employerId: uuid().nullable(),
    projectId: uuid().nullable(),
    notifiedBy: text<Notifier>(),
    status: text<AccidentStatus>(),
    evidence: json<readonly EvidenceKind[]>(),
    effect: text<Effect>().nullable(),
    stageOneOn: day().nullable(),
    stageOneLate: yesNo().nullable(),
    concludeBy: day().nullable(),
    conclusion: text<Conclusion>().nullable(),
    concludedOn: day().nullable(),
    concludedLate: yesNo().nullable(),
    conclusionReason: text().nullable(),
    /** The highest authority that determined it, and when; null where none did. */
    determinedBy: text<Authority>().nullable(),
    determinedOn: day().nullable(),
    /** How far its care has got, whatever became of it. */
    careStep: text<CareStep>(),
    /** Facilities that were promised payment, while nobody knew whether it was one. */
    promisedTo: json<readonly string[]>(),
    /** Who was named to bear their care; null where nobody was. */
    careBearer: text<CareBearer>().nullable(),
    /** Facilities that know it. */
    bearerToldTo: json<readonly string[]>(),
    statedOn: day().nullable(),
    finallyStatedOn: day().nullable(),
    stageTwoOn: day().nullable(),
    stageTwoLate: yesNo().nullable(),
    transportIdr: money(),
    /** Who pays for care before JKK, and what it has said so far; null where nobody said. */
    otherPayer: text<OtherPayer>().nullable(),
    otherPayerStatus: text<OtherPayerStatus>().nullable(),
    otherPayerIdr: money().nullable(),
    /** Letters that desks issued themselves, and that no office has answered. */
    provisional: json<readonly { readonly facilityId: string; readonly validUntil: Instant }[]>(),
    billingClosedOn: day().nullable(),
    /** The most urgent step and its deadline; null when nothing is to be done, or there is no deadline in law. */
    nextStep: text<Step>().nullable(),
    dueAt: instant().nullable(),
    contactName: text().nullable(),
    contactPhone: text().nullable(),
    place: text().nullable(),
    chronology: text().nullable(),
    bodyPart: text().nullable(),
    condition: text<MedicalCondition>().nullable(),
    diagnosis: text().nullable(),
    dominantHand: text<Hand>().nullable(),
    injuries: json<readonly StatedInjury[]>().nullable(),
    unableFrom: day().nullable(),
    unableUntil: day().nullable(),
    diedOn: day().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('accidents_by_urgency', [['dueAt', 'infinity'], 'accidentId']),
      index('accidents_by_participant', ['participantId', ['dueAt', 'infinity'], 'accidentId']),
    ],
  },
);

export type AccidentRow = Row<typeof accidents>;

/** The most urgent first; what has no deadline comes last. */
export const BY_URGENCY = ordering(accidents, [['dueAt', 'infinity'], 'accidentId']);

export const LETTER_KINDS = ['REFERRAL', 'GUARANTEE', 'PROVISIONAL'] as const;

type LetterKind = (typeof LETTER_KINDS)[number];

/** Referrals and guarantee letters. */
export const letters = table('letters', {
  accidentId: uuid().key(),
  number: text().key(),
  kind: text<LetterKind>(),
  facilityId: uuid(),
  issuedOn: day(),
  /** Of a provisional one: its end, unless an office confirms it. */
  validUntil: instant().nullable(),
});

/** Stays and courses of treatment, each with its invoice. */
export const care = table(
  'care',
  {
    /** Follows from the three that name an invoice. */
    careId: uuid().key(),
    accidentId: uuid(),
    facilityId: uuid(),
    admittedOn: day(),
    dischargedOn: day(),
    invoiceNumber: text(),
    invoiceIdr: money(),
    billing: text<Billing>(),
    /** Who paid what is claimed back; null where nobody said. */
    paidBy: text<AdvancedBy>().nullable(),
  },
  { indexes: [index('care_by_accident', ['accidentId', 'admittedOn'])] },
);

type CareRow = Row<typeof care>;

/** Which facility sees an accident: the one that gave notice of it, and those that the victim was sent to. */
export const sight = sightTable();

export const timeline = timelineTable();

const columnsOf = changeOf(accidents, 'accidentId');
/** Which ids are one person's. */
const aliases = aliasTable();

const theirMergers = category<MergerListEvent>('merger');

const ownAccidents = category<AccidentEvent>('accident');

/** Where every accident stands, what it waits for and until when, and its story. */
export const accidentReadModel = readModel({
  name: 'accident',
  version: 11,
  own: [ownAccidents],
  also: [theirMergers],
  tables: { aliases, accidents, letters, care, sight, timeline },
  story: [ownAccidents],
  on: {
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
    AccidentNotified: ({ data, revision }) => {
      const row: AccidentRow = {
        ...newRow(accidents, data, { ...opened(data.person), ...opened(data.health) }),
        status: 'NOTICE_RECEIVED',
        evidence: [],
        provisional: [],
        promisedTo: [],
        bearerToldTo: [],
        careStep: 'STAGE_I_REPORTED',
        transportIdr: rupiah(0),
        revision: Number(revision),
      };
      return [
        put(accidents, { ...row, ...urgencyOf(row) }),
        ...seenBy(sight, data.facilityId, data.accidentId),
      ];
    },
    StageOneReported: (event) => [
      accident(event, ({ evidence }) => ({
        status: 'STAGE_I_REPORTED',
        effect: event.data.effect,
        evidence: [...evidence, ...event.data.evidence],
        stageOneOn: event.data.effectiveOn,
        stageOneLate: event.data.late,
        concludeBy: event.data.concludeBy,
      })),
    ],
    AccidentEvidenceReceived: (event) => [
      accident(event, ({ evidence }) => ({ evidence: [...evidence, ...event.data.evidence] })),
    ],
    PlkkReferralIssued: (event) => [
      accident(event, (row) => cared(row, 'REFERRED')),
      letter(event, 'REFERRAL', event.data.referralNumber),
      ...seenBy(sight, event.data.facilityId, event.data.accidentId),
    ],
    GuaranteeLetterIssued: (event) => [
      accident(event, (row) => ({
        ...cared(row, 'GUARANTEED'),
        provisional: without(row.provisional, event.data.facilityId),
        promisedTo: [...row.promisedTo, event.data.facilityId],
      })),
      letter(event, 'GUARANTEE', event.data.guaranteeNumber),
    ],
    ProvisionalGuaranteeIssued: (event) => [
      accident(event, (row) => {
        const { facilityId, validUntil } = event.data;
        return {
          ...cared(row, 'GUARANTEED'),
          promisedTo: [...row.promisedTo, facilityId],
          provisional: [...row.provisional, { facilityId, validUntil }],
        };
      }),
      letter(event, 'PROVISIONAL', event.data.guaranteeNumber, event.data.validUntil),
    ],
    GuaranteeNotConfirmed: (event) => [
      accident(event, ({ provisional }) => ({ provisional: without(provisional, event.data.facilityId) })),
    ],
    CareProvided: (event) => {
      return [
        accident(event, (row) => ({
          ...cared(row, 'IN_CARE'),
          ...(event.data.billing === 'GUARANTEED' && {
            promisedTo: [...row.promisedTo, event.data.facilityId],
          }),
        })),
        put(care, { ...newRow(care, event.data), careId: keyOfCare(event.data) }),
      ];
    },
    DoctorStatementIssued: (event) => {
      const { statedOn, health } = event.data;
      const found = opened(health);
      return [
        accident(event, {
          statedOn,
          finallyStatedOn: found?.condition === 'UNDER_TREATMENT' ? null : statedOn,
          condition: found?.condition ?? null,
          diagnosis: found?.diagnosis ?? null,
          dominantHand: found?.dominantHand ?? null,
          injuries: found?.injuries ?? null,
          unableFrom: found?.unableFrom ?? null,
          unableUntil: found?.unableUntil ?? null,
          diedOn: found?.diedOn ?? null,
        }),
      ];
    },
    AccidentConcluded: (event) => [
      accident(event, ({ status, contactName }) => ({
        status: event.data.conclusion === 'NOT_WORK_ACCIDENT' ? 'NOT_WORK_ACCIDENT' : status,
        conclusion: event.data.conclusion,
        concludedOn: event.data.concludedOn,
        concludedLate: event.data.late,
        // The first shape of this event was not sealed; the notice tells that the person was erased.
        conclusionReason: contactName === null ? null : (opened(event.data.person)?.reason ?? null),
      })),
    ],
    StageTwoReported: (event) => [
      accident(event, ({ transportIdr }) => ({
        status: 'STAGE_II_REPORTED',
        stageTwoOn: event.data.effectiveOn,
        stageTwoLate: event.data.late,
        transportIdr: rupiah(
          transportIdr + sumRupiah(event.data.transport.map(({ amountIdr }) => amountIdr)),
        ),
      })),
    ],
    FatalOutcomeWithdrawn: (event) => [
      accident(event, {
        effect: 'INJURY',
        status: event.data.backTo,
        careStep: event.data.backTo,
        statedOn: null,
        finallyStatedOn: null,
        condition: null,
        diagnosis: null,
        dominantHand: null,
        injuries: null,
        unableFrom: null,
        unableUntil: null,
        diedOn: null,
        stageTwoOn: null,
        stageTwoLate: null,
        transportIdr: rupiah(0),
      }),
    ],
    OtherPayerNamed: (event) => [
      accident(event, {
        otherPayer: event.data.payer,
        otherPayerStatus: event.data.status,
        otherPayerIdr: event.data.amountIdr ?? null,
      }),
    ],
    NoticeCorrected: (event) => [
      accident(event, ({ kind, placeKind, occurredAt }) => ({
        kind: event.data.kind ?? kind,
        placeKind: event.data.placeKind ?? placeKind,
        occurredAt: event.data.occurredAt ?? occurredAt,
      })),
    ],
    NoticeWithdrawn: (event) => [accident(event, { status: 'NOTICE_WITHDRAWN' })],
    CareCorrected: (event) => [
      accident(event, {}),
      change(care, keyOfCare(event.data), (row) => ({ ...row, invoiceIdr: event.data.invoiceIdr })),
    ],
    RelapseReported: (event) => [
      accident(event, ({ careStep }) => ({
        status: careStep,
        finallyStatedOn: null,
        stageTwoOn: null,
        stageTwoLate: null,
      })),
    ],
    DeterminationIssued: (event) => [
      accident(event, (row) => {
        const { by, issuedOn, conclusion, person } = event.data;
        const { determinedBy, determinedOn } = row;
        const before =
          determinedBy && determinedOn ? { by: determinedBy, issuedOn: determinedOn } : undefined;
        if (!prevails({ by, issuedOn }, before)) return {};
        return {
          status: conclusion === 'NOT_WORK_ACCIDENT' ? 'NOT_WORK_ACCIDENT' : reached(row),
          conclusion,
          concludedOn: issuedOn,
          determinedBy: by,
          determinedOn: issuedOn,
          conclusionReason: opened(person)?.reason ?? null,
        };
      }),
    ],
    CareBearerNamed: (event) => [
      accident(event, { careBearer: event.data.bearer, bearerToldTo: event.data.facilityIds }),
    ],
    InvoiceBilledApart: (event) => [accident(event, {})],
    BackDatedNoticeConfirmed: (event) => [accident(event, {})],
    BillingClosed: (event) => [accident(event, { billingClosedOn: event.data.effectiveOn })],
  },
});

/** Changes the accident that the event is about, and with it what is due. */
function accident(event: RecordedEvent<AccidentEvent>, columns: Columns<typeof accidents>): Change {
  return columnsOf(event, (row) => {
    const changed = typeof columns === 'function' ? columns(row) : columns;
    return { ...changed, ...urgencyOf({ ...row, ...changed }) };
  });
}

/** What is to be done about an accident, the most urgent first. */
export function stepsOf(row: AccidentRow): readonly ExpectedStep[] {
  if (row.status === 'NOTICE_WITHDRAWN') return [];
  const ends = row.provisional.map(({ validUntil }) => validUntil).sort();
  const [provisionalUntil = null] = ends;
  const { concludedOn, promisedTo, bearerToldTo } = row;
  const isToName = concludedOn !== null && untold(promisedTo, bearerToldTo).length > 0;
  return expectedSteps({
    ...row,
    stageTwoReported: row.stageTwoOn !== null,
    provisionalUntil,
    nameBearerBy: isToName ? nameBearerBy(concludedOn) : null,
  });
}

function urgencyOf(row: AccidentRow): Pick<AccidentRow, 'nextStep' | 'dueAt'> {
  const [next] = stepsOf(row);
  return { nextStep: next?.step ?? null, dueAt: next?.dueAt ?? null };
}

/** Where one stands that is a work accident after all. */
const reached = ({ stageTwoOn, careStep }: AccidentRow): AccidentStatus =>
  stageTwoOn === null ? careStep : 'STAGE_II_REPORTED';

/** Care has got to a step, or further already. */
const cared = ({ status, careStep }: AccidentRow, step: CareStep) => ({
  status: atLeast(status, step),
  careStep: furthest(careStep, step),
});

/** Steps of care move a status on, and never one that is past care. */
function atLeast(status: AccidentStatus, step: CareStep): AccidentStatus {
  const present = CARE_STEPS.find((known) => known === status);
  return present ? furthest(present, step) : status;
}

function letter(
  {
    data,
  }: RecordedEvent<
    Extract<
      AccidentEvent,
      { type: 'PlkkReferralIssued' | 'GuaranteeLetterIssued' | 'ProvisionalGuaranteeIssued' }
    >
  >,
  kind: LetterKind,
  number: string,
  validUntil: Instant | null = null,
): Change {
  const { accidentId, facilityId, effectiveOn: issuedOn } = data;
  return append(letters, { accidentId, number, kind, facilityId, issuedOn, validUntil });
}

const keyOfCare = (of: Pick<CareRow, 'accidentId' | 'facilityId' | 'invoiceNumber'>): string =>
  derivedId('care', of.accidentId, of.facilityId, of.invoiceNumber);

const without = (provisional: AccidentRow['provisional'], facilityId: string) =>
  provisional.filter((letter) => letter.facilityId !== facilityId);
