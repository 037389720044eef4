import type { LocalDate } from '#kernel';
import { COVERAGE_POLICIES, type CoverageFacts } from '../coverage/coverage.policies.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { PMI_DISMISSAL, PMI_FAILED_DEPARTURE, PMI_RAPE } from './migrant-benefits.rules.js';

/** What beside JKK and JKM may befall a migrant worker. */
export const PMI_AIDS = [
  'FAILED_DEPARTURE',
  'LOSS_ON_WAY_HOME',
  'RAPE',
  'DISMISSAL_AFTER_ACCIDENT',
  'DISMISSAL',
  'FAILED_PLACEMENT',
  'PLACED_AGAINST_CONTRACT',
] as const;
export type PmiAid = (typeof PMI_AIDS)[number];

/** How the work abroad ended. */
export const PMI_WORK_ENDS = [
  'DISMISSED',
  'CONTRACT_ENDED',
  'LEAVE',
  'RESIGNED',
  'RAN_AWAY',
  'DEPORTED',
  'CRIME',
] as const;
export type PmiWorkEnd = (typeof PMI_WORK_ENDS)[number];

export interface MigrantAidFacts extends CoverageFacts {
  readonly eventDate: LocalDate;
  readonly kind: PmiAid;
  /** FAILED_DEPARTURE: it failed by the worker's own fault. */
  readonly ownFault?: boolean;
  /** RAPE: whether it is proved; true unless said otherwise. */
  readonly proved?: boolean;
  /** DISMISSAL_AFTER_ACCIDENT: how the work ended; DISMISSED unless given. */
  readonly workEnded?: PmiWorkEnd;
  /** DISMISSAL_AFTER_ACCIDENT: whole months worked abroad. */
  readonly monthsWorked?: number;
}

export const departureFailedWithoutFault: BenefitPolicy<MigrantAidFacts> = {
  name: 'departure-failed-without-fault',
  check: (facts) =>
    facts.kind === 'FAILED_DEPARTURE' && facts.ownFault
      ? refuse('REJECTED_OWN_FAULT', inForce(PMI_FAILED_DEPARTURE, facts.eventDate), {
          id: 'Bantuan gagal berangkat hanya bila kegagalan bukan karena kesalahan pekerja sendiri.',
          en: 'The aid is for a departure that did not fail by the own fault of the worker.',
        })
      : undefined,
};

export const rapeIsProved: BenefitPolicy<MigrantAidFacts> = {
  name: 'rape-is-proved',
  check: (facts) =>
    facts.kind === 'RAPE' && facts.proved === false
      ? refuse('REJECTED_UNPROVED', inForce(PMI_RAPE, facts.eventDate), {
          id: 'Bantuan korban pemerkosaan memerlukan bukti.',
          en: 'The aid for a rape needs proof of it.',
        })
      : undefined,
};

export const workerAbroadWasDismissed: BenefitPolicy<MigrantAidFacts> = {
  name: 'worker-abroad-was-dismissed',
  check: (facts) => {
    if (facts.kind !== 'DISMISSAL_AFTER_ACCIDENT') return undefined;
    const { workEnded = 'DISMISSED' } = facts;
    if (workEnded === 'DISMISSED') return undefined;
    return refuse(
      'REJECTED_REASON',
      inForce(PMI_DISMISSAL, facts.eventDate),
      {
        id: 'Bantuan ini hanya untuk pemutusan hubungan kerja; tidak untuk akhir kontrak, cuti, pengunduran diri, lari, deportasi, atau tindak pidana.',
        en: 'This aid is for a dismissal; not for the end of a contract, leave, resignation, running away, deportation or a crime.',
      },
      { workEnded },
    );
  },
};

export const workedAbroadLongEnough: BenefitPolicy<MigrantAidFacts> = {
  name: 'worked-abroad-long-enough',
  check: (facts) => {
    if (facts.kind !== 'DISMISSAL_AFTER_ACCIDENT') return undefined;
    const version = inForce(PMI_DISMISSAL, facts.eventDate);
    const { months } = version.value.bands[0]!;
    const { monthsWorked = months } = facts;
    if (monthsWorked >= months) return undefined;
    return refuse(
      'REJECTED_MONTHS_WORKED',
      version,
      {
        id: `Bantuan ini memerlukan masa kerja paling singkat ${months} bulan.`,
        en: `This aid needs ${months} months of work at least.`,
      },
      { monthsWorked },
    );
  },
};

/** Whether an aid is paid. */
export const MIGRANT_AID_POLICIES: readonly BenefitPolicy<MigrantAidFacts>[] = [
  ...COVERAGE_POLICIES,
  departureFailedWithoutFault,
  rapeIsProved,
  workerAbroadWasDismissed,
  workedAbroadLongEnough,
];
