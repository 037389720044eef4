import type { LocalDate } from '#kernel';
import { COVERAGE_POLICIES, type CoverageFacts } from '../coverage/coverage.policies.js';
import { lastDayOfTerm } from '../kernel/calendar.js';
import { invalid } from '../kernel/input-error.js';
import type { Provision } from '../kernel/provision.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import { HAS_EMPLOYER } from '../kernel/segment.js';
import { JKK_EXPIRY, JKK_SUSPECTED_DAYS, JKK_WORK_ACCIDENT } from './jkk.rules.js';
import { LATE_REPORT_EFFECT } from './report.rules.js';
import { arisesTooLate, type DiseaseFacts } from './work-accident.policies.js';

/** What the conclusion about a suspected case was. */
export const CONCLUSIONS = ['WORK_ACCIDENT', 'NOT_WORK_ACCIDENT'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export interface JkkFacts extends CoverageFacts, DiseaseFacts {
  /** When the claim (stage II) came in; without it nothing has expired. */
  readonly claimDate?: LocalDate;
  readonly conclusion?: Conclusion;
  /** The event is the diagnosis of a disease (PAK), on this day. */
  readonly diagnosisDate?: LocalDate;
  /** The employer reported stage I after its time. */
  readonly stageOneLate?: boolean;
}

/** The last day on which a JKK claim can be made, and the provision that says so (section 3.9, R-8, Q-4). */
export function jkkExpiry(eventDate: LocalDate): { lastDay: LocalDate; years: number; provision: Provision } {
  const provision = inForce(JKK_EXPIRY, eventDate);
  return { lastDay: lastDayOfTerm(eventDate, provision.value), years: provision.value, provision };
}

export const eventIsWorkAccident: BenefitPolicy<JkkFacts> = {
  name: 'event-is-work-accident',
  check: ({ conclusion, eventDate }) =>
    conclusion === 'NOT_WORK_ACCIDENT'
      ? refuse(
          'REJECTED_NOT_WORK_ACCIDENT',
          versionOn(JKK_SUSPECTED_DAYS, eventDate) ?? inForce(JKK_WORK_ACCIDENT, eventDate),
          {
            id: 'Kejadian disimpulkan bukan kecelakaan kerja; biaya perawatan ditanggung peserta, BPJS Kesehatan, atau asuransi lain.',
            en: 'The event was concluded not to be a work accident; care is borne by the participant, BPJS Kesehatan or another insurer.',
          },
        )
      : undefined,
};

export const claimIsInTime: BenefitPolicy<JkkFacts> = {
  name: 'claim-is-in-time',
  check: ({ eventDate, claimDate }) => {
    if (claimDate === undefined) return undefined;
    if (claimDate < eventDate) throw invalid('DATES_OUT_OF_ORDER', 'The claim is older than the event');
    const { lastDay, years, provision } = jkkExpiry(eventDate);
    if (claimDate <= lastDay) return undefined;
    return refuse(
      'REJECTED_EXPIRED',
      provision,
      {
        id: `Hak gugur ${years} tahun sesudah kejadian; klaim paling lambat ${lastDay}.`,
        en: `The right lapsed ${years} years after the event; the last day to claim was ${lastDay}.`,
      },
      { eventDate, claimDate, lastDay },
    );
  },
};

export const diseaseAroseInTime: BenefitPolicy<JkkFacts> = {
  name: 'disease-arose-in-time',
  check: (facts) => facts.diagnosisDate && arisesTooLate(facts.diagnosisDate, facts),
};

/** Whether a late stage I report has an effect: only somebody who has an employer has one that can pay first. */
const lateReportHasEffect = ({ segment, eventDate }: Pick<JkkFacts, 'segment' | 'eventDate'>) =>
  HAS_EMPLOYER.includes(segment) && versionOn(LATE_REPORT_EFFECT, eventDate) !== undefined;

/** The last of all: who pays first is asked only of a benefit that is due. */
export const stageOneWasInTime: BenefitPolicy<JkkFacts> = {
  name: 'stage-one-was-in-time',
  check: (facts) =>
    lateReportHasEffect(facts) && facts.stageOneLate
      ? refuse('EMPLOYER_PAYS_FIRST', inForce(LATE_REPORT_EFFECT, facts.eventDate), {
          id: 'Laporan tahap I terlambat; pemberi kerja membayar lebih dahulu dan dapat meminta penggantian kepada BPJS.',
          en: 'Stage I was reported late; the employer pays first and may ask BPJS for reimbursement.',
        })
      : undefined,
};

export const JKK_POLICIES: readonly BenefitPolicy<JkkFacts>[] = [
  ...COVERAGE_POLICIES,
  eventIsWorkAccident,
  claimIsInTime,
  diseaseAroseInTime,
  stageOneWasInTime,
];
