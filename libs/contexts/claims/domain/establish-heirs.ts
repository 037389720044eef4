import { type CommandContext, type LocalDate, Rejection, derivedId, enforce, isSameName } from '#kernel';
import { entitledHeirs } from '#law';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import {
  type ClaimState,
  type KnownClaim,
  UNDECIDED,
  claimIn,
  claimantOf,
  knownClaim,
  ofSomebody,
} from './claim.js';
import { type EstablishHeirsInput, type HeirInput, isMinor, livingOf } from './heir-input.js';
import { deathMeant, deathsOf } from './heir-deaths.js';
import type { EstablishedHeir } from './heirs.events.js';
import { heirRefusals } from './heirs.refusals.js';
import { HEIR_POLICIES } from './policies/heirs.policies.js';
import type { Basis, HeirsOnRecord } from './programme.js';

/** What became of a claim that was approved. */
interface AfterApproval {
  /** Something was approved for the participant, who has died since. */
  readonly wasForParticipant?: boolean;
  /** It is looked at again. */
  readonly isOpenedAgain?: boolean;
}

/**
 * Records who inherits and who of them is paid how much (penetapan ahli waris), by a certificate or a court. The law says which rank is
 * paid; a court may say otherwise. Whoever records it gives their accounts, and so does not decide the claim. Once it is approved only
 * where a dispute ended otherwise, where it is looked at again and nobody had established who came first, or the participant for whom it was
 * approved has died since and nobody has their place: what has not left is then paid to them. After the death of one of several heirs they
 * take that share alone, also of what was approved for the participant; where several have died, it is said in whose place they are. Whoever
 * has died before that is named so, with the certificate: the order of the law passes over them, and they need neither be paid nor waive.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `HEIRS_ARE_ESTABLISHED`, `PERSONAL_DATA_ERASED`,
 *   `DEAD_HEIR_NOT_NAMED`, `NO_HEIR_DEATH`, or the code of the first heirs policy that objects
 */
export function establishHeirs(
  input: EstablishHeirsInput,
  state: ClaimState,
  { actor, today, commandId }: CommandContext,
  basis: Basis,
  { wasForParticipant = false, isOpenedAgain = false }: AfterApproval = {},
): readonly ClaimEvent[] {
  const claim = ofSomebody(
    wasForParticipant ? withoutHeirs(knownClaim(state)) : claimWithOpenHeirs(state, isOpenedAgain),
  );
  requireDeathNamed(claim, input);
  const { claimId, sharing, certificate, agreement, heirs } = input;
  const diedOn = basis.programme.diedOn?.(basis.facts);
  const first = diedOn && firstOf(input, diedOn);
  const inPlaceOfId = deathMeant(claim, input.inPlaceOfId)?.heirId;
  const registered = first
    ? stillNamed(claim, input, basis, registeredBefore(first.order, diedOn, basis))
    : [];
  enforce(HEIR_POLICIES, { claim, diedOn, first, registered, input, today, wasForParticipant });
  return [
    {
      type: 'HeirsEstablished',
      data: {
        claimId,
        participantId: claim.participantId,
        establisherId: actor.id,
        sharing,
        ...(sharing !== 'COURT' && first && { heirClass: first.order }),
        heirs: heirs.map((heir, place) =>
          inTheOpen(heir, derivedId('heir', claimId, commandId, String(place)), today),
        ),
        ...(wasForParticipant && !inPlaceOfId && { inPlaceOfParticipant: true as const }),
        ...(inPlaceOfId && besideOf(claim, inPlaceOfId)),
        effectiveOn: today,
        person: { certificate, ...(agreement && { agreement }), heirs: heirs.map(personOf) },
      },
    },
  ];
}

/** The rank that the law pays, of those who live. */
const firstOf = ({ heirs, notarialWill }: EstablishHeirsInput, deathDate: LocalDate) =>
  entitledHeirs({
    deathDate,
    survivors: livingOf(heirs).map(({ relation }) => relation),
    notarialWill,
  });

/** @throws Rejection `DEAD_HEIR_NOT_NAMED`, `NO_HEIR_DEATH` */
function requireDeathNamed(claim: KnownClaim, { inPlaceOfId }: EstablishHeirsInput): void {
  if (deathMeant(claim, inPlaceOfId)) return;
  if (inPlaceOfId !== undefined) throw new Rejection(heirRefusals.NO_HEIR_DEATH());
  if (deathsOf(claim).length > 0) throw new Rejection(heirRefusals.DEAD_HEIR_NOT_NAMED());
}

