import type { LawGave } from '#contexts/claims/facts';
import type { DelegationUsed, Instant, LocalDate, Rupiah } from '#kernel';
import { type Row, day, json, rupiah, table, text, uuid } from '#postgres';
import type { PayoutSource } from '../../domain/payout.events.js';

/** A step that somebody took: the event, when, and by whom. */
export interface Step {
  /** `claim-…@7` */
  readonly event: string;
  readonly type: string;
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  /** Subject of the token. */
  readonly by: string;
  readonly roles: readonly string[];
  readonly office: string;
  /** By which delegation of another office they decided; null where it was theirs, or below theirs. */
  readonly delegation: DelegationUsed | null;
}

/** One amount of a decision with its clause. */
export interface ExplainedComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly payee: string | null;
  /** In digits; null where a person said the amount, and once the key of health data was destroyed. */
  readonly arithmetic: string | null;
}

/** What was calculated, or said by a person, and from what. */
export interface FoundBenefit {
  readonly step: Step;
  readonly ruleSetVersion: string | null;
  readonly totalIdr: Rupiah;
  readonly components: readonly ExplainedComponent[];
  /** What the calculator was asked; null where none was, and once the key was destroyed. */
  readonly inputs: Readonly<Record<string, unknown>> | null;
  /** What it answered, also where something else is due; null where it was not asked. */
  readonly lawGave: LawGave | null;
}

/** A paper that was handed in. */
export interface ShownPaper {
  readonly event: string;
  readonly kind: string;
  readonly paperId: string | null;
}

/** Less of a component than was calculated. */
export interface ApprovedLess {
  readonly code: string;
  readonly calculatedIdr: Rupiah;
  readonly approvedIdr: Rupiah;
}

/** A claim, or a scholarship, as far as the next decision about it needs it. */
export const cases = table('cases', {
  caseId: uuid().key(),
  programme: text().nullable(),
  eventDate: day().nullable(),
  steps: json<readonly Step[]>(),
  papers: json<readonly ShownPaper[]>(),
  found: json<FoundBenefit>().nullable(),
  /** Of an interim payment, and of a re-assessment, that nobody has approved yet. */
  foundInterim: json<FoundBenefit>().nullable(),
  foundAnew: json<FoundBenefit>().nullable(),
});

/** What was decided, as it stood then: it stays. Payments name it by its event. */
export const decisions = table('decisions', {
  eventId: uuid().key(),
  step: json<Step>(),
  caseId: uuid(),
  programme: text().nullable(),
  eventDate: day().nullable(),
  before: json<readonly Step[]>(),
  papers: json<readonly ShownPaper[]>(),
  found: json<FoundBenefit>().nullable(),
  less: json<readonly ApprovedLess[]>(),
});

/** A payment, and what became of it. */
export const payments = table('payments', {
  payoutId: uuid().key(),
  sourceKind: text<PayoutSource['kind']>(),
  sourceId: uuid(),
  decisionId: uuid(),
  payee: text(),
  componentCodes: json<readonly string[]>(),
  amountIdr: rupiah(),
  benefitIdr: rupiah().nullable(),
  deductedIdr: rupiah().nullable(),
  steps: json<readonly Step[]>(),
  /** What its delay owes, with the law of it: a payment of its own rests on that. */
  late: json<FoundBenefit>().nullable(),
});

export type CaseRow = Row<typeof cases>;
export type DecisionRow = Row<typeof decisions>;
export type PaymentRow = Row<typeof payments>;
