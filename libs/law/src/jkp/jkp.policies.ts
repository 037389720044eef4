import { addMonths, addYears, type LocalDate } from '#kernel';
import type { CoverageStatus } from '../coverage/coverage-status.js';
import { invalid } from '../kernel/input-error.js';
import { PP_37_2021_FROM } from '../kernel/laws.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import {
  JKP_AGE_LIMIT,
  JKP_CASH,
  JKP_CLAIM_WINDOW,
  JKP_CLAIMS_FROM,
  JKP_CONTRIBUTIONS,
  JKP_EMPLOYER_ARREARS,
  JKP_OPEN_EMPLOYER_ARREARS,
  JKP_REPETITION,
  JKP_TASKS,
  type JkpTasks,
  type JkpReason,
} from './jkp.rules.js';

export interface JkpFacts {
  readonly terminationDate: LocalDate;
  readonly reason?: JkpReason;
  readonly claimDate?: LocalDate;
  /** Indonesian unless said otherwise. */
  readonly foreigner?: boolean;
  /** Age in years on the day of registration for JKP. */
  readonly ageAtRegistration?: number;
  readonly newJob?: boolean;
  /** NEVER: the employer never registered the worker; it owes the cash itself (E-14). */
  readonly coverage?: CoverageStatus;
  readonly paidMonthsOfLast24?: number;
  /** Paid months without a gap up to the termination. */
  readonly consecutivePaidMonths?: number;
  readonly previousClaims?: number;
  readonly previousClaimDate?: LocalDate;
  /** The employer went bankrupt or closed. */
  readonly employerClosed?: boolean;
  readonly employerArrearsMonths?: number;
  /** For a month after the first: the applications sent and the interviews had, and the training attended. */
  readonly applications?: number;
  readonly interviews?: number;
  readonly trainingAttendancePct?: number;
}

export const jkpExists: BenefitPolicy<JkpFacts> = {
  name: 'jkp-exists',
  check: ({ terminationDate }) =>
    terminationDate < PP_37_2021_FROM
      ? refuse('REJECTED_NOT_IN_FORCE', inForce(JKP_CASH, PP_37_2021_FROM), {
          id: `JKP baru ada sejak ${PP_37_2021_FROM}.`,
          en: `JKP exists only from ${PP_37_2021_FROM}.`,
        })
      : undefined,
};

export const workerIsIndonesian: BenefitPolicy<JkpFacts> = {
  name: 'worker-is-indonesian',
  check: ({ terminationDate, foreigner }) =>
    foreigner
      ? refuse('REJECTED_FOREIGNER', inForce(JKP_AGE_LIMIT, terminationDate), {
          id: 'JKP hanya untuk warga negara Indonesia.',
          en: 'JKP is for Indonesian citizens only.',
        })
      : undefined,
};

export const workerRegisteredYoungEnough: BenefitPolicy<JkpFacts> = {
  name: 'worker-registered-young-enough',
  check: ({ terminationDate, ageAtRegistration }) => {
    const version = inForce(JKP_AGE_LIMIT, terminationDate);
    const { belowAge } = version.value;
    if (ageAtRegistration === undefined || ageAtRegistration < belowAge) return undefined;
    return refuse(
      'REJECTED_AGE',
      version,
      {
        id: `JKP hanya untuk pekerja yang terdaftar sebelum berusia ${belowAge} tahun.`,
        en: `JKP is for workers who were registered before the age of ${belowAge}.`,
      },
      { ageAtRegistration },
    );
  },
};

export const workerWasTerminated: BenefitPolicy<JkpFacts> = {
  name: 'worker-was-terminated',
  check: ({ terminationDate, reason = 'TERMINATED' }) =>
    reason === 'TERMINATED'
      ? undefined
      : refuse(
          'REJECTED_REASON',
          inForce(JKP_CASH, terminationDate),
          {
            id: 'JKP hanya untuk pemutusan hubungan kerja; tidak untuk pengunduran diri, akhir kontrak, pensiun, cacat total tetap, atau meninggal.',
            en: 'JKP is for a termination only; not for resignation, end of a fixed term, retirement, permanent total disability or death.',
          },
          { reason },
        ),
};

/** The last day on which a termination can be claimed. */
const lastDayToClaim = (terminationDate: LocalDate): LocalDate =>
  addMonths(terminationDate, inForce(JKP_CLAIM_WINDOW, terminationDate).value);

