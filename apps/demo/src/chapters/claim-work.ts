import { expectAmount, expectThat } from '../expectations.js';
import type { Story } from '../story.js';

/** What the story looks at in a claim. */
export interface ClaimDetail {
  readonly claimId: string;
  readonly status: string;
  readonly revision: number;
  readonly totalIdr: number;
  readonly paidIdr: number;
  readonly payBy: string;
  readonly entitledChildren: number;
  readonly refusal: { decision: string; rule: string; law: string; article: string; detail: string } | null;
  readonly components: readonly {
    code: string;
    amountIdr: number;
    law: string;
    article: string;
    arithmetic: string | null;
  }[];
}

export const claimDetail = ({ supervisor }: Story, claimId: string) =>
  supervisor.ask<ClaimDetail>(`/claims/${claimId}`);

/** Documents by kind, each with a number that follows from it. */
export function documents(kinds: readonly string[]): { kind: string; reference: string }[] {
  return kinds.map((kind) => ({ kind, reference: `ARSIP-${kind}` }));
}

/** Lets the adjudicator calculate, checks every component, and tells them with their arithmetic and law. */
export async function calculateClaim(
  story: Story,
  claimId: string,
  expected: Readonly<Record<string, number>>,
): Promise<ClaimDetail> {
  const { adjudicator, tell } = story;
  const calculated = await adjudicator.send(`/claims/${claimId}/calculation`);
  tell.recorded(calculated.events);
  const claim = await claimDetail(story, claimId);
  expectThat(
    'Components of the claim',
    Object.fromEntries(claim.components.map(({ code, amountIdr }) => [code, amountIdr])),
    expected,
  );
  for (const { code, amountIdr, law, article, arithmetic } of claim.components)
    tell.amount(code, amountIdr, `${arithmetic ?? ''}  (${law}, ${article})`);
  const total = Object.values(expected).reduce((sum, amount) => sum + amount, 0);
  expectAmount('Total of the claim', claim.totalIdr, total);
  return claim;
}
