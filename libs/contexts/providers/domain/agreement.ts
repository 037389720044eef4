import { type LocalDate, addDays } from '#kernel';
import type {
  PlkkAgreementAmended,
  PlkkAgreementEnded,
  PlkkAgreementSuspended,
  PlkkQualityChecked,
  PlkkSuspensionLifted,
} from './facility.events.js';
import {
  type PlkkTerms,
  type StopReason,
  type TariffFrom,
  UNSAID_TERMS,
  type WhatBecomesOfPatients,
} from './plkk-terms.js';

/** From when to when an agreement is not in force, and what becomes of whoever is in care then. */
export interface Stop {
  readonly from: LocalDate;
  /** The last day of a suspension; absent of an end. */
  readonly until?: LocalDate;
  readonly reason: StopReason;
  readonly patients: WhatBecomesOfPatients;
  readonly careUntil: LocalDate;
}

/** A suspension: it has a last day. */
type LastingStop = Stop & { readonly until: LocalDate };

/** An agreement as it stands after its addenda. Both days belong to it. */
export interface PlkkAgreement {
  readonly agreementId: string;
  readonly reference: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** What was agreed when it was signed; absent where nobody said. */
  readonly terms?: PlkkTerms;
  /** What addenda changed, in the order in which they were recorded. */
  readonly amendments?: readonly { readonly from: LocalDate; readonly changes: Partial<PlkkTerms> }[];
  /** The last look at what it keeps. */
  readonly quality?: {
    readonly checkedOn: LocalDate;
    readonly outcome: PlkkQualityChecked['data']['outcome'];
    readonly nextCheckBy: LocalDate;
  };
  readonly suspensions?: readonly LastingStop[];
  readonly ended?: Stop;
}

/** The day after which it is over: as it was agreed, or before its time. */
export const lastDayOf = ({ validUntil, ended: stop }: PlkkAgreement): LocalDate =>
  stop ? addDays(stop.from, -1) : validUntil;

/** The suspension of a day, if it is suspended then. */
export const suspensionOn = ({ suspensions = [] }: PlkkAgreement, on: LocalDate) =>
  suspensions.find(({ from, until }) => from <= on && on <= until);

/** Whether it makes the facility a PLKK on a day. */
export const isInForce = (agreement: PlkkAgreement, on: LocalDate): boolean =>
  agreement.validFrom <= on && on <= lastDayOf(agreement) && suspensionOn(agreement, on) === undefined;

/** What is agreed on a day: what was signed, with every addendum that counts by then; the later recorded one holds. */
export const termsOn = ({ terms = UNSAID_TERMS, amendments = [] }: PlkkAgreement, on: LocalDate): PlkkTerms =>
  [...amendments]
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .filter(({ from }) => from <= on)
    .reduce<PlkkTerms>((before, { changes }) => ({ ...before, ...changes }), terms);

/** The agreed prices from a day on: those of the day, and what addenda make of them later (article 000). */
export const tariffsFrom = (agreement: PlkkAgreement, on: LocalDate): readonly TariffFrom[] => {
  const changes = (agreement.amendments ?? []).filter(({ from, changes }) => changes.tariff && from > on);
  const days = [...new Set([on, ...changes.map(({ from }) => from)])].sort();
  return days.map((from) => ({ from, tariff: termsOn(agreement, from).tariff }));
};

/** Whoever is in care when an agreement runs out is treated on for as many days: nobody is sent away from a bed. */
export const TREATED_ON_DAYS = 90;

/** Whoever was in care was treated on without a gap until it was in force again, of itself or lifted: then nothing ends for them. */
const wasBridged = ({ until, careUntil: day }: Stop): boolean => until !== undefined && day >= until;

/**
 * The last day on which the care of somebody admitted on a day is paid by BPJS under the agreement: for who is in care when it
 * is suspended or ends, the day that was decided then, unless the suspension was over by that day.
 */
export function careUntil(agreement: PlkkAgreement, admittedOn: LocalDate): LocalDate {
  const { suspensions = [], ended: stop, validUntil } = agreement;
  const stops = [...suspensions, ...(stop ? [stop] : [])].filter(
    (one) => one.from > admittedOn && !wasBridged(one),
  );
  const days = [addDays(validUntil, TREATED_ON_DAYS), ...stops.map((one) => one.careUntil)];
  return days.reduce((first, day) => (day < first ? day : first));
}

/** With an addendum, which counts from its own day on. */
export const amended = (
  { terms: changes, effectiveOn: from }: PlkkAgreementAmended['data'],
  { amendments = [] }: PlkkAgreement,
): Partial<PlkkAgreement> => ({ amendments: [...amendments, { from, changes }] });

/** With the newest check of its quality. */
export const checked = ({ outcome, nextCheckBy, effectiveOn: checkedOn }: PlkkQualityChecked['data']) => ({
  quality: { checkedOn, outcome, nextCheckBy },
});

/** With a suspension between two days, and until when patients in care are treated on. */
export const suspended = (
  { reason, until, patients, careUntil: day, effectiveOn: from }: PlkkAgreementSuspended['data'],
  { suspensions = [] }: PlkkAgreement,
): Partial<PlkkAgreement> => ({
  suspensions: [...suspensions, { from, until, reason, patients, careUntil: day }],
});

/** The suspension of a day, or the next one after it. */
export const suspensionFrom = ({ suspensions = [] }: PlkkAgreement, on: LocalDate) =>
  suspensions
    .filter(({ until }) => until >= on)
    .reduce<LastingStop | undefined>(
      (first, one) => (first && first.from < one.from ? first : one),
      undefined,
    );

/** One suspension is lifted, those after it stay. Of one that is lifted before its first day nothing is left. */
export const lifted = (
  { effectiveOn }: PlkkSuspensionLifted['data'],
  agreement: PlkkAgreement,
): Partial<PlkkAgreement> => {
  const suspension = suspensionFrom(agreement, effectiveOn);
  return {
    suspensions: (agreement.suspensions ?? []).flatMap((one) => {
      if (one !== suspension) return [one];
      return one.from < effectiveOn ? [{ ...one, until: addDays(effectiveOn, -1) }] : [];
    }),
  };
};

/** Ended before its time, and until when patients in care are treated on. */
export const ended = ({
  reason,
  patients,
  careUntil: day,
  effectiveOn,
}: PlkkAgreementEnded['data']): Partial<PlkkAgreement> => ({
  ended: { from: addDays(effectiveOn, 1), reason, patients, careUntil: day },
});
