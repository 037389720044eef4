import { DECIDED_ON, payClaims } from './claims.js';
import { registerMembers } from './members.js';
import { type Addresses, openOffice } from './office.js';
import type { Plan } from './plan.js';

/**
 * Has a history happen in a running Lindung, over HTTP as everything does: each event is decided by the domain. The clock of requests is set,
 * so that it happens up to March 2025.
 * @param tell told how far it is
 * @returns the place in the log of its last event that was answered
 */
export async function makeHistory(
  system: Addresses,
  plan: Plan,
  tell: (what: string) => void = () => {},
): Promise<bigint> {
  const office = openOffice(system, DECIDED_ON);
  await registerMembers(office, plan);
  tell('everybody is registered');
  await payClaims(office, plan);
  tell('everything is paid');
  return office.position();
}
