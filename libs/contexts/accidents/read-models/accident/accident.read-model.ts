import {
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
} from '#followers';
import type { MergerListEvent } from '#contexts/participants/facts';
import type { RecordedEvent } from '#event-store';
import { type Instant, derivedId, opened, rupiah, totalOf } from '#kernel';
import type { AccidentEvent } from '../../domain/accident.events.js';
import { type CareStep, CARE_STEPS, furthest } from '../../domain/accident.js';
import { untold } from '../../domain/care-reached.js';
import { nameBearerBy } from '../../domain/deadlines.js';
import { prevails } from '../../domain/determined.js';
import { type ExpectedStep, expectedSteps } from '../../domain/next-step.js';
import {
  type AccidentRow,
  type AccidentStatus,
  type CareRow,
  type LetterKind,
  accidents,
  aliases,
  care,
  letters,
  sight,
  timeline,
} from './accident.tables.js';

const columnsOf = changeOf(accidents, 'accidentId');

const theirMergers = category<MergerListEvent>('merger');

const ownAccidents = category<AccidentEvent>('accident');

/** Where every accident stands, what it waits for and until when, and its story. */
export const accidentReadModel = readModel({
  name: 'accident',
  version: 12,
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
        put(care, {
          ...newRow(care, event.data),
          careId: keyOfCare(event.data),
          mayRepeat: event.data.mayRepeat ?? [],
        }),
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
        transportIdr: rupiah(transportIdr + totalOf(event.data.transport)),
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
    InvoiceGivenUpApart: (event) => [accident(event, {})],
    InvoiceApprovedApart: (event) => [accident(event, {})],
    BackDatedNoticeConfirmed: (event) => [accident(event, {})],
    InterestNoted: (event) => [accident(event, {})],
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
