import { type BankAccount, type CommandContext, stream } from '#kernel';
import type { LikenessNoted } from './likeness.events.js';

/** In which claims the same was named. */
export interface NamedInClaims {
  readonly claims: readonly { readonly claimId: string; readonly participantId: string }[];
}

/** A certificate of death, an account or a contact that claims of heirs name: `likeness-<id>`; the id says nothing of it. */
export const likenesses = stream<NamedInClaims, LikenessNoted>('likeness', {
  initial: { claims: [] },
  evolve: ({ claims }, { data: { claimId, participantId } }) => ({
    claims: [...claims, { claimId, participantId }],
  }),
});

/** What a claim names. Of the certificate only the log of whoever died tells the number. */
export type NoteLikenessInput = {
  readonly claimId: string;
  readonly participantId: string;
} & (
  | { readonly of: 'DEATH_CERTIFICATE' }
  | { readonly of: 'ACCOUNT'; readonly account: BankAccount }
  | { readonly of: 'CONTACT'; readonly contact: string }
);

/** What more have in common, such as the phone of a village office, is told of the latest. */
const MOST_ALIKE = 10;

/** Shorter numbers are typed for want of one, as those that FD-06 does not look at. */
export const LEAST_SIGNS = 4;

/**
 * Notes what a claim names, once for each claim, and in which others for the death of somebody else it stands.
 * @param personIds under which whoever died is known: two claims of one person are compared elsewhere
 */
export function noteLikeness(
  input: Pick<LikenessNoted['data'], 'likenessId' | 'of' | 'claimId' | 'participantId'>,
  { claims }: NamedInClaims,
  { today }: CommandContext,
  personIds: readonly string[],
): readonly LikenessNoted[] {
  if (claims.some(({ claimId }) => claimId === input.claimId)) return [];
  const others = claims.filter(({ participantId }) => !personIds.includes(participantId));
  const otherIds = others.slice(-MOST_ALIKE).map(({ claimId }) => claimId);
  return [{ type: 'LikenessNoted', data: { ...input, otherIds, effectiveOn: today } }];
}
