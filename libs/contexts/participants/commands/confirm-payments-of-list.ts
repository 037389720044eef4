import { LINES_TOGETHER } from '#csv-files';
import { Rejection, pagesOf } from '#kernel';
import type { Triable, Tried } from '#runtime';
import { confirmContributions } from '../domain/confirm-back-dated.js';
import { contributions } from '../domain/contributions.js';
import { finishedList, paymentLists } from '../domain/payment-list.js';

interface OfList {
  readonly listId: string;
}

/**
 * Whether `ConfirmLateEntries` would confirm payments of anybody on a list: it refuses no list that is finished, and leaves out each member
 * of whom nothing waits for whoever asks. Looks no further than to the first one.
 */
export const ConfirmPaymentsOfList: Triable<OfList> = {
  tried: async (input, trial) => {
    let members: readonly string[] = [];
    const nothing = await trial.decide(
      input,
      paymentLists,
      input.listId,
      () => [],
      (list) => {
        members = finishedList(list).lines.map(({ participantId }) => participantId);
      },
    );
    for (const { some } of pagesOf({ some: [...new Set(members)] }, LINES_TOGETHER)) {
      const page = some.map(async (participantId): Promise<Tried | undefined> => {
        try {
          return await trial.decide(
            { participantId },
            contributions,
            participantId,
            confirmContributions,
            () => {},
          );
        } catch (error) {
          if (error instanceof Rejection) return undefined;
          throw error;
        }
      });
      const confirmed = (await Promise.all(page)).find((one) => one !== undefined);
      if (confirmed) return confirmed;
    }
    return nothing;
  },
};
