import {
  type AuthorityLevel,
  type LocalDate,
  type Period,
  NAME_TITLES,
  type WeighedSum,
  wordsOfName,
} from '#kernel';
import type { Segment } from '#law';

/** What rules look at, taken from the log. `key` is what several have in common; it may be personal and never leaves the read model. */
interface FactOf<Kind extends string, Data extends object> {
  readonly kind: Kind;
  readonly id: string;
  /** Whose it is: of one who was registered twice the id under which they go on, by the mergers that are known now. */
  readonly personId: string | null;
  /** Under which id of theirs it was recorded: a merger, and its undoing, leave it as it is. */
  readonly recordedId: string | null;
  readonly key: string | null;
  /** Who did it: subject of a token; of a registration on a list the sponsor. */
  readonly actorId: string | null;
  /** The claim, accident, payment or right that it belongs to. */
  readonly thingId: string | null;
  readonly onDay: LocalDate;
  /** Its place in the log. */
  readonly position: string;
  readonly data: Data;
}

/** Somebody was registered or joined an employer. Key: name and birth date, of the registration of a person. Actor: see `REGISTRARS`. */
export type RegistrationFact = FactOf<
  'REGISTRATION',
  {
    readonly segment: Segment;
    readonly recordedOn: LocalDate;
    readonly diedOn: LocalDate | null;
    readonly diedAt: string | null;
    /** They go on as somebody else. */
    readonly isMerged: boolean;
    /** What the key is made of, so that a correction of one part makes a new one. */
    readonly name: string | null;
    readonly birthDate: LocalDate | null;
  }
>;

/** Somebody died. */
export type DeathFact = FactOf<'DEATH', object>;

/** Contributions of a BPU came. */
export type PaymentFact = FactOf<'PAYMENT', { readonly period: Period; readonly months: number }>;

/** What was entered some days after the day from which it counts: `onDay`. */
export type LateEntryFact = FactOf<
  'LATE_ENTRY',
  { readonly what: 'REGISTRATION' | 'PAYMENT' | 'NOTICE'; readonly recordedOn: LocalDate }
>;

/** A claim rests on an employer; `onDay` is the day of its event. Key: the employer. Thing: the claim. */
export type RestsOnFact = FactOf<'RESTS_ON', object>;

/** Contributions of an employer were entered some days after the money came: `onDay`. Key: the employer. */
export type LateDuesFact = FactOf<'LATE_DUES', { readonly recordedOn: LocalDate }>;

/** A bill with a diagnosis was accepted. Key: the province and the first three signs of the diagnosis. Thing: the accident. */
export type BillFact = FactOf<'BILL', { readonly facilityId: string; readonly acceptedIdr: number }>;

/** A claim; `onDay` is the day of its event. Key: its accident. */
export type ClaimFact = FactOf<
  'CLAIM',
  {
    readonly isWithdrawn: boolean;
    /** Total permanent disability was calculated. */
    readonly isSevere: boolean;
  }
>;

/** A claim names an account of a person. Key: the account. Thing: the claim. */
export type AccountFact = FactOf<'ACCOUNT', object>;

/** The account of a payment was changed. Key: the new one. Thing: the payment. Actor: who changed it. */
export type AccountChangeFact = FactOf<
  'ACCOUNT_CHANGE',
  { readonly instructedOn: LocalDate | null; readonly instructedAt: string | null }
>;

export const PAPERS = ['DEATH_CERTIFICATE', 'POLICE_LETTER', 'SCHOOL_LETTER', 'INVOICE'] as const;

/** A paper with a number. Key: kind, issuer and number. Thing: the claim, accident or right that it was handed in for. */
export type PaperFact = FactOf<
  'PAPER',
  {
    readonly paper: (typeof PAPERS)[number];
    readonly of: 'CLAIM' | 'ACCIDENT' | 'SCHOLARSHIP';
    /** What happened, where the thing tells: the accident, or the right of a child. */
    readonly eventId: string | null;
  }
>;

/** The wage of a member in a month. Key: the employer. Thing: the membership. */
export type WageFact = FactOf<'WAGE', { readonly period: Period; readonly wageIdr: number }>;

