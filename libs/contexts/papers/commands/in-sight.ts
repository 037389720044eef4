import { type Actor, Rejection, requireSight, sightOf } from '#kernel';
import type { Kept } from '../domain/paper.js';
import { paperRefusals } from '../domain/refusals.js';

type InSight = Pick<Kept, 'facilityId' | 'office' | 'tells'>;

/**
 * A PLKK sees what it handed in itself, a registrar what was handed in at the same office, and whoever sees nothing of health no paper that
 * tells of it. Whoever decides or audits sees every paper.
 * @throws Rejection `PAPER_NOT_FOUND`, as of what nobody handed in
 */
export function requireInSight(actor: Actor, paper: InSight | undefined): void {
  const missing = () => paperRefusals.PAPER_NOT_FOUND();
  requireSight(actor, [paper?.facilityId], missing);
  if (!paper) return;
  const sight = sightOf(actor);
  const isOfOffice = actor.roles.every((role) => role === 'registrar') ? paper.office === actor.office : true;
  if (!isOfOffice || (paper.tells === 'HEALTH' && !sight.health)) throw new Rejection(missing());
}
