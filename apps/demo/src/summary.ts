import type { Reports } from './reports.js';
import type { Outcome } from './story.js';

/** What came of the story, for programs. */
export interface Summary {
  readonly participants: number;
  readonly importedRows: number;
  readonly rejectedRows: number;
  readonly claims: readonly {
    readonly id: string;
    readonly programme: string;
    readonly status: string;
    readonly totalIdr: number;
    readonly paidIdr: number;
  }[];
  readonly scholarships: readonly {
    readonly id: string;
    readonly projectedIdr: number;
    readonly paidIdr: number;
  }[];
  readonly payouts: { readonly ordered: number; readonly settled: number; readonly totalIdr: number };
  readonly reports: readonly { readonly name: string; readonly persons: number | null }[];
  readonly events: number;
  readonly seconds: number;
}

/** What came of the story, and what the reporting service counts of it. */
export function summaryOf(
  { imported, standing, reports }: Outcome & { readonly reports: Reports },
  events: number,
  seconds: number,
): Summary {
  const { participants, claims, payouts, scholarships } = standing;
  const settled = payouts.filter(({ status }) => status === 'SETTLED');
  return {
    participants: participants.length,
    importedRows: imported.registered,
    rejectedRows: imported.rejected,
    claims: claims.map(({ claimId, programme, status, totalIdr, paidIdr }) => ({
      id: claimId,
      programme,
      status,
      totalIdr,
      paidIdr,
    })),
    scholarships: scholarships.map(({ scholarshipId, projectedIdr, paidIdr }) => ({
      id: scholarshipId,
      projectedIdr,
      paidIdr,
    })),
    payouts: {
      ordered: payouts.length,
      settled: settled.length,
      totalIdr: settled.reduce((sum, { amountIdr }) => sum + amountIdr, 0),
    },
    reports: reports.tables.map(({ name, total }) => ({ name, persons: total?.persons ?? null })),
    events,
    seconds: Math.round(seconds * 10) / 10,
  };
}
