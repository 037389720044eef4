import { randomUUID } from 'node:crypto';
import { expectAmount, expectThat } from '../expectations.js';
import type { Story } from '../story.js';
import { claimDetail } from './claim-work.js';
import type { DeathClaim } from './death.js';
import { payWhatIsOrdered } from './payments.js';

/** Three things go wrong while the claim is approved, and nothing is lost or paid twice. Then the widow is paid. */
export async function interruptedApproval(story: Story, { claimId }: DeathClaim): Promise<void> {
  story.tell.chapter('Interrupted, and still right');
  story.on('2026-11-11');
  await theAssessorTriesToApprove(story, claimId);
  await theClaimHasChanged(story, claimId);
  await theLineDrops(story, claimId);
  await payWhatIsOrdered(story, { kind: 'CLAIM', id: claimId }, { HEIR: 42_000_000 }, [
    '2026-11-12',
    '2026-11-13',
  ]);
  const { status, paidIdr } = await claimDetail(story, claimId);
  expectThat('Status of the claim', status, 'PAID');
  expectAmount('Paid to the widow', paidIdr, 42_000_000);
}

async function theAssessorTriesToApprove({ adjudicator, tell }: Story, claimId: string): Promise<void> {
  tell.says(`${adjudicator.id}, who calculated the claim, tries to approve it as well.`);
  const ownClaim = await adjudicator.sendInVain('ASSESSOR_CANNOT_DECIDE', `/claims/${claimId}/approval`);
  tell.refused(ownClaim.code, ownClaim.detail);
}

async function theClaimHasChanged(story: Story, claimId: string): Promise<void> {
  const { adjudicator, supervisor, tell } = story;
  const seen = await claimDetail(story, claimId);
  tell.says(
    `${supervisor.id} opens the claim at revision ${seen.revision}. Meanwhile it is calculated again.`,
  );
  tell.recorded((await adjudicator.send(`/claims/${claimId}/calculation`)).events);
  const stale = await supervisor.sendInVain(
    'STALE_REVISION',
    `/claims/${claimId}/approval`,
    {},
    {
      ifMatch: String(seen.revision),
    },
  );
  expectThat('A stale If-Match', stale.status, 412);
  tell.refused(`412 ${stale.code}`, stale.detail);
}

async function theLineDrops(story: Story, claimId: string): Promise<void> {
  const { supervisor, tell } = story;
  const { revision } = await claimDetail(story, claimId);
  const once = { ifMatch: String(revision), idempotencyKey: randomUUID() };
  const approved = await supervisor.send(`/claims/${claimId}/approval`, {}, once);
  tell.says(
    `${supervisor.id} looks again and approves. The line drops before the answer comes, so the command is sent again.`,
  );
  tell.recorded(approved.events);
  const again = await supervisor.send(`/claims/${claimId}/approval`, {}, once);
  expectThat('The same command sent twice', again, { ...approved, repeated: true });
  tell.says('The second answer is the first one, marked as repeated. Nothing new stands in the log.');
}
