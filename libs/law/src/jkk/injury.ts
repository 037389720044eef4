export const HANDS = ['RIGHT', 'LEFT'] as const;
export type Hand = (typeof HANDS)[number];

/** ANATOMIC: the part is gone. FUNCTIONAL: it is there but works less. OTHER: rows a to o of the table. */
export const INJURY_KINDS = ['ANATOMIC', 'FUNCTIONAL', 'OTHER'] as const;
export type InjuryKind = (typeof INJURY_KINDS)[number];

/** One item of the disability table as the doctor states it (Formulir 3b KK3). Percentages are 0 to 100. */
export interface Injury {
  /** Item code of the table: `TELUNJUK_TANGAN`. */
  readonly item: string;
  /** Of arms, hands and fingers. */
  readonly side?: Hand;
  /** What the part lost of its function; 100 unless FUNCTIONAL. */
  readonly functionLossPct?: number;
  readonly kind?: InjuryKind;
  /** Steps of 10 dB or 10 % for the rows that count by them; auricles lost. 1 unless given. */
  readonly units?: number;
  /** The doctor's percentage where the row gives a range (KULIT_KEPALA). */
  readonly percent?: number;
  readonly shorteningCm?: number;
  readonly abilityLossPct?: number;
  readonly betterEyeLossPct?: number;
  readonly worseEyeLossPct?: number;
  /** Percentage already paid for this item after an earlier accident. */
  readonly alreadyPaidPct?: number;
}
