import type { ClaimEvent } from '#contexts/claims/facts';
import type { NoteAccountInput } from '#contexts/participants/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type EventOf, type Process, opened } from '#kernel';

/** What names an account of whoever is paid for a participant. */
type NamesAccount =
  EventOf<ClaimEvent, 'ClaimSubmitted' | 'ClaimTakenOver'> | EventOf<PayoutEvent, 'PayoutAccountCorrected'>;

type HeirsEstablished = EventOf<ClaimEvent, 'HeirsEstablished'>;

/** Which participants have an account in common is known without the account: two of them may be one person. */
export const namedAccounts: Process<
  NamesAccount | HeirsEstablished,
  { readonly NoteAccount: NoteAccountInput }
> = {
  name: 'named-accounts',
  version: 1,
  categories: ['claim', 'payout'],
  on: {
    ClaimSubmitted: noting,
    ClaimTakenOver: noting,
    PayoutAccountCorrected: noting,
    HeirsEstablished: ({ data: { participantId, heirs, person } }) =>
      (opened(person)?.heirs ?? []).flatMap(({ account }, place) =>
        account
          ? [
              {
                key: heirs[place]?.heirId ?? String(place),
                command: 'NoteAccount' as const,
                input: { participantId, account },
              },
            ]
          : [],
      ),
  },
};

/** Of somebody who was erased there is nothing left to compare. */
function noting({ data: { participantId, person } }: NamesAccount) {
  const account = opened(person)?.account;
  return account
    ? [{ key: participantId, command: 'NoteAccount' as const, input: { participantId, account } }]
    : [];
}
