import type { LocalDate, Rupiah } from '#kernel';

/** What a facility treats under the agreement (layanan). */
export const PLKK_SERVICES = [
  'EMERGENCY',
  'OUTPATIENT',
  'INPATIENT',
  'SURGERY',
  'INTENSIVE_CARE',
  'LABORATORY',
  'RADIOLOGY',
  'REHABILITATION',
  'AMBULANCE',
] as const;

export type PlkkService = (typeof PLKK_SERVICES)[number];

/** An agreed price (tarif): what one unit of the item costs at most, in whole rupiah. */
export interface TariffItem {
  /** The code by which invoices name it. */
  readonly item: string;
  readonly priceIdr: Rupiah;
}

/** The agreed prices as they are from a day on, until others follow. */
export interface TariffFrom {
  readonly from: LocalDate;
  readonly tariff: readonly TariffItem[];
}

/** What was agreed with a PLKK. */
export interface PlkkTerms {
  readonly services: readonly PlkkService[];
  /** Agreed prices; an item that is not among them has none, and a reviewer looks at it. */
  readonly tariff: readonly TariffItem[];
  /** Beds kept for victims of accidents. */
  readonly beds: number;
  /** Whether it registers workers who come to it (article 000: the bridge for informal workers). */
  readonly registersWorkers: boolean;
  /** Whether it takes their contributions. */
  readonly takesPayments: boolean;
}

/** Where nobody said what was agreed: everything that a PLKK does, without agreed prices. */
export const UNSAID_TERMS: PlkkTerms = {
  services: PLKK_SERVICES,
  tariff: [],
  beds: 0,
  registersWorkers: true,
  takesPayments: true,
};

/** Why an agreement is suspended or ends; a closed list, so that no words about anybody are recorded. */
export const STOP_REASONS = [
  'QUALITY',
  'FALSE_BILLING',
  'LICENCE_EXPIRED',
  'BREACH_OF_AGREEMENT',
  'ASKED_BY_FACILITY',
  'FACILITY_CLOSED',
] as const;

export type StopReason = (typeof STOP_REASONS)[number];

/** Patients in care are treated to the end there, or moved to another PLKK. */
export const WHAT_BECOMES_OF_PATIENTS = ['TREATED_ON', 'MOVED'] as const;

export type WhatBecomesOfPatients = (typeof WHAT_BECOMES_OF_PATIENTS)[number];
