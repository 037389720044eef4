import { type EventStore, followTo } from '#event-store';
import type { LocalDate } from '#kernel';
import type { Reform } from '#law';
import { type ComputedDecision, decisionReader } from './computed-decision.js';
import { yearReader } from './computed-year.js';
import { type Recomputed, recompute } from './recompute.js';
import { type WhatIf, whatIf } from './what-if.js';

/** Which decisions are meant; all of them unless told. */
export interface Meant {
  /** Decided on this day or later. */
  readonly from?: LocalDate;
  /** Decided on this day or before. */
  readonly to?: LocalDate;
  /** Code of a programme: `JKK`, `JKM`, or `SCHOLARSHIP`. */
  readonly programme?: string;
}

/** A decision that comes out otherwise or by other rules, or cannot be computed any more. */
export interface Finding {
  readonly decision: Omit<ComputedDecision, 'inputs'>;
  readonly recomputed: Exclude<Recomputed, { readonly outcome: 'SAME' | 'ERASED' }>;
}

/** What came of computing the decisions of a log again. */
export interface Recomputation {
  readonly decisions: number;
  readonly same: number;
  /** Those whose inputs nobody can open any more. */
  readonly erased: number;
  readonly different: number;
  /** The same to the rupiah, but they name another rule set than the law of that day. */
  readonly sameByOtherRules: number;
  readonly notComputable: number;
  /** The first of those that are different, name other rules or cannot be computed, in the order of the log. */
  readonly findings: readonly Finding[];
  /** Where the log ended; null where it is empty. */
  readonly position: bigint | null;
  /** Only where a reform was given. */
  readonly whatIf?: WhatIf;
}

/** How far it has got. */
export interface Progress {
  readonly decisions: number;
  readonly position: bigint;
  readonly end: bigint;
}

interface Options extends Meant {
  readonly log: Pick<EventStore, 'follow' | 'lastPosition'>;
  readonly reform?: Reform;
  /** Findings that are listed at most; all are counted. */
  readonly mostListed: number;
  /** Told after each batch. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Computes every decision in the log again, from the inputs that it stored, to where the log ends now. Nothing is recorded.
 * @throws Undecodable for an event of a claim that cannot be read
 */
export async function recomputeLog({
  log,
  reform,
  mostListed,
  onProgress,
  ...meant
}: Options): Promise<Recomputation> {
  const end = await log.lastPosition();
  const counts = { decisions: 0, same: 0, erased: 0, different: 0, sameByOtherRules: 0, notComputable: 0 };
  const findings: Finding[] = [];
  const tried = reform && whatIf(reform);
  const [decisionIn, yearIn] = [decisionReader(), yearReader()];
  for await (const { events, unreadable, position } of followTo(log, null, end, DECIDED)) {
    if (unreadable) throw unreadable[0];
    for (const event of events) {
      tried?.note(event);
      const decision = yearIn(event) ?? decisionIn(event);
      if (!decision || !isMeant(decision, meant)) continue;
      const recomputed = recompute(decision);
      counts.decisions++;
      counts[COUNTED[recomputed.outcome]]++;
      tried?.compare(decision, recomputed);
      if (recomputed.outcome === 'SAME' || recomputed.outcome === 'ERASED') continue;
      const { inputs: _, ...told } = decision;
      if (findings.length < mostListed) findings.push({ decision: told, recomputed });
    }
    if (end !== null) onProgress?.({ decisions: counts.decisions, position, end });
  }
  return { ...counts, findings, position: end, ...(tried && { whatIf: tried.result() }) };
}

const DECIDED = { categories: new Set(['claim', 'scholarship']) };

const COUNTED = {
  SAME: 'same',
  ERASED: 'erased',
  DIFFERENT: 'different',
  SAME_BY_OTHER_RULES: 'sameByOtherRules',
  NOT_COMPUTABLE: 'notComputable',
} as const satisfies Readonly<Record<Recomputed['outcome'], string>>;

const isMeant = ({ decidedOn, programme }: ComputedDecision, meant: Meant): boolean =>
  (meant.from === undefined || decidedOn >= meant.from) &&
  (meant.to === undefined || decidedOn <= meant.to) &&
  (meant.programme === undefined || programme === meant.programme);
