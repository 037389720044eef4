import type { Actor } from './command-context.js';
import { conflict, refusals } from './refusal.js';
import { Rejection } from './rejection.js';

/** Why nothing is taken in by whoever works nowhere. */
export const takingInRefusals = refusals({
  OFFICE_NOT_NAMED: conflict(
    {
      en: 'Your token names no office: what you take in would be the work of none',
      id: 'Token Anda tidak menyebut kantor: yang Anda terima tidak akan menjadi tugas kantor mana pun',
    },
    {
      allowed: [
        {
          en: 'a token that names your office',
          id: 'token yang menyebut kantor Anda',
        },
      ],
    },
  ),
});

/**
 * Where something is taken in that an office works on: a claim, a complaint, a proposal.
 * @throws Rejection `OFFICE_NOT_NAMED`
 */
export function officeTakingIn({ office }: Pick<Actor, 'office'>): string {
  if (office === '') throw new Rejection(takingInRefusals.OFFICE_NOT_NAMED());
  return office;
}
