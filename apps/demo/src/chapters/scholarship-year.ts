import { expectAmount, expectThat, eventually } from '../expectations.js';
import type { ScholarshipItem } from '../standing.js';
import type { Story } from '../story.js';
import type { DeathClaim } from './death.js';
import { payWhatIsOrdered } from './payments.js';

interface Detail extends ScholarshipItem {
  readonly projected: readonly { code: string; amountIdr: number; arithmetic: string }[];
}

/** The daughter's scholarship: 63,000,000 projected, of which the first year is approved and paid. */
export async function scholarshipYear(story: Story, claim: DeathClaim): Promise<void> {
  story.tell.chapter("The daughter's scholarship");
  const scholarshipId = await theGrant(story, claim);
  await herFirstYear(story, scholarshipId);
}

async function theGrant(story: Story, { claimId }: DeathClaim): Promise<string> {
  const { registrar, tell } = story;
  story.on('2026-11-16');
  const granted = await eventually('the scholarship is granted', async () => {
    const { items } = await registrar.ask<{ items: ScholarshipItem[] }>(`/scholarships?claimId=${claimId}`);
    return items[0];
  });
  const { scholarshipId } = granted;
  tell.says(
    'The approved death claim granted it by itself. Dewi was in her second year of SMA in August 2025; now it is the last.',
  );
  tell.recorded(['ScholarshipGranted']);
  const { projected } = await registrar.ask<Detail>(`/scholarships/${scholarshipId}`);
  for (const { code, amountIdr, arithmetic } of projected) tell.amount(code, amountIdr, arithmetic);
  expectAmount('Projected scholarship', granted.projectedIdr, 63_000_000);
  tell.says(
    'Rp63,000,000 at most: with the death benefit 42,000,000 + 63,000,000 = 105,000,000, the published case. Only what a year is approved for is ever paid.',
  );
  return scholarshipId;
}

async function herFirstYear(story: Story, scholarshipId: string): Promise<void> {
  const { registrar, supervisor, tell } = story;
  const evidence = await registrar.send(`/scholarships/${scholarshipId}/evidence`, {
    year: 2026,
    level: 'SMA',
    yearInLevel: 3,
    married: false,
    working: false,
    evidence: ['SCHOOL_LETTER', 'REPORT_CARD', 'BIRTH_CERTIFICATE', 'KK', 'GUARDIAN_KTP'].map((kind) => ({
      kind,
      reference: `ARSIP-${kind}`,
    })),
    payee: 'GUARDIAN',
    person: { account: { bank: 'BANK CONTOH', number: '0001230001', holder: 'Rohmah Lestari' } },
  });
  tell.recorded(evidence.events);
  story.on('2026-11-17');
  const approved = await supervisor.send(`/scholarships/${scholarshipId}/years/2026/approval`);
  tell.recorded(approved.events);
  expectThat('The year is approved', approved.events, ['ScholarshipYearApproved']);
  const source = { kind: 'SCHOLARSHIP_YEAR', id: scholarshipId } as const;
  await payWhatIsOrdered(story, source, { GUARDIAN: 3_000_000 }, ['2026-11-18', '2026-11-19']);
  const { projectedIdr, approvedIdr, paidIdr } = await registrar.ask<Detail>(
    `/scholarships/${scholarshipId}`,
  );
  expectThat(
    'Projected, approved, paid',
    [projectedIdr, approvedIdr, paidIdr],
    [63_000_000, 3_000_000, 3_000_000],
  );
}
