import type { Conclusion, Hand, OtherPayerAnswer, Outcome, TransportReceipts } from '#law';
import {
  type Actor,
  type LocalDate,
  type Reading,
  type Rupiah,
  opened,
  rupiah,
  seesAll,
  sumRupiah,
} from '#kernel';
import type { AccidentKind, AdvancedBy, Effect, EvidenceKind, PlaceKind } from './accident.events.js';
import type { MedicalCondition, StatedInjury } from './statement.events.js';
import { type Earlier, daysUnable, injuriesOf } from './corrected.js';
import type { Authority } from './determination.events.js';
import { isInvoice } from './invoice-name.js';
import { type CareUntilAt, coveredLater } from './letters.js';
import { accidents, facilitiesOf, knownAccident, requireAccidentInSight } from './accident.js';
import type {
  CareEpisode,
  Known,
  NoticeReceived,
  NoticeWithdrawn,
  StageTwoReported,
  Stated,
  Statement,
} from './accident-state.js';

/** An invoice or receipt for care. Facility and number together name it: no facility may record a number twice. */
export interface CareInvoice {
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  readonly paidBy?: AdvancedBy;
}

/** What a decision about a claim rests on, as the log knows it now. */
export interface AccidentFacts {
  readonly accidentId: string;
  readonly participantId: string;
  readonly kind: AccidentKind;
  readonly situation: Known['situation'] | NoticeWithdrawn['situation'];
  /** Chooses the law. */
  readonly occurredOn: LocalDate;
  /** At whose work it happened; absent of whoever worked for himself. */
  readonly employerId?: string;
  /** On which construction project it happened, if on one. */
  readonly projectId?: string;
  readonly stageOne?: { readonly reportedOn: LocalDate; readonly late: boolean; readonly effect: Effect };
  readonly stageTwo?: { readonly reportedOn: LocalDate; readonly late: boolean };
  readonly stageTwoReported: boolean;
  readonly evidence: readonly EvidenceKind[];
  /** Absent until it is concluded, or determined, whether this was a work accident. */
  readonly conclusion?: Conclusion;
  readonly concludedOn?: LocalDate;
  /** Who determined it, where not BPJS concluded it. */
  readonly determinedBy?: Authority;
  /** By the newest doctor's statement; what follows is empty until there is one. */
  readonly condition?: MedicalCondition;
  /** How it ended, in the terms of the law; absent while under treatment. */
  readonly outcome?: Outcome;
  readonly statedOn?: LocalDate;
  readonly diedOn?: LocalDate;
  readonly dominantHand?: Hand;
  readonly injuries: readonly StatedInjury[];
  /** Days of temporary incapacity (STMB), the first and the last included. */
  readonly incapacityDays: number;
  /** Receipts of transport, added up by mode. */
  readonly transport: TransportReceipts;
  /** Of these what the employer paid first. */
  readonly transportByEmployer: TransportReceipts;
  /** Whether the employer kept paying the wage; absent where nobody said. */
  readonly wageContinued?: boolean;
  readonly placeKind: PlaceKind;
  /** Who pays for care before JKK, as far as somebody said. */
  readonly otherPayer?: OtherPayerAnswer;
  /** Invoices that BPJS pays to PLKKs with a guarantee letter. */
  readonly care: readonly CareInvoice[];
  /** What was approved of invoices that are paid apart from the claim; absent where nothing was. */
  readonly approvedApartIdr?: Rupiah;
  /** Care that the patient paid for and claims back. */
  readonly reimbursements: readonly CareInvoice[];
  /** What is known of the victim's health was erased, and nothing new of it can be recorded. */
  readonly healthErased: boolean;
  /** The notice was entered late, and no second person has confirmed it. */
  readonly isUnconfirmed: boolean;
  /** No invoice is taken any more: this claim was approved with those that are there. */
  readonly billingClosed?: { readonly claimId: string; readonly closedOn: LocalDate };
}

/**
 * Reads the facts of an accident from the log, not from a read model: a decision must not rest on something older.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export async function accidentFacts(
  read: Reading,
  accidentId: string,
  careUntilAt: CareUntilAt,
): Promise<AccidentFacts> {
  const state = await read.state(accidents, accidentId);
  if (state.situation === 'NOTICE_WITHDRAWN') return ofNoAccident(state);
  const known = knownAccident(state);
  const later = await coveredLater(read, accidentId, careUntilAt);
  return later.length === 0 ? factsOf(known) : factsOf(guaranteedNow(known, later));
}

/** The same accident, where invoices are for whom they are by what is known now. */
function guaranteedNow(known: Known, later: Awaited<ReturnType<typeof coveredLater>>): Known {
  if (known.situation === 'NOTICE_RECEIVED') return known;
  const isCovered = (one: CareEpisode) => later.some(isInvoice(one));
  const care = known.care.map((one) => (isCovered(one) ? { ...one, billing: 'GUARANTEED' as const } : one));
  return { ...known, care };
}

/**
 * A facility hands in claims for the accidents of its own patients.
 * @throws Rejection `ACCIDENT_NOT_FOUND` to a facility that has nothing to do with it, or when it is somebody else's
 */
export async function accidentInSight(
  read: Reading,
  { accidentId, victimIds }: { readonly accidentId: string; readonly victimIds: readonly string[] },
  actor: Actor,
): Promise<void> {
  if (seesAll(actor)) return;
  const accident = await read.state(accidents, accidentId);
  const isTheirs = accident.situation !== 'UNKNOWN' && victimIds.includes(accident.participantId);
  requireAccidentInSight(isTheirs ? accident : accidents.initial, actor);
}

