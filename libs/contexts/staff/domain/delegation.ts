import {
  type Actor,
  type CommandContext,
  type LocalDate,
  Rejection,
  authorityOf,
  reachesOffice,
} from '#kernel';
import { requireInOrder } from './absence.js';
import type { OfOfficer } from './list-officer.js';
import type { OfficerEvent } from './officer.events.js';
import { type OfficerState, overlap, presentOfficer } from './officer.js';
import { staffRefusals } from './refusals.js';

/** Whoever heads an office lets others decide for it. */
const LEVEL_OF_HEADS = 3;

export interface DelegateAuthorityInput extends OfOfficer {
  readonly delegationId: string;
  readonly office: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * Has a supervisor of another office decide on the claims of an office, from a day to a day, as far as they decide at home (pelimpahan
 * wewenang, reference 6.1). By the head of that office, or above the branches.
 * @throws Rejection `OFFICER_NOT_LISTED`, `OFFICER_HAS_LEFT`, `DELEGATION_NOT_YOURS`, `DAYS_OUT_OF_ORDER`, `DELEGATE_CANNOT`,
 *   `DELEGATION_KNOWN`
 */
export function delegateAuthority(
  { delegationId, office, from, until }: DelegateAuthorityInput,
  state: OfficerState,
  { actor, today }: CommandContext,
): readonly OfficerEvent[] {
  const officer = presentOfficer(state);
  const { officerId, workerId, delegations } = officer;
  requireHeadOf(office, actor, today);
  if (workerId === actor.id)
    throw new Rejection(staffRefusals.DELEGATION_NOT_YOURS({ level: LEVEL_OF_HEADS }));
  requireInOrder({ from, until }, today);
  if (officer.office === office || !officer.roles.includes('supervisor')) {
    throw new Rejection(staffRefusals.DELEGATE_CANNOT());
  }
  const known = delegations.find((one) => one.office === office && overlap(one, { from, until }));
  if (known && known.from === from && known.until === until) return [];
  if (known) throw new Rejection(staffRefusals.DELEGATION_KNOWN(known));
  const of = { officerId, workerId, delegationId, office, from, until };
  return [{ type: 'AuthorityDelegated', data: { ...of, delegatorId: actor.id, effectiveOn: today } }];
}

export interface RevokeDelegationInput extends OfOfficer {
  readonly delegationId: string;
}

/**
 * Takes a delegation back: from today on it is over (pencabutan pelimpahan). What was decided by it stands.
 * @throws Rejection `OFFICER_NOT_LISTED`, `OFFICER_HAS_LEFT`, `DELEGATION_UNKNOWN`, `DELEGATION_NOT_YOURS`
 */
export function revokeDelegation(
  { delegationId }: RevokeDelegationInput,
  state: OfficerState,
  { actor, today }: CommandContext,
): readonly OfficerEvent[] {
  const { officerId, workerId, delegations } = presentOfficer(state);
  const known = delegations.find((one) => one.delegationId === delegationId && one.until >= today);
  if (!known) throw new Rejection(staffRefusals.DELEGATION_UNKNOWN());
  requireHeadOf(known.office, actor, today);
  const data = { officerId, workerId, delegationId, revokerId: actor.id, effectiveOn: today };
  return [{ type: 'DelegationRevoked', data }];
}

/** @throws Rejection `DELEGATION_NOT_YOURS` */
function requireHeadOf(office: string, actor: Actor, today: LocalDate): void {
  if (authorityOf(actor) < LEVEL_OF_HEADS || !reachesOffice(actor, office, today)) {
    throw new Rejection(staffRefusals.DELEGATION_NOT_YOURS({ level: LEVEL_OF_HEADS }));
  }
}
