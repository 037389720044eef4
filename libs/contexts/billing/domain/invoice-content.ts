import { type LocalDate, type Policy, type Rupiah, daysBetween, rupiah } from '#kernel';
import { jkkExpiry } from '#law';
import type { CareKind, InvoiceHealth, InvoiceLine, RoomClass } from './billing.events.js';
import { type InvoiceFacts, isGuaranteed } from './invoice-facts.js';
import { submissionRefusals } from './submission.refusals.js';

/** What an invoice says, beside who sent it. */
export interface InvoiceContent {
  readonly careKind: CareKind;
  readonly roomClass?: RoomClass;
  readonly interim: boolean;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly totalIdr: Rupiah;
  readonly health: InvoiceHealth;
}

/** What the rules of an invoice look at. */
export interface ContentGrounds extends InvoiceContent {
  readonly facilityId: string;
  readonly accident: InvoiceFacts['accident'];
  readonly plkk: InvoiceFacts['plkk'];
  readonly today: LocalDate;
  /** The day on which it came first; of what was taken back, that on which it comes again. */
  readonly cameOn: LocalDate;
}

const stageOneIsReported: Policy<ContentGrounds> = {
  name: 'stage-one-is-reported',
  check: ({ accident: { situation } }) =>
    situation === 'NOTICE_RECEIVED' ? submissionRefusals.STAGE_ONE_IS_MISSING() : undefined,
};

const isOfJkk: Policy<ContentGrounds> = {
  name: 'is-of-jkk',
  check: ({ accident: { conclusion } }) =>
    conclusion === 'NOT_WORK_ACCIDENT' ? submissionRefusals.NOT_JKK() : undefined,
};

const comesInTime: Policy<ContentGrounds> = {
  name: 'comes-in-time',
  check: ({ accident: { occurredOn }, cameOn }) => {
    const { lastDay } = jkkExpiry(occurredOn);
    return cameOn > lastDay ? submissionRefusals.TOO_LATE_TO_BILL({ lastDay }) : undefined;
  },
};

const stayIsInOrder: Policy<ContentGrounds> = {
  name: 'stay-is-in-order',
  check: ({ accident: { occurredOn }, admittedOn, dischargedOn, today }) => {
    if (admittedOn < occurredOn) return submissionRefusals.STAY_BEFORE_ACCIDENT({ occurredOn });
    return dischargedOn < admittedOn || dischargedOn > today
      ? submissionRefusals.STAY_OUT_OF_ORDER({ today })
      : undefined;
  },
};

/** Of patients in care when an agreement stops BPJS pays until the day that was decided then; what follows is billed apart. */
const endsWithTheAgreement: Policy<ContentGrounds> = {
  name: 'ends-with-the-agreement',
  check: (grounds) => {
    const { careUntil } = grounds.plkk;
    return careUntil !== undefined && grounds.dischargedOn > careUntil && isGuaranteed(grounds, grounds)
      ? submissionRefusals.STAY_AFTER_AGREEMENT({ careUntil })
      : undefined;
  },
};

const linesAreNumbered: Policy<ContentGrounds> = {
  name: 'lines-are-numbered',
  check: ({ health: { lines } }) =>
    lines.every(({ line }, index) => line === index + 1)
      ? undefined
      : submissionRefusals.LINES_NOT_NUMBERED(),
};

const sumsAgree: Policy<ContentGrounds> = {
  name: 'sums-agree',
  check: ({ health: { lines }, totalIdr }) => {
    const wrong = lines.find((one) => one.quantity * one.unitPriceIdr !== one.amountIdr);
    if (wrong) {
      const expectedIdr = rupiah(wrong.quantity * wrong.unitPriceIdr);
      return submissionRefusals.SUMS_DO_NOT_AGREE({ line: wrong.line, expectedIdr });
    }
    const sum = lines.reduce((all, { amountIdr }) => all + amountIdr, 0);
    return sum === totalIdr
      ? undefined
      : submissionRefusals.SUMS_DO_NOT_AGREE({ line: 0, expectedIdr: rupiah(sum) });
  },
};

const servicesAreOfTheStay: Policy<ContentGrounds> = {
  name: 'services-are-of-the-stay',
  check: ({ health: { lines }, admittedOn, dischargedOn }) => {
    const outside = lines.find((one) => one.serviceDate < admittedOn || one.serviceDate > dischargedOn);
    return outside && submissionRefusals.SERVICE_OUTSIDE_STAY({ line: outside.line });
  },
};

const ROOM_KINDS = ['ROOM_DAY', 'ICU_DAY'] as const;

/** A line of days in a room, one after another from its day on. */
export const isRoomDay = ({ kind }: Pick<InvoiceLine, 'kind'>): boolean =>
  ROOM_KINDS.some((one) => one === kind);

/** A day in a room: all lines of rooms together are no more than the nights of the stay, at least one; of a stay that goes on, its days. */
const roomDaysAgree: Policy<ContentGrounds> = {
  name: 'room-days-agree',
  check: ({ health: { lines }, admittedOn, dischargedOn, interim }) => {
    const days = Math.max(1, daysBetween(admittedOn, dischargedOn) + (interim ? 1 : 0));
    return roomDaysOf(lines) > days ? submissionRefusals.ROOM_DAYS_DO_NOT_AGREE({ days }) : undefined;
  },
};

const roomDaysOf = (lines: readonly InvoiceLine[]): number =>
  lines.filter(isRoomDay).reduce((sum, { quantity }) => sum + quantity, 0);

const roomHasAClass: Policy<ContentGrounds> = {
  name: 'room-has-a-class',
  check: ({ careKind, roomClass }) =>
    careKind === 'INPATIENT' && roomClass === undefined ? submissionRefusals.ROOM_CLASS_MISSING() : undefined,
};

/** Kinds of events whose main diagnosis is a disease. */
const OF_DISEASE = ['OCCUPATIONAL_DISEASE', 'SUDDEN_DEATH'] as const;

/** Injuries and their consequences are the chapters S and T of ICD-10, up to T98; external causes V01 to Y98. */
const isInjury = (code: string): boolean => code >= 'S00' && code < 'T99';
const isCause = (code: string): boolean => code >= 'V01' && code < 'Y99';

const diagnosisFits: Policy<ContentGrounds> = {
  name: 'diagnosis-fits',
  check: ({ accident: { kind }, health: { mainDiagnosis, externalCause } }) => {
    if (OF_DISEASE.some((one) => one === kind)) return undefined;
    if (!isInjury(mainDiagnosis)) return submissionRefusals.DIAGNOSIS_NOT_OF_AN_ACCIDENT();
    return externalCause !== undefined && isCause(externalCause)
      ? undefined
      : submissionRefusals.EXTERNAL_CAUSE_MISSING();
  },
};

/** In this order; the first refusal wins. */
export const CONTENT_POLICIES: readonly Policy<ContentGrounds>[] = [
  stageOneIsReported,
  isOfJkk,
  comesInTime,
  stayIsInOrder,
  endsWithTheAgreement,
  linesAreNumbered,
  sumsAgree,
  servicesAreOfTheStay,
  roomHasAClass,
  roomDaysAgree,
  diagnosisFits,
];

/** Whether another payer comes first: in traffic, by the place of the accident or by the cause that the facility names. */
export const isTraffic = (
  { placeKind }: Pick<InvoiceFacts['accident'], 'placeKind'>,
  health: InvoiceHealth | undefined,
): boolean => placeKind === 'TRAFFIC' || (health?.externalCause?.startsWith('V') ?? false);
