import { Rejection, conflict, refusals } from '#kernel';
import type { ParticipantForClaim } from './participant.js';

/** Why a claim is refused that rests on a construction project (JAKON). */
export const projectRefusals = refusals({
  PLACEMENT_UNCONFIRMED: conflict(
    {
      en: 'The worker was named on the project late, or something of the project was entered late: nobody has confirmed it',
      id: 'Tenaga kerja atau data proyek dicatat terlambat dan belum dikonfirmasi orang kedua',
    },
    {
      allowed: [
        {
          en: 'a second person confirms it by the pay list or the supervisor’s statement: POST /placements/{placementId}/confirmation, POST /projects/{projectId}/confirmation',
          id: 'orang kedua mengonfirmasi menurut daftar upah atau keterangan pengawas: POST /placements/{placementId}/confirmation, POST /projects/{projectId}/confirmation',
        },
      ],
    },
  ),
});

/**
 * Cover does not rest on what nobody has confirmed, and a refusal by the law would: so neither is computed before.
 * @throws Rejection `PLACEMENT_UNCONFIRMED`
 */
export function requireConfirmedPlacement({ project }: Pick<ParticipantForClaim, 'project'>): void {
  if (project?.placement?.isUnconfirmed) throw new Rejection(projectRefusals.PLACEMENT_UNCONFIRMED());
}
