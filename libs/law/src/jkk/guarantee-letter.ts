import { type Instant, type LocalDate, type Rupiah, addDays, dateIn } from '#kernel';

/** A promise to a facility that BPJS pays (surat jaminan). */
export interface GuaranteeLetter {
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
  /** One that the desk issued itself: until when, for how much, and since when the office does not stand by it. */
  readonly provisional?: {
    readonly validUntil: Instant;
    readonly atMostIdr: Rupiah;
    readonly notConfirmedFrom?: LocalDate;
  };
}

/** A stay, as far as it says whether BPJS pays the facility for it. */
export interface LetteredStay {
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  /** Where it is said, a letter of the desk that the office does not stand by covers no stay that goes on after that. */
  readonly dischargedOn?: LocalDate;
}

/** A letter counts for a stay that began so many days before it (reference 3.2: 3 x 24 hours). */
const LETTER_AFTER_DAYS = 3;

const isInTime = ({ issuedOn }: GuaranteeLetter, { admittedOn }: LetteredStay): boolean =>
  issuedOn <= addDays(admittedOn, LETTER_AFTER_DAYS);

/** Whether a letter of the desk covers a stay that begins on a day. */
export const coversAdmission = (
  { validUntil, notConfirmedFrom }: NonNullable<GuaranteeLetter['provisional']>,
  admittedOn: LocalDate,
): boolean =>
  admittedOn <= dateIn(validUntil) && (notConfirmedFrom === undefined || admittedOn < notConfirmedFrom);

function isCoveredByDesk(letter: GuaranteeLetter, stay: LetteredStay): boolean {
  const { provisional } = letter;
  if (!provisional || !isInTime(letter, stay) || !coversAdmission(provisional, stay.admittedOn)) return false;
  const { notConfirmedFrom } = provisional;
  return (
    notConfirmedFrom === undefined || stay.dischargedOn === undefined || stay.dischargedOn < notConfirmedFrom
  );
}

/**
 * Letters by which BPJS pays a facility for a stay: of the office by its third day, of the desk for a stay that begins before the
 * letter ends, and whatever letter of the office confirms that one. Those of the office stand first.
 */
export function lettersFor<Letter extends GuaranteeLetter>(
  stay: LetteredStay,
  letters: readonly Letter[],
): readonly Letter[] {
  const ofFacility = letters.filter(({ facilityId }) => facilityId === stay.facilityId);
  const ofDesk = ofFacility.filter((letter) => isCoveredByDesk(letter, stay));
  const ofOffice = ofFacility.filter((letter) => !letter.provisional);
  return [...ofOffice.filter((letter) => ofDesk.length > 0 || isInTime(letter, stay)), ...ofDesk];
}

/**
 * The letter of its desk by which alone BPJS pays a facility for a stay: for its sum, and for the days before the office said no.
 * Undefined where a letter of the office stands, and where none does.
 */
export const deskLetterFor = <Letter extends GuaranteeLetter>(
  stay: LetteredStay,
  letters: readonly Letter[],
): Letter['provisional'] => lettersFor(stay, letters)[0]?.provisional;

/**
 * Whether BPJS pays the facility: a letter covers the stay, and an agreement was in force on the day of the admission. It follows from
 * what is known when it is asked, not from what was known when somebody typed.
 */
export const isGuaranteed = (
  stay: LetteredStay,
  letters: readonly GuaranteeLetter[],
  careUntil: LocalDate | undefined,
): boolean => careUntil !== undefined && lettersFor(stay, letters).length > 0;
