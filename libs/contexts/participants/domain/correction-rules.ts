import { Rejection, type Role } from '#kernel';
import type { CorrectionSubject, EvidenceKind } from './correction.events.js';
import { correctionRefusals } from './correction-refusals.js';

/** What a correction of one thing needs, and what follows from it. */
export interface CorrectionRule {
  /** Who may ask for it; where one person is enough, who makes it. */
  readonly askedBy: readonly Role[];
  /** Papers of which one is needed. */
  readonly evidence: readonly EvidenceKind[];
  /** A supervisor who did not ask has to confirm it. */
  readonly secondPerson: boolean;
  /** Claims that were calculated before are looked at again: they may rest on it. */
  readonly reviewsClaims: boolean;
}

const IDENTITY_CARD: readonly EvidenceKind[] = ['E_KTP', 'KK', 'DUKCAPIL_ANSWER', 'COURT_RULING'];
const OF_BIRTH: readonly EvidenceKind[] = ['BIRTH_CERTIFICATE', 'DUKCAPIL_ANSWER', 'COURT_RULING'];
const OWN_WORD: readonly EvidenceKind[] = ['STATEMENT', ...IDENTITY_CARD];

/** Who asks for most of them. */
export const AT_THE_DESK: readonly Role[] = ['registrar'];

/** Who sees that money did not arrive. */
export const DESK_OR_FINANCE: readonly Role[] = ['registrar', 'finance'];

const RULES = {
  NAME: {
    askedBy: AT_THE_DESK,
    evidence: [...IDENTITY_CARD, 'BIRTH_CERTIFICATE'],
    secondPerson: false,
    reviewsClaims: false,
  },
  BIRTH_DATE: { askedBy: AT_THE_DESK, evidence: OF_BIRTH, secondPerson: true, reviewsClaims: true },
  SEX: {
    askedBy: AT_THE_DESK,
    evidence: [...IDENTITY_CARD, 'BIRTH_CERTIFICATE'],
    secondPerson: true,
    reviewsClaims: false,
  },
  PHONE: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  OCCUPATION: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: false, reviewsClaims: true },
  WORKPLACE: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: false, reviewsClaims: true },
  DISTRICT: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  NIK: { askedBy: AT_THE_DESK, evidence: ['DUKCAPIL_ANSWER'], secondPerson: true, reviewsClaims: true },
  /** Only for months that are not paid, so nothing was calculated with it. */
  INCOME_BAND: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  CHILD: { askedBy: AT_THE_DESK, evidence: [...OF_BIRTH, 'KK'], secondPerson: true, reviewsClaims: true },
  HEIR: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: true, reviewsClaims: true },
  CHILD_ORDER: { askedBy: AT_THE_DESK, evidence: OWN_WORD, secondPerson: true, reviewsClaims: true },
  /** Wrong person or wrong day (reference 2, K-10). */
  DEATH: {
    askedBy: AT_THE_DESK,
    evidence: ['DEATH_CERTIFICATE', 'DUKCAPIL_ANSWER', 'COURT_RULING'],
    secondPerson: true,
    reviewsClaims: true,
  },
  CONTRIBUTION: {
    askedBy: DESK_OR_FINANCE,
    evidence: ['BANK_LINE'],
    secondPerson: true,
    reviewsClaims: true,
  },
  /** Reference 2, section 1.6: name, birth date and sex must agree by then, and Dukcapil says that it is one person. */
  MERGER: {
    askedBy: AT_THE_DESK,
    evidence: ['DUKCAPIL_ANSWER', 'COURT_RULING'],
    secondPerson: true,
    reviewsClaims: true,
  },
  SPLIT: {
    askedBy: AT_THE_DESK,
    evidence: ['DUKCAPIL_ANSWER', 'COURT_RULING'],
    secondPerson: true,
    reviewsClaims: true,
  },
  NIK_DIFFERENCE: {
    askedBy: AT_THE_DESK,
    evidence: ['DUKCAPIL_ANSWER'],
    secondPerson: true,
    reviewsClaims: false,
  },
} as const satisfies Readonly<Record<CorrectionSubject, CorrectionRule>>;

/** Who may be the second person, for each of them. */
export const SECOND_PERSON: readonly Role[] = ['supervisor'];

/** Every kind of correction, in one table (reference 2, section 1.6). */
export const CORRECTION_RULES: Readonly<Record<CorrectionSubject, CorrectionRule>> = RULES;

/** @throws Rejection `EVIDENCE_DOES_NOT_SHOW_IT` */
export function requireEvidence(subject: CorrectionSubject, evidence: EvidenceKind): void {
  const papers = CORRECTION_RULES[subject].evidence;
  if (papers.includes(evidence)) return;
  throw new Rejection(correctionRefusals.EVIDENCE_DOES_NOT_SHOW_IT({ subject, papers }));
}

/** What claims may rest on that were calculated before it was corrected. */
export type ReviewedSubject = {
  [Subject in CorrectionSubject]: (typeof RULES)[Subject]['reviewsClaims'] extends true ? Subject : never;
}[CorrectionSubject];

/** Those on which claims may rest that were calculated before. */
export const reviewedSubjects = (subjects: readonly CorrectionSubject[]): ReviewedSubject[] =>
  subjects.filter((subject): subject is ReviewedSubject => CORRECTION_RULES[subject].reviewsClaims);