/** A bill for care; `onDay` is the day of admission. Key: the facility. Thing: the accident. */
export type StayFact = FactOf<
  'STAY',
  {
    readonly until: LocalDate;
    readonly number: string;
    readonly amountIdr: number;
    /** Undefined where the bill does not say: then it is one from a night on. */
    readonly isInpatient?: boolean;
    /** Somebody else paid it and is repaid. */
    readonly isReceipt: boolean;
    readonly billedOn: LocalDate;
  }
>;

/** An accident; `onDay` is its day. */
export type AccidentFact = FactOf<'ACCIDENT', object>;

/** Somebody approved something. Actor: who did. Key: who assessed it. Thing: the claim or invoice. */
export type DecisionFact = FactOf<
  'DECISION',
  {
    readonly of: 'CLAIM' | 'INVOICE';
    readonly level: AuthorityLevel | null;
    /** What the limits were compared with. */
    readonly weighed: readonly WeighedSum[];
  }
>;

/** Somebody had health fields of a person opened. Actor: who. */
export type OpeningFact = FactOf<'OPENING', object>;

/** A step of a claim of the person is somebody's. Actor: whose. Thing: the claim. */
export type AssignmentFact = FactOf<'ASSIGNMENT', { readonly releasedOn: LocalDate | null }>;

/** A child was granted a scholarship. Key: its name and birth date. Thing: the right. */
export type RightFact = FactOf<
  'RIGHT',
  {
    readonly childId: string;
    /** What the key is made of, so that a correction of one part makes a new one. */
    readonly name: string | null;
    readonly birthDate: LocalDate | null;
  }
>;

/** The days of rest that a doctor's statement names. Thing: the accident. */
export type RestFact = FactOf<'REST', { readonly days: number }>;

/** Days of incapacity that were calculated between; `onDay` is the first. Thing: the claim. Key: the accident. */
export type IncapacityFact = FactOf<'INCAPACITY', { readonly until: LocalDate }>;

/** Beds that an agreement names. Key: the facility. */
export type BedsFact = FactOf<'BEDS', { readonly beds: number; readonly until: LocalDate }>;

export type Fact =
  | RegistrationFact
  | DeathFact
  | PaymentFact
  | LateEntryFact
  | LateDuesFact
  | RestsOnFact
  | BillFact
  | ClaimFact
  | AccountFact
  | AccountChangeFact
  | PaperFact
  | WageFact
  | StayFact
  | AccidentFact
  | DecisionFact
  | OpeningFact
  | AssignmentFact
  | RightFact
  | RestFact
  | IncapacityFact
  | BedsFact;

export type FactKind = Fact['kind'];

export type FactIn<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>;

/** Those of one kind, in the order in which they are given. */
export const only = <Kind extends FactKind>(facts: readonly Fact[], kind: Kind): readonly FactIn<Kind>[] =>
  facts.filter((fact): fact is FactIn<Kind> => fact.kind === kind);

/** No threshold asks for less: what is entered sooner is not kept. */
export const LEAST_DAYS_LATE = 3;

/** By whom somebody was registered: on the list of a sponsor, or by an officer. */
export const REGISTRARS = {
  sponsor: (id: string): string => `sponsor/${id}`,
  officer: (id: string): string => `officer/${id}`,
} as const;

/** Degrees that stand in a name on some papers and not on others, beside the titles that the kernel knows (reference 7, FD-05). */
const DEGREES: ReadonlySet<string> = new Set(
  'DRG ST SE SH SP SKM SPD SAG SSOS SKOM MM MT MH MSI MPD MKES'.split(' '),
);

/** What the names of one person have in common however they are written: words in capitals, letters only, without titles, sorted. */
export const sortedName = (name: string): string =>
  wordsOfName(name.replaceAll(/\p{N}/gu, ' '))
    .filter((word) => !NAME_TITLES.has(word) && !DEGREES.has(word))
    .toSorted()
    .join(' ');

/** Null where nothing is left of the name, or it is not known. */
export function personKey(
  name: string | null | undefined,
  birthDate: LocalDate | null | undefined,
): string | null {
  const sorted = name ? sortedName(name) : '';
  return sorted !== '' && birthDate ? `${sorted}/${birthDate}` : null;
}

/** A number of a paper or an account, however it was written. */
export const plainNumber = (number: string): string =>
  number
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
