import { accidentsOfTraces } from '#contexts/deaths/facts';
import { idsOfPerson } from '#contexts/participants/facts';
import { type Reading, type Rupiah, rupiah, sumRupiah } from '#kernel';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { jkkClaimId, presentJkmClaim } from './claim-ids.js';

/** The JKK claim that was approved for the death of a participant, whatever it is taken to come from now; none where there is none. */
export async function paidForDeath(
  read: Reading,
  participantId: string,
): Promise<{ readonly claimId: string } | undefined> {
  for (const accidentId of await accidentsOfTraces(read, participantId)) {
    const claimId = jkkClaimId(accidentId);
    const { claim, approved } = await read.state(claimsAfterApproval, claimId);
    const pays = approved?.components.some(({ code }) => code === 'JKK_DEATH' || code === 'JKK_FUNERAL');
    if (claim.situation === 'APPROVED' && pays) return { claimId };
  }
  return undefined;
}

/** What JKM was approved for the present death of a participant, under all their ids, before it was found to come from an accident. */
export async function approvedAsJkm(read: Reading, participantId: string): Promise<Rupiah> {
  const ids = await idsOfPerson(read, participantId);
  const approved = await Promise.all(
    ids.map(async (id) => read.state(claimsAfterApproval, await presentJkmClaim(read, id))),
  );
  return sumRupiah(
    approved.map(({ claim, approved: paid }) =>
      claim.situation === 'APPROVED' && paid ? paid.approvedIdr : rupiah(0),
    ),
  );
}
