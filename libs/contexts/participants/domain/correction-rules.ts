import { Rejection } from '#kernel';
import type { CorrectionSubject, EvidenceKind } from './correction.events.js';
import { correctionRefusals } from './refusals.js';

/** What a correction of one thing needs, and what follows from it. Whoever registers may ask for each. */
export interface CorrectionRule {
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

const RULES = {
  NAME: { evidence: [...IDENTITY_CARD, 'BIRTH_CERTIFICATE'], secondPerson: false, reviewsClaims: false },
  BIRTH_DATE: { evidence: OF_BIRTH, secondPerson: true, reviewsClaims: true },
  SEX: { evidence: [...IDENTITY_CARD, 'BIRTH_CERTIFICATE'], secondPerson: true, reviewsClaims: false },
  PHONE: { evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  OCCUPATION: { evidence: OWN_WORD, secondPerson: false, reviewsClaims: true },
  WORKPLACE: { evidence: OWN_WORD, secondPerson: false, reviewsClaims: true },
  DISTRICT: { evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  NIK: { evidence: ['DUKCAPIL_ANSWER'], secondPerson: true, reviewsClaims: true },
  /** Only for months that are not paid, so nothing was calculated with it. */
  INCOME_BAND: { evidence: OWN_WORD, secondPerson: false, reviewsClaims: false },
  CHILD: { evidence: [...OF_BIRTH, 'KK'], secondPerson: true, reviewsClaims: true },
  HEIR: { evidence: OWN_WORD, secondPerson: true, reviewsClaims: true },
  CONTRIBUTION: { evidence: ['BANK_LINE'], secondPerson: true, reviewsClaims: true },
  NIK_DIFFERENCE: { evidence: ['DUKCAPIL_ANSWER'], secondPerson: true, reviewsClaims: false },
} as const satisfies Readonly<Record<CorrectionSubject, CorrectionRule>>;

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
