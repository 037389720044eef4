import { type BankAccount, type LocalDate, addYears } from '#kernel';
import type { Relation } from '#law';
import type { HeirStanding, Sharing } from './heirs.events.js';

/** An heir as somebody records them. */
export interface HeirInput {
  readonly relation: Relation;
  readonly standing: HeirStanding;
  readonly name: string;
  /** Tells two of one name apart. */
  readonly nik?: string;
  readonly birthDate?: LocalDate;
  readonly parts?: number;
  readonly account?: BankAccount;
  readonly guardian?: { readonly name: string; readonly letter: string };
  readonly letter?: string;
  /** Of whoever has died; the certificate of it is their letter. */
  readonly diedOn?: LocalDate;
}

/** Who can inherit: whoever has died before it is recorded is not counted, neither in rank nor in shares (E-23). */
export const livingOf = (heirs: readonly HeirInput[]): readonly HeirInput[] =>
  heirs.filter(({ standing }) => standing !== 'DIED');

export interface EstablishHeirsInput {
  readonly claimId: string;
  readonly sharing: Sharing;
  /** The heir certificate, or the ruling of a court: its number, or where it lies in the archive. */
  readonly certificate: string;
  /** What shows how they share, where it is not equally. */
  readonly agreement?: string;
  /** Whether a will among them is a notarial deed. */
  readonly notarialWill?: boolean;
  /** The heir who died, whose share they take; where one alone has died it need not be said. */
  readonly inPlaceOfId?: string;
  readonly heirs: readonly HeirInput[];
}

/** Who comes of age on this day is none any more (Art. 330 of the civil code says 21; UU 23/2002 on children says 18, which holds here). */
const ADULT_AT = 18;

/** Whose relation does not say that they are of age: their day of birth does. */
const MAY_BE_MINORS: readonly Relation[] = ['CHILD', 'GRANDCHILD', 'SIBLING', 'NAMED_IN_WILL'];

/** Of whom nobody can say whether they are of age. */
export const isOfUnknownAge = ({ relation, birthDate }: Pick<HeirInput, 'relation' | 'birthDate'>): boolean =>
  birthDate === undefined && MAY_BE_MINORS.includes(relation);

/** Whether somebody is paid through a guardian. */
export const isMinor = ({ birthDate }: Pick<HeirInput, 'birthDate'>, today: LocalDate): boolean =>
  birthDate !== undefined && addYears(birthDate, ADULT_AT) > today;
