import { type Caused, type EventOf, type Process, derivedId, opened } from '#kernel';
import type { ClaimEvent } from '../domain/claim.events.js';
import type { RaiseDoubtInput } from '../domain/doubts.js';
import type { NoteLikenessInput } from '../domain/likeness.js';
import type { LikenessNoted } from '../domain/likeness.events.js';

type NamesClaimant = EventOf<ClaimEvent, 'ClaimSubmitted' | 'ClaimTakenOver'>;

/**
 * Two claims for two deaths that name one certificate, one account or one contact are put before a person at once, not only when patterns
 * are looked for at night: whoever approves the second one would not see the first. Accounts of guardians are none of them, who look after
 * children of both.
 */
export const likenesses: Process<
  NamesClaimant | EventOf<ClaimEvent, 'HeirsEstablished'> | LikenessNoted,
  { readonly NoteLikeness: NoteLikenessInput; readonly RaiseDoubt: RaiseDoubtInput }
> = {
  name: 'likenesses',
  version: 1,
  categories: ['claim', 'likeness'],
  on: {
    ClaimSubmitted: named,
    ClaimTakenOver: named,
    HeirsEstablished: ({ data: { claimId, participantId, heirs, person } }) =>
      (opened(person)?.heirs ?? []).flatMap(({ account }, place) =>
        account && !heirs[place]?.throughGuardian
          ? [noting({ claimId, participantId, of: 'ACCOUNT', account }, heirs[place]?.heirId)]
          : [],
      ),
    LikenessNoted: ({ data: { likenessId, of, claimId, otherIds } }) =>
      otherIds.flatMap((otherId) =>
        [
          { claimId, alike: { of, claimId: otherId } },
          { claimId: otherId, alike: { of, claimId } },
        ].map((one) => ({
          key: `${one.claimId}/${one.alike.claimId}`,
          command: 'RaiseDoubt' as const,
          input: { ...one, findingId: derivedId('likeness', likenessId, one.claimId, one.alike.claimId) },
        })),
      ),
  },
};

/** Of somebody who was erased there is nothing left to compare. */
function named({ data: { claimId, participantId, claimant, person } }: Caused<NamesClaimant>) {
  const known = opened(person);
  if (claimant !== 'HEIR' || !known) return [];
  const of = { claimId, participantId };
  return [
    noting({ ...of, of: 'DEATH_CERTIFICATE' }),
    noting({ ...of, of: 'ACCOUNT', account: known.account }),
    ...[known.phone, known.email].flatMap((contact, place) =>
      contact === undefined ? [] : [noting({ ...of, of: 'CONTACT', contact }, String(place))],
    ),
  ];
}

const noting = (input: NoteLikenessInput, part = '') => ({
  key: `${input.of}/${part}`,
  command: 'NoteLikeness' as const,
  input,
});