export const claimsAreTaken: BenefitPolicy<JkpFacts> = {
  name: 'claims-are-taken',
  check: ({ terminationDate, claimDate }) => {
    const version = inForce(JKP_CLAIMS_FROM, terminationDate);
    const lastDay = lastDayToClaim(terminationDate);
    if ((claimDate ?? lastDay) >= version.value) return undefined;
    // E-17: the time to claim is not longer where it was over before anybody could.
    const couldNever = lastDay < version.value;
    return refuse(
      'REJECTED_BEFORE_FIRST_CLAIMS',
      version,
      couldNever
        ? {
            id: `JKP baru dapat diklaim sejak ${version.value}; PHK ini paling lambat diklaim ${lastDay}.`,
            en: `JKP could be claimed only from ${version.value} on; this termination was to be claimed by ${lastDay}.`,
          }
        : {
            id: `JKP baru dapat diklaim sejak ${version.value}; PHK ini dapat diklaim sampai ${lastDay}.`,
            en: `JKP could be claimed only from ${version.value} on; this termination can be claimed until ${lastDay}.`,
          },
      { terminationDate, ...(claimDate && { claimDate }), firstDay: version.value, lastDay },
    );
  },
};

export const claimIsInWindow: BenefitPolicy<JkpFacts> = {
  name: 'claim-is-in-window',
  check: ({ terminationDate, claimDate }) => {
    if (claimDate === undefined) return undefined;
    if (claimDate < terminationDate)
      throw invalid('DATES_OUT_OF_ORDER', 'claimDate is before terminationDate');
    const version = inForce(JKP_CLAIM_WINDOW, terminationDate);
    const lastDay = lastDayToClaim(terminationDate);
    if (claimDate <= lastDay) return undefined;
    return refuse(
      'REJECTED_CLAIM_WINDOW',
      version,
      {
        id: `Klaim paling lambat ${version.value} bulan sesudah PHK, yaitu ${lastDay}.`,
        en: `The claim was due within ${version.value} months of the termination, by ${lastDay}.`,
      },
      { terminationDate, claimDate, lastDay },
    );
  },
};

export const claimantHasNoNewJob: BenefitPolicy<JkpFacts> = {
  name: 'claimant-has-no-new-job',
  check: ({ terminationDate, newJob }) =>
    newJob
      ? refuse('REJECTED_NEW_JOB', inForce(JKP_CLAIM_WINDOW, terminationDate), {
          id: 'Hak JKP berakhir saat peserta bekerja lagi.',
          en: 'The right to JKP ends with a new job.',
        })
      : undefined,
};

export const terminatedWorkerWasRegistered: BenefitPolicy<JkpFacts> = {
  name: 'terminated-worker-was-registered',
  check: (facts) =>
    facts.coverage === 'NEVER'
      ? refuse('REJECTED_NOT_REGISTERED', inForce(JKP_CASH, facts.terminationDate), {
          id: 'Pekerja tidak pernah didaftarkan; pemberi kerja menanggung sendiri manfaat JKP.',
          en: 'The worker was never registered; the employer owes the cash of JKP itself.',
        })
      : undefined,
};

export const contributionsSuffice: BenefitPolicy<JkpFacts> = {
  name: 'contributions-suffice',
  check: (facts) => {
    const version = inForce(JKP_CONTRIBUTIONS, facts.terminationDate);
    const { monthsOfLast24, consecutiveMonths = 0 } = version.value;
    const further = consecutiveMonths > 0;
    const enough = (facts.paidMonthsOfLast24 ?? monthsOfLast24) >= monthsOfLast24;
    const isUnbroken = () =>
      !further || (facts.consecutivePaidMonths ?? consecutiveMonths) >= consecutiveMonths;
    if (enough && isUnbroken()) return undefined;
    return refuse('REJECTED_CONTRIBUTIONS', version, {
      id: `JKP mensyaratkan iuran ${monthsOfLast24} bulan dalam 24 bulan terakhir${further ? ` dan ${consecutiveMonths} bulan berturut-turut sebelum PHK` : ''}.`,
      en: `JKP needs ${monthsOfLast24} paid months of the last 24${further ? ` and ${consecutiveMonths} consecutive ones before the termination` : ''}.`,
    });
  },
};

