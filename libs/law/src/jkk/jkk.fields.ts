import { LARGEST_SUM } from '#kernel';
import { membershipFields } from '../coverage/coverage.fields.js';
import { invalid } from '../kernel/input-error.js';
import { DAYS_OF_A_LIFE } from '../kernel/of-a-life.js';
import {
  amount,
  bool,
  date,
  eventDate,
  type Fields,
  integer,
  list,
  measure,
  months,
  nested,
  oneOf,
  optional,
  type Reader,
  record,
  timeOfDay,
  segment,
} from '../kernel/read.js';
import { PMI_PHASES } from '../pmi/pmi.rules.js';
import { scholarshipFields } from '../scholarship/scholarship.fields.js';
import { contextFields } from '../wage/wage.fields.js';
import type { ExpiryInput } from './expiry.js';
import { HANDS, type Injury, INJURY_KINDS } from './injury.js';
import { type JkkCaseInput, OUTCOMES } from './jkk-case.js';
import type { JkkClaim } from './jkk-claim.js';
import { INVOICE_KINDS, type JkkRehabInput, type JkkTransportInput } from './jkk-expenses.js';
import type { JkkDeathInput, JkkTotalPermanentInput } from './jkk-lump-sums.js';
import type { JkkPartialInput } from './jkk-partial.js';
import type { IncapacityFacts, JkkStmbInput } from './jkk-stmb.js';
import { CONCLUSIONS } from './jkk.policies.js';
import { TRANSPORT_MODES } from './jkk.rules.js';
import { contradictionAmong } from './one-body.js';
import { OTHER_PAYER_STATUSES, OTHER_PAYERS, type OtherPayerAnswer } from './other-payer.js';
import type { StageOneReportInput } from './stage-one-report.js';
import type { SuspectedCaseInput } from './suspected-case.js';
import type { WorkAccidentFacts } from './work-accident.policies.js';
import { ACCIDENT_KINDS } from './work-accident.rules.js';

const claimFields: Fields<JkkClaim> = {
  ...contextFields,
  ...membershipFields,
  actualMonthlyWage: optional(amount()),
  accidentDate: eventDate,
  claimDate: optional(date),
  conclusion: optional(oneOf(CONCLUSIONS)),
  diagnosisDate: optional(eventDate),
  employmentEndedOn: optional(date),
  onsetDate: optional(date),
  stageOneLate: optional(bool),
  pmiPhase: optional(oneOf(PMI_PHASES)),
};

const percentage = optional(measure(0, 100));

const injury = nested<Injury>({
  // Any text is read here; the table says whether it knows the item.
  item: (value, path) => (typeof value === 'string' ? value : oneOf([])(value, path)),
  side: optional(oneOf(HANDS)),
  functionLossPct: percentage,
  kind: optional(oneOf(INJURY_KINDS)),
  units: optional(integer(1, 100)),
  percent: percentage,
  shorteningCm: optional(measure(0, 100)),
  abilityLossPct: percentage,
  betterEyeLossPct: percentage,
  worseEyeLossPct: percentage,
  alreadyPaidPct: percentage,
});

/** Refuses what no body can have. What a doctor stated before this was asked is computed as it was stated. */
const injuries: Reader<readonly Injury[]> = (value, path) => {
  const stated = list(injury)(value, path);
  const wrong = contradictionAmong(stated);
  if (wrong) throw invalid('CONTRADICTION', `${path}[${wrong.at}]: ${wrong.why}`);
  return stated;
};

const disabilityFields = { injuries, dominantHand: optional(oneOf(HANDS)) };

/** What many bills, receipts or monthly payments come to together, each of which is an amount. */
const sumOfMany = amount(LARGEST_SUM);

const incapacityFields: Fields<IncapacityFacts> = {
  incapacityMonths: optional(months),
  incapacityDays: optional(integer(0, DAYS_OF_A_LIFE)),
  wageContinued: optional(bool),
  stmbPaid: optional(sumOfMany),
};

const receipts = record(TRANSPORT_MODES, sumOfMany);

const invoices = record(INVOICE_KINDS, amount());

export const partialFields: Fields<JkkPartialInput> = { ...claimFields, ...disabilityFields };

export const stmbFields: Fields<JkkStmbInput> = { ...claimFields, ...incapacityFields };

export const transportFields: Fields<JkkTransportInput> = { ...claimFields, receipts };

export const rehabFields: Fields<JkkRehabInput> = { ...claimFields, invoices };

export const totalPermanentFields: Fields<JkkTotalPermanentInput> = { ...claimFields, ...scholarshipFields };

export const deathFields: Fields<JkkDeathInput> = {
  ...totalPermanentFields,
  totalPermanentPaid: optional(bool),
  paidAsJkm: optional(amount()),
};

export const caseFields: Fields<JkkCaseInput> = {
  ...deathFields,
  ...incapacityFields,
  plkkInvoice: optional(sumOfMany),
  medicalReceipts: optional(sumOfMany),
  receipts: optional(receipts),
  invoices: optional(invoices),
  injuries: optional(injuries),
  dominantHand: optional(oneOf(HANDS)),
  outcome: optional(oneOf(OUTCOMES)),
  otherPayerPaid: optional(record(OTHER_PAYERS, amount())),
  otherPayer: optional(
    nested<OtherPayerAnswer>({
      code: oneOf(OTHER_PAYERS),
      status: oneOf(OTHER_PAYER_STATUSES),
      amountIdr: optional(amount()),
      byAir: optional(bool),
    }),
  ),
};

export const expiryFields: Fields<ExpiryInput> = {
  ...contextFields,
  accidentDate: optional(eventDate),
  diagnosisDate: optional(eventDate),
  claimDate: date,
};

export const suspectedCaseFields: Fields<SuspectedCaseInput> = {
  ...contextFields,
  accidentDate: eventDate,
  stageIReceived: date,
  concludedOn: optional(date),
  conclusion: optional(oneOf(CONCLUSIONS)),
  medicalCost: amount(),
  plkk: optional(bool),
};

export const stageOneReportFields: Fields<StageOneReportInput> = {
  segment,
  accidentDate: eventDate,
  accidentTime: optional(timeOfDay),
  reportedDate: date,
  reportedTime: optional(timeOfDay),
};

export const workAccidentFields: Fields<WorkAccidentFacts> = {
  accidentDate: eventDate,
  segment,
  kind: oneOf(ACCIDENT_KINDS, { PAK: 'DISEASE' }),
  inRegisteredJob: optional(bool),
  usualRoad: optional(bool),
  policeLetter: optional(bool),
  witnesses: optional(integer(0, 1_000)),
  diedAtWorkPlace: optional(bool),
  hoursToDeath: optional(integer(0, 100_000)),
  visum: optional(bool),
  employmentEndedOn: optional(date),
  onsetDate: optional(date),
};
