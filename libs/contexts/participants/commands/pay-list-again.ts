import type { Triable } from '#runtime';
import {
  type PaymentTerms,
  type StartListInput,
  linesAgain,
  paymentLists,
  startList,
} from '../domain/payment-list.js';
import { agreementInForce, sponsors } from '../domain/sponsor.js';

interface AgainInput extends Omit<PaymentTerms, 'sponsorId' | 'agreementId'> {
  readonly listId: string;
  readonly againOf: string;
}

type ListFacts = Pick<StartListInput, 'sponsorId' | 'agreementId' | 'fileDigest' | 'againOfListId' | 'rows'>;

/**
 * What `PayList` finds out before it records anything, where an earlier list is paid for again as it was: whose it is, and whether
 * the agreement is in force. What comes of each of its lines stands in its report.
 */
export const PayListAgain: Triable<AgainInput> = {
  tried: ({ againOf, ...input }, trial) =>
    trial.decide(
      input,
      paymentLists,
      input.listId,
      (terms, state, context, list: ListFacts) => startList({ ...terms, ...list }, state, context),
      async (_state, read) => {
        const again = linesAgain({
          state: await read.state(paymentLists, againOf),
          joiners: [],
          leavers: [],
        });
        const { sponsorId, agreementId, lines } = again;
        agreementInForce(await read.state(sponsors, sponsorId), agreementId, input.paidOn);
        return { sponsorId, agreementId, fileDigest: againOf, againOfListId: againOf, rows: lines.length };
      },
    ),
};