export const jkpIsNotUsedUp: BenefitPolicy<JkpFacts> = {
  name: 'jkp-is-not-used-up',
  check: ({ terminationDate, previousClaims = 0 }) => {
    const version = inForce(JKP_REPETITION, terminationDate);
    if (previousClaims < version.value.times) return undefined;
    return refuse('REJECTED_MAX_CLAIMS', version, {
      id: `JKP dapat diterima paling banyak ${version.value.times} kali selama masa kerja.`,
      en: `JKP is paid ${version.value.times} times in a working life at most.`,
    });
  },
};

export const previousClaimIsLongAgo: BenefitPolicy<JkpFacts> = {
  name: 'previous-claim-is-long-ago',
  check: ({ terminationDate, previousClaimDate }) => {
    const version = inForce(JKP_REPETITION, terminationDate);
    const { yearsApart } = version.value;
    if (!previousClaimDate || addYears(previousClaimDate, yearsApart) <= terminationDate) return undefined;
    return refuse('REJECTED_TOO_SOON', version, {
      id: `Jarak antara dua klaim JKP paling singkat ${yearsApart} tahun.`,
      en: `Two JKP claims must be at least ${yearsApart} years apart.`,
    });
  },
};

export const employerArrearsAreTolerable: BenefitPolicy<JkpFacts> = {
  name: 'employer-arrears-are-tolerable',
  check: (facts) => {
    const version = versionOn(JKP_EMPLOYER_ARREARS, facts.terminationDate);
    if (!version || (facts.employerArrearsMonths ?? 0) <= version.value || !facts.employerClosed)
      return undefined;
    return refuse('REJECTED_EMPLOYER_ARREARS', version, {
      id: `Tunggakan pemberi kerja yang pailit atau tutup lebih dari ${version.value} bulan; manfaat terutang oleh pemberi kerja atau harta pailitnya.`,
      en: `The bankrupt or closed employer is more than ${version.value} months in arrears; it or its estate owes the benefit.`,
    });
  },
};

export const openEmployerIsNotInArrears: BenefitPolicy<JkpFacts> = {
  name: 'open-employer-is-not-in-arrears',
  check: (facts) => {
    const version = versionOn(JKP_OPEN_EMPLOYER_ARREARS, facts.terminationDate);
    if (!version) return undefined;
    const { employerArrearsMonths = 0 } = facts;
    if (employerArrearsMonths <= version.value || facts.employerClosed) return undefined;
    return refuse(
      'EMPLOYER_PAYS_FIRST',
      version,
      {
        id: `Pemberi kerja menunggak iuran lebih dari ${version.value} bulan berturut-turut; ia membayar manfaat lebih dahulu dan dapat meminta penggantian setelah melunasi tunggakan dan denda.`,
        en: `The employer is more than ${version.value} consecutive months in arrears; it pays the benefit first and may ask for reimbursement after settling the arrears and fines.`,
      },
      { employerArrearsMonths },
    );
  },
};

function hasSearched({ applications, interviews }: JkpFacts, asked: JkpTasks): boolean {
  if (applications === undefined && interviews === undefined) return true;
  return (applications ?? 0) >= asked.applications || (interviews ?? 0) >= asked.interviews;
}

export const jobWasSearched: BenefitPolicy<JkpFacts> = {
  name: 'job-was-searched',
  check: (facts) => {
    const version = inForce(JKP_TASKS, facts.terminationDate);
    const asked = version.value;
    const attended = (facts.trainingAttendancePct ?? asked.attendancePct) >= asked.attendancePct;
    if (attended && hasSearched(facts, asked)) return undefined;
    return refuse('REJECTED_JOB_SEARCH', version, {
      id: `Bulan berikutnya mensyaratkan ${asked.applications} lamaran atau ${asked.interviews} wawancara, dan kehadiran pelatihan ${asked.attendancePct}%.`,
      en: `Later months need ${asked.applications} applications or ${asked.interviews} interview, and ${asked.attendancePct}% attendance of the training.`,
    });
  },
};

/** Whether JKP is paid. The employer comes last: who pays instead of BPJS is asked only of a benefit that is due. */
export const JKP_POLICIES: readonly BenefitPolicy<JkpFacts>[] = [
  jkpExists,
  workerIsIndonesian,
  workerRegisteredYoungEnough,
  workerWasTerminated,
  claimIsInWindow,
  claimsAreTaken,
  claimantHasNoNewJob,
  terminatedWorkerWasRegistered,
  contributionsSuffice,
  jkpIsNotUsedUp,
  previousClaimIsLongAgo,
  jobWasSearched,
  employerArrearsAreTolerable,
  openEmployerIsNotInArrears,
];
