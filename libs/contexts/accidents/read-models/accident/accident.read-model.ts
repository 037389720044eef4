import type { RecordedEvent } from '#event-store';
import { opened, rupiah, sumRupiah } from '#kernel';
import { type Change, append, category, change, put, readModel } from '#followers';
import type { AccidentEvent } from '../../domain/accident.events.js';
import { CARE_STEPS, type CareStep, furthest } from '../../domain/accident.js';
import {
  type AccidentRow,
  type AccidentStatus,
  accidents,
  care,
  letters,
  stepsOf,
  timeline,
} from './accident.tables.js';

const ownAccidents = category<AccidentEvent>('accident');

/** Where every accident stands, what it waits for and until when, and its story. */
export const accidentReadModel = readModel({
  name: 'accident',
  version: 2,
  own: [ownAccidents],
  tables: { accidents, letters, care, timeline },
  story: [ownAccidents],
  on: {
    AccidentNotified: ({ data, revision }) => {
      const { person, health, effectiveOn: _occurredOn, ...told } = data;
      const contact = opened(person);
      const injury = opened(health);
      const row: AccidentRow = {
        ...told,
        status: 'NOTICE_RECEIVED',
        ...NOTHING_YET,
        contactName: contact?.contactName ?? null,
        contactPhone: contact?.contactPhone ?? null,
        place: contact?.place ?? null,
        chronology: injury?.chronology ?? null,
        bodyPart: injury?.bodyPart ?? null,
        revision: Number(revision),
      };
      return [put(accidents, { ...row, ...urgencyOf(row) })];
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
      accident(event, ({ status }) => ({ status: atLeast(status, 'REFERRED') })),
      letter(event, 'REFERRAL', event.data.referralNumber),
    ],
    GuaranteeLetterIssued: (event) => [
      accident(event, ({ status }) => ({ status: atLeast(status, 'GUARANTEED') })),
      letter(event, 'GUARANTEE', event.data.guaranteeNumber),
    ],
    CareProvided: (event) => {
      const { accidentId, facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr, billing } =
        event.data;
      const invoice = { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr, billing };
      return [
        accident(event, ({ status }) => ({ status: atLeast(status, 'IN_CARE') })),
        append(care, { eventId: event.id, accidentId, ...invoice }),
      ];
    },
    DoctorStatementIssued: (event) => {
      const { statedOn, health } = event.data;
      const found = opened(health);
      return [
        accident(event, () => ({
          statedOn,
          finallyStatedOn: found?.condition === 'UNDER_TREATMENT' ? null : statedOn,
          condition: found?.condition ?? null,
          diagnosis: found?.diagnosis ?? null,
          dominantHand: found?.dominantHand ?? null,
          injuries: found?.injuries ?? null,
          unableFrom: found?.unableFrom ?? null,
          unableUntil: found?.unableUntil ?? null,
          diedOn: found?.diedOn ?? null,
        })),
      ];
    },
    AccidentConcluded: (event) => [
      accident(event, ({ status }) => ({
        status: event.data.conclusion === 'NOT_WORK_ACCIDENT' ? 'NOT_WORK_ACCIDENT' : status,
        conclusion: event.data.conclusion,
        concludedOn: event.data.concludedOn,
        concludedLate: event.data.late,
        conclusionReason: event.data.reason,
      })),
    ],
    StageTwoReported: (event) => [
      accident(event, () => ({
        status: 'STAGE_II_REPORTED',
        stageTwoOn: event.data.effectiveOn,
        stageTwoLate: event.data.late,
        transportIdr: sumRupiah(event.data.transport.map(({ amountIdr }) => amountIdr)),
      })),
    ],
    BillingClosed: (event) => [accident(event, () => ({ billingClosedOn: event.data.effectiveOn }))],
  },
});

/** What only later events say. */
const NOTHING_YET = {
  evidence: [],
  effect: null,
  stageOneOn: null,
  stageOneLate: null,
  concludeBy: null,
  conclusion: null,
  concludedOn: null,
  concludedLate: null,
  conclusionReason: null,
  statedOn: null,
  finallyStatedOn: null,
  stageTwoOn: null,
  stageTwoLate: null,
  transportIdr: rupiah(0),
  billingClosedOn: null,
  nextStep: null,
  dueAt: null,
  condition: null,
  diagnosis: null,
  dominantHand: null,
  injuries: null,
  unableFrom: null,
  unableUntil: null,
  diedOn: null,
} satisfies Partial<AccidentRow>;

/** Changes the accident that the event is about, and with it what is due. */
function accident(
  { data, revision }: RecordedEvent<AccidentEvent>,
  columns: (row: AccidentRow) => Partial<AccidentRow>,
): Change {
  return change(accidents, data.accidentId, (row) => {
    const changed = { ...row, ...columns(row), revision: Number(revision) };
    return { ...changed, ...urgencyOf(changed) };
  });
}

function urgencyOf(row: AccidentRow): Pick<AccidentRow, 'nextStep' | 'dueAt'> {
  const [next] = stepsOf(row);
  return { nextStep: next?.step ?? null, dueAt: next?.dueAt ?? null };
}

/** Steps of care move a status on, and never one that is past care. */
function atLeast(status: AccidentStatus, step: CareStep): AccidentStatus {
  const present = CARE_STEPS.find((known) => known === status);
  return present ? furthest(present, step) : status;
}

function letter(
  { data }: RecordedEvent<Extract<AccidentEvent, { type: 'PlkkReferralIssued' | 'GuaranteeLetterIssued' }>>,
  kind: 'REFERRAL' | 'GUARANTEE',
  number: string,
): Change {
  const { accidentId, facilityId, effectiveOn: issuedOn } = data;
  return append(letters, { accidentId, number, kind, facilityId, issuedOn });
}
