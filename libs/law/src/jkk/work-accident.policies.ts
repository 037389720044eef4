import type { LocalDate } from '#kernel';
import { lastDayOfTerm } from '../kernel/calendar.js';
import { invalid } from '../kernel/input-error.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { JKK_WORK_ACCIDENT } from './jkk.rules.js';
import {
  type AccidentKind,
  COMMUTE_WITNESSES,
  DISEASE_YEARS,
  SUDDEN_DEATH_HOURS,
  VIOLENCE_COUNTS,
} from './work-accident.rules.js';

/** What is known of an event that may be a work accident. What is not said speaks for the worker. */
export interface WorkAccidentFacts extends DiseaseFacts {
  /** The accident, or the diagnosis of a disease. */
  readonly accidentDate: LocalDate;
  readonly segment: Segment;
  readonly kind: AccidentKind;
  /** BPU: whether it happened in the registered job, place and hours. */
  readonly inRegisteredJob?: boolean;
  /** COMMUTE: on the usual or a reasonable road. */
  readonly usualRoad?: boolean;
  readonly policeLetter?: boolean;
  readonly witnesses?: number;
  /** SUDDEN_DEATH: at the work place, or so many hours after the attack there. */
  readonly diedAtWorkPlace?: boolean;
  readonly hoursToDeath?: number;
  /** VIOLENCE: a medical report (visum); a police letter serves as well. */
  readonly visum?: boolean;
}

export const bpuWasAtRegisteredJob: BenefitPolicy<WorkAccidentFacts> = {
  name: 'bpu-was-at-registered-job',
  check: (facts) =>
    facts.segment === 'BPU' && facts.inRegisteredJob === false
      ? refuse(
          'REJECTED_OUTSIDE_REGISTERED_JOB',
          { ...inForce(JKK_WORK_ACCIDENT, facts.accidentDate), confidence: 'H' },
          {
            id: 'Peserta BPU dilindungi pada pekerjaan, tempat, dan jam kerja yang didaftarkan.',
            en: 'A BPU is covered in the registered job, place and hours only.',
          },
        )
      : undefined,
};

export const commuteIsProved: BenefitPolicy<WorkAccidentFacts> = {
  name: 'commute-is-proved',
  check: (facts) => {
    if (facts.kind !== 'COMMUTE') return undefined;
    const needed = inForce(COMMUTE_WITNESSES, facts.accidentDate);
    const { usualRoad = true } = facts;
    const isProved = () => facts.policeLetter || (facts.witnesses ?? 0) >= needed.value;
    if (usualRoad && isProved()) return undefined;
    return refuse('REJECTED_COMMUTE_UNPROVED', needed, {
      id: `Kecelakaan dalam perjalanan harus di jalan yang biasa atau wajar, dengan surat polisi atau ${needed.value} saksi.`,
      en: `An accident on the way needs the usual or a reasonable road, and a police letter or ${needed.value} witnesses.`,
    });
  },
};

export const suddenDeathIsNearWork: BenefitPolicy<WorkAccidentFacts> = {
  name: 'sudden-death-is-near-work',
  check: (facts) => {
    if (facts.kind !== 'SUDDEN_DEATH' || facts.diedAtWorkPlace) return undefined;
    const limit = inForce(SUDDEN_DEATH_HOURS, facts.accidentDate);
    if ((facts.hoursToDeath ?? 0) <= limit.value) return undefined;
    return refuse('REJECTED_SUDDEN_DEATH', limit, {
      id: `Meninggal mendadak harus terjadi di tempat kerja atau dalam ${limit.value} jam sesudah serangan di sana.`,
      en: `A sudden death must happen at the work place or within ${limit.value} hours of the attack there.`,
    });
  },
};

export const violenceIsProved: BenefitPolicy<WorkAccidentFacts> = {
  name: 'violence-is-proved',
  check: (facts) => {
    if (facts.kind !== 'VIOLENCE') return undefined;
    const { accidentDate } = facts;
    const version = versionOn(VIOLENCE_COUNTS, accidentDate);
    if (!version) {
      return refuse('REJECTED_NOT_IN_LAW', inForce(JKK_WORK_ACCIDENT, accidentDate), {
        id: 'Sebelum Permenaker 1/2025 tidak ada ketentuan tentang kekerasan di tempat kerja.',
        en: 'Before Permenaker 1/2025 no rule on violence at the work place was found.',
      });
    }
    if (facts.policeLetter || facts.visum) return undefined;
    return refuse('REJECTED_VIOLENCE_UNPROVED', version, {
      id: 'Kekerasan di tempat kerja memerlukan laporan polisi atau visum.',
      en: 'Violence at the work place needs a police report or a visum.',
    });
  },
};

/** A disease caused by work (PAK), as far as it may arise after the work has ended. */
export interface DiseaseFacts {
  /** The end of the employment that caused it. */
  readonly employmentEndedOn?: LocalDate;
  /** When it arose, by the doctor's statement; the day of the diagnosis unless given. */
  readonly onsetDate?: LocalDate;
}

/**
 * Whether a disease arose within the term that runs from the end of employment (Perpres 7/2019 Art. 2); a refusal if not.
 * @throws Rejection DATES_OUT_OF_ORDER when it arose after it was diagnosed
 */
export function arisesTooLate(diagnosedOn: LocalDate, facts: DiseaseFacts) {
  const { employmentEndedOn, onsetDate } = facts;
  if (onsetDate !== undefined && onsetDate > diagnosedOn) {
    throw invalid('DATES_OUT_OF_ORDER', 'onsetDate is after the diagnosis');
  }
  const limit = inForce(DISEASE_YEARS, diagnosedOn);
  const aroseOn = onsetDate ?? diagnosedOn;
  if (!employmentEndedOn || aroseOn <= lastDayOfTerm(employmentEndedOn, limit.value)) return undefined;
  return refuse(
    'REJECTED_DISEASE_TOO_LATE',
    limit,
    {
      id: `Penyakit akibat kerja harus timbul dalam ${limit.value} tahun sesudah hubungan kerja berakhir.`,
      en: `A disease caused by work must arise within ${limit.value} years of the end of employment.`,
    },
    { employmentEndedOn, aroseOn },
  );
}

export const diseaseAppearedInTime: BenefitPolicy<WorkAccidentFacts> = {
  name: 'disease-appeared-in-time',
  check: (facts) => (facts.kind === 'DISEASE' ? arisesTooLate(facts.accidentDate, facts) : undefined),
};

/** Whether an event is a work accident (section 3.1). */
export const WORK_ACCIDENT_POLICIES: readonly BenefitPolicy<WorkAccidentFacts>[] = [
  bpuWasAtRegisteredJob,
  commuteIsProved,
  suddenDeathIsNearWork,
  violenceIsProved,
  diseaseAppearedInTime,
];
