import type { ClaimEvent } from '#contexts/claims/facts';
import type { ScholarshipYearApproved } from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import type { Reform } from '#law';
import type { ComputedDecision } from './computed-decision.js';
import { type Recomputed, totalUnder } from './recompute.js';

/** What a reform would change for claims and school years that were approved, Rp. */
export interface WhatIfLine {
  readonly programme: string;
  readonly claims: number;
  readonly beforeIdr: number;
  readonly afterIdr: number;
  /** Claims that come to more, and how much more in all. */
  readonly better: number;
  readonly gainedIdr: number;
  /** Claims that come to less, and how much less in all. */
  readonly worse: number;
  readonly lostIdr: number;
}

export interface WhatIf {
  /** By programme, in alphabetical order. */
  readonly lines: readonly WhatIfLine[];
  /** Approved claims of which nobody can say what they would come to: erased, or the reform makes them impossible. */
  readonly unknown: number;
}

interface Compared {
  readonly programme: string;
  readonly beforeIdr: number;
  readonly afterIdr?: number;
}

/**
 * Compares what approved claims come to with what they would come to under a reform, each by its newest calculation: both are computed
 * with the calculator of today, so that nothing but the reform makes a difference.
 */
export function whatIf(reform: Reform) {
  const compared = new Map<string, Compared>();
  const approved = new Set<string>();
  return {
    /** Takes note of approvals. */
    note(event: RecordedEvent): void {
      const { type, data } = event as RecordedEvent<ClaimEvent | ScholarshipYearApproved>;
      if (type === 'ClaimApproved') approved.add(data.claimId);
      if (type === 'ScholarshipYearApproved') approved.add(yearKey(data));
    },
    /** Takes note of a calculation of the whole, and computes it under the reform. */
    compare(decision: ComputedDecision, recomputed: Recomputed): void {
      if (decision.type === 'InterimCalculated') return;
      const { claimId, scholarshipId, year, programme } = decision;
      const key =
        scholarshipId !== undefined && year !== undefined ? yearKey({ scholarshipId, year }) : claimId;
      const before = presentTotalOf(recomputed);
      const afterIdr = before === undefined ? undefined : totalUnder(reform, decision);
      compared.set(key, {
        programme,
        beforeIdr: before ?? 0,
        ...(afterIdr !== undefined && { afterIdr }),
      });
    },
    result(): WhatIf {
      const own = [...compared].filter(([key]) => approved.has(key)).map(([, one]) => one);
      const known = own.filter((one): one is Required<Compared> => one.afterIdr !== undefined);
      const programmes = [...new Set(known.map(({ programme }) => programme))].toSorted();
      return {
        lines: programmes.map((programme) => lineOf(programme, known)),
        unknown: own.length - known.length,
      };
    },
  };
}

/** Each school year counts by itself. */
const yearKey = ({ scholarshipId, year }: { readonly scholarshipId: string; readonly year: number }) =>
  `${scholarshipId}/${year}`;

function presentTotalOf(recomputed: Recomputed): number | undefined {
  if (recomputed.outcome === 'SAME' || recomputed.outcome === 'SAME_BY_OTHER_RULES')
    return recomputed.totalIdr;
  return recomputed.outcome === 'DIFFERENT' ? recomputed.computedIdr : undefined;
}

function lineOf(programme: string, all: readonly Required<Compared>[]): WhatIfLine {
  const own = all.filter((one) => one.programme === programme);
  const changes = own.map(({ beforeIdr, afterIdr }) => afterIdr - beforeIdr);
  const [more, less] = [changes.filter((by) => by > 0), changes.filter((by) => by < 0)];
  return {
    programme,
    claims: own.length,
    beforeIdr: sum(own.map(({ beforeIdr }) => beforeIdr)),
    afterIdr: sum(own.map(({ afterIdr }) => afterIdr)),
    better: more.length,
    gainedIdr: sum(more),
    worse: less.length,
    lostIdr: -sum(less),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