/** The heir whose share is taken, and the others, who keep theirs. */
const besideOf = ({ heirs = [] }: KnownClaim, inPlaceOfId: string) => {
  const besideIds = heirs.flatMap(({ heirId }) => (heirId === inPlaceOfId ? [] : [heirId]));
  return { inPlaceOfId, ...(besideIds.length > 0 && { besideIds }) };
};

/** Whom the participant has named as heirs of this rank or a better one. */
const registeredBefore = (order: number, deathDate: LocalDate, { heirsOnRecord }: Basis) =>
  (heirsOnRecord?.registered ?? []).filter(({ relation }) => {
    // What was registered does not say which will it is; whoever records is shown the deed.
    const rank = entitledHeirs({ deathDate, survivors: [relation], notarialWill: true });
    return rank !== undefined && rank.order <= order;
  });

/**
 * Whoever takes the place of an heir who died takes nothing from the others whom the participant has named. Of one who claimed alone, and whom
 * nobody had established, nobody says that: they all are still to be named but whoever claimed.
 */
function stillNamed(
  claim: KnownClaim,
  { inPlaceOfId }: EstablishHeirsInput,
  { heirsOnRecord }: Basis,
  registered: HeirsOnRecord['registered'],
): HeirsOnRecord['registered'] {
  const death = deathMeant(claim, inPlaceOfId);
  if (!death) return registered;
  const claimant = heirsOnRecord?.claimantName;
  if (claim.heirs || death.heirId !== undefined) return [];
  return registered.filter(({ name }) => !name || !claimant || !isSameName(name, claimant));
}

/** The same; also where something was approved for the participant: whoever has died is paid nothing any more. */
export const establish = (
  input: EstablishHeirsInput,
  { claim, isForParticipant, reassessment }: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] => {
  const wasForParticipant = isForParticipant === true && basis.programme.diedOn?.(basis.facts) !== undefined;
  return establishHeirs(input, claim, context, basis, {
    wasForParticipant,
    isOpenedAgain: reassessment !== undefined,
  });
};

/**
 * Until it is decided; also afterwards, where a dispute ended otherwise than was approved, or an heir has died, or where it was approved for
 * an heir whom nobody had established and is looked at again: others may have been named since.
 * @throws Rejection `CLAIM_<SITUATION>`
 */
function claimWithOpenHeirs(state: ClaimState, isOpenedAgain: boolean): KnownClaim {
  return state.situation === 'APPROVED' &&
    (state.heirsAreOpen || state.heirDeaths || (isOpenedAgain && isOfWhoeverCame(state)))
    ? state
    : claimIn(state, UNDECIDED);
}

const isOfWhoeverCame = (claim: KnownClaim): boolean => claimantOf(claim) === 'HEIR' && !claim.heirs;

/**
 * Wherever it stands, where something was approved for a participant who has died. Once a claim is approved, those who were recorded may
 * have been paid: that others inherit is asked of all of them first.
 * @throws Rejection `HEIRS_ARE_ESTABLISHED`
 */
function withoutHeirs(claim: KnownClaim): KnownClaim {
  const isKnown = claim.heirs && !claim.heirsAreOpen && deathsOf(claim).length === 0;
  if (isKnown && claim.situation === 'APPROVED') throw new Rejection(heirRefusals.HEIRS_ARE_ESTABLISHED());
  return claim;
}

/** What stands in the open of an heir. */
function inTheOpen(heir: HeirInput, heirId: string, today: LocalDate): EstablishedHeir {
  const { relation, standing, parts = 1, diedOn } = heir;
  return {
    heirId,
    relation,
    standing,
    ...(standing === 'PAID' && { parts }),
    ...(standing === 'PAID' && isMinor(heir, today) && { throughGuardian: true as const }),
    ...(diedOn && { diedOn }),
  };
}

const personOf = ({ name, nik, birthDate, account, guardian, letter }: HeirInput) => ({
  name,
  ...(nik && { nik }),
  ...(birthDate && { birthDate }),
  ...(account && { account }),
  ...(guardian && { guardian }),
  ...(letter && { letter }),
});
