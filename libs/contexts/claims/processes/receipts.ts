import type { ContributionPaid } from '#contexts/participants/facts';
import type { Process } from '#kernel';
import type { NoteReceiptsInput } from '../domain/resume-claim.js';
import { OPEN_PROGRAMMES } from '../programmes/index.js';

/** What settles the arrears of an event is told to the claims that there may be for it: one that waits goes on. */
export const receipts: Process<ContributionPaid, { readonly NoteReceipts: NoteReceiptsInput }> = {
  name: 'receipts',
  version: 1,
  categories: ['contribution'],
  on: {
    ContributionPaid: ({ data: { participantId, settlesEventOn } }) =>
      settlesEventOn === undefined
        ? []
        : OPEN_PROGRAMMES.flatMap((one) => one.claimsOfDay?.(participantId, settlesEventOn) ?? []).map(
            (claimId) => ({ key: claimId, command: 'NoteReceipts', input: { claimId } }),
          ),
  },
};
