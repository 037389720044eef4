import { type LocalDate, ageOn, localDate } from '#kernel';
import type { ScholarshipYearInput } from '#law';
import type { ScholarshipEvidenceKind } from './scholarship.events.js';
import type { Ended, Entitled, Evidence } from './scholarship.js';

/** What the law is asked about a year, on its evidence and on what was approved before. */
export const yearInputs = (
  { eventDate, years }: Pick<Entitled | Ended, 'eventDate' | 'years'>,
  evidence: Evidence,
  birthDate: LocalDate,
): ScholarshipYearInput => ({
  eventDate,
  claimYear: evidence.year,
  children: [
    {
      level: evidence.level,
      yearInLevel: Math.max(evidence.yearInLevel, approvedYears(years, evidence.level) + 1),
      evidence: provesSchooling(evidence),
      ageAtClaim: ageOn(birthDate, dayOfClaim(evidence)),
      married: evidence.married,
      working: evidence.working,
      workKind: evidence.work?.kind,
      workMonths: evidence.work?.months,
    },
  ],
});

/** Years paid at a level count against its maximum, also when a class was repeated. */
const approvedYears = (years: Entitled['years'], level: Evidence['level']): number =>
  years.filter((known) => known.situation === 'APPROVED' && known.level === level).length;

/** A school letter, and a report card or transcript (form "Beasiswa"). */
function provesSchooling({ evidence }: Evidence): boolean {
  const shown = (kind: ScholarshipEvidenceKind) => evidence.some((document) => document.kind === kind);
  return shown('SCHOOL_LETTER') && (shown('REPORT_CARD') || shown('TRANSCRIPT'));
}

/** The day whose age counts: of the claim, for a back year its last day. */
function dayOfClaim({ year, effectiveOn }: Evidence): LocalDate {
  const lastDay = localDate(`${year}-12-31`);
  return effectiveOn < lastDay ? effectiveOn : lastDay;
}