/** The facilities that see an accident; none of one that nobody has given notice of. */
export async function facilitiesOfAccident(
  read: Reading,
  accidentId: string,
): Promise<readonly (string | undefined)[]> {
  return facilitiesOf(await read.state(accidents, accidentId));
}

/** What a notice and what was said beside it tell, however far the accident has got. */
function toldOf(known: Known): Omit<AccidentFacts, keyof typeof NOTHING_MORE> {
  const { accidentId, participantId, kind, situation, occurredOn, employerId, projectId, evidence } = known;
  return {
    accidentId,
    participantId,
    kind,
    situation,
    occurredOn,
    ...(employerId && { employerId }),
    ...(projectId && { projectId }),
    evidence,
    isUnconfirmed: known.backDatedBy !== undefined,
    healthErased: known.healthErased ?? false,
    placeKind: known.placeKind,
    ...(known.otherPayer && { otherPayer: known.otherPayer }),
    ...(known.approvedApart && {
      approvedApartIdr: sumRupiah(known.approvedApart.map(({ approvedIdr }) => approvedIdr)),
    }),
  };
}

function factsOf(known: Known): AccidentFacts {
  const notified = { ...toldOf(known), ...NOTHING_MORE };
  if (known.situation === 'NOTICE_RECEIVED') return notified;
  const { reportedOn, late, effect } = known.stageOne;
  const care = careByBearer(known);
  return {
    ...notified,
    stageOne: { reportedOn, late, effect },
    ...known.conclusion,
    ...(known.determination && { determinedBy: known.determination.by }),
    ...(known.statement && findingsOf(known.statement, known.earlier)),
    ...(known.situation === 'STAGE_II_REPORTED' && ofStageTwo(known)),
    care: care.filter(({ billing }) => billing === 'GUARANTEED'),
    reimbursements: care.filter(({ billing }) => billing === 'REIMBURSEMENT'),
    ...(known.billingClosed && { billingClosed: known.billingClosed }),
  };
}

const ofStageTwo = ({ stageTwo, transport, wageContinued }: StageTwoReported) => ({
  stageTwo,
  stageTwoReported: true,
  transport: transportByMode(transport),
  transportByEmployer: transportByMode(transport.filter(({ paidBy }) => paidBy === 'EMPLOYER')),
  ...(wageContinued !== undefined && { wageContinued }),
});

/**
 * Care by who bears it. What somebody else was named to bear while it was no work accident is not paid to the facility once it is one
 * after all: whoever bore it is repaid; an insurer asks for it by an invoice with its lines.
 */
function careByBearer({ care, careBearer, conclusion, employerId }: Exclude<Known, NoticeReceived>) {
  if (!careBearer || conclusion?.conclusion !== 'WORK_ACCIDENT') return care;
  const { bearer, namedOn } = careBearer;
  return care.flatMap((episode): CareEpisode[] => {
    if (episode.billing !== 'GUARANTEED' || episode.admittedOn > namedOn) return [episode];
    if (bearer === 'PARTICIPANT') return [{ ...episode, billing: 'REIMBURSEMENT' }];
    if (bearer !== 'EMPLOYER' || employerId === undefined) return [];
    return [{ ...episode, billing: 'REIMBURSEMENT', paidBy: 'EMPLOYER' }];
  });
}

const NOTHING_MORE = {
  stageTwoReported: false,
  injuries: [],
  incapacityDays: 0,
  transport: {},
  transportByEmployer: {},
  care: [],
  reimbursements: [],
} as const;

const OUTCOMES: Readonly<Record<MedicalCondition, Outcome | undefined>> = {
  HEALED: 'HEALED',
  PARTIAL_FUNCTIONAL: 'PARTIAL',
  PARTIAL_ANATOMIC: 'PARTIAL',
  TOTAL_PERMANENT: 'TOTAL_PERMANENT',
  DEAD: 'DEATH',
  UNDER_TREATMENT: undefined,
};

/** Of an erased statement only the day is left. What was stated before the injury came back counts beside it. */
function findingsOf(statement: Statement, earlier: Earlier | undefined) {
  const stated = opened<Stated>(statement);
  if (!stated) return { statedOn: statement.statedOn };
  const { unableFrom, unableUntil, ...findings } = stated;
  const injuries = injuriesOf(findings.injuries, earlier);
  const outcome = OUTCOMES[findings.condition];
  return {
    ...findings,
    injuries: outcome === 'HEALED' || outcome === 'PARTIAL' ? injuries : findings.injuries,
    outcome: outcome === 'HEALED' && injuries.length > 0 ? ('PARTIAL' as const) : outcome,
    incapacityDays: (earlier?.incapacityDays ?? 0) + daysUnable({ unableFrom, unableUntil }),
  };
}

/** Of a notice that was taken back: it is no accident, and whoever claimed for it is told so. */
const ofNoAccident = ({ facilityId: _desk, ...known }: NoticeWithdrawn): AccidentFacts => ({
  ...known,
  evidence: [],
  isUnconfirmed: false,
  healthErased: false,
  conclusion: 'NOT_WORK_ACCIDENT',
  ...NOTHING_MORE,
});

function transportByMode(receipts: StageTwoReported['transport']): TransportReceipts {
  const sums: { -readonly [Mode in keyof TransportReceipts]: Rupiah } = {};
  for (const { mode, amountIdr } of receipts) sums[mode] = rupiah((sums[mode] ?? 0) + amountIdr);
  return sums;
}
