import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LINES_TOGETHER } from '#csv-files';
import { EventStore, WrongExpectedVersionError } from '#event-store';
import { type CommandContext, type Rupiah, ZERO_RUPIAH, derivedId, pagesOf, rupiah } from '#kernel';
import { Decisions, StreamCommand, type Triable, command } from '#runtime';
import { contributions } from '../domain/contributions.js';
import type { ContributionEvent, ContributionPaid } from '../domain/contribution.events.js';
import type { PaymentLine } from '../domain/payment-list.events.js';
import { paymentLists } from '../domain/payment-list.js';
import {
  type ReversalUnderWay,
  type ReversedMembers,
  confirmListCorrection,
  finishListReversal,
  memberReversalIdOf,
  refundList,
  refuseListCorrection,
  reversalUnderWay,
  reverseList,
  reverseOfMember,
} from '../domain/reverse-list.js';

export const ReverseList = command('ReverseList', paymentLists, 'listId', reverseList);

export const RefundList = command('RefundList', paymentLists, 'listId', refundList);

export const RefuseListCorrection = command(
  'RefuseListCorrection',
  paymentLists,
  'listId',
  refuseListCorrection,
);

interface OfCorrection {
  readonly listId: string;
  readonly correctionId: string;
}

export class ConfirmListCorrection extends StreamCommand<OfCorrection> {
  static readonly tried: Triable<OfCorrection>['tried'] = (input, trial) =>
    trial.decide(input, paymentLists, input.listId, confirmListCorrection, () => {});

  readonly commandName = 'ConfirmListCorrection';
}

/** The process list-reversals sends it, for whatever came between. */
export class FinishListReversal extends StreamCommand<{ readonly listId: string }> {
  readonly commandName = 'FinishListReversal';

  static get handler() {
    return FinishListReversalHandler;
  }
}

const ATTEMPTS = 5;

/**
 * Takes the sum of a list back, or pays money of it back. That it is taken back is recorded first; then the contributions are reversed
 * member by member. Whatever interrupts it, it comes to its end by the process list-reversals.
 */
@CommandHandler(ConfirmListCorrection)
export class ConfirmListCorrectionHandler implements ICommandHandler<ConfirmListCorrection> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  /** @throws Rejection as `confirmListCorrection` says */
  async execute(command: ConfirmListCorrection) {
    const { input, issue } = command;
    const begun = await this.decisions.make(command, paymentLists, input.listId, confirmListCorrection);
    // Sent again it is answered as the first time: the end has an id that follows from this command.
    if (!begun.events.includes('PaymentListReversalBegun')) return begun;
    const { context } = issue;
    const commandId = derivedId(context.commandId, 'finish');
    const finish = new FinishListReversal({ listId: input.listId }, { context: { ...context, commandId } });
    const finished = await new FinishListReversalHandler(this.decisions, this.store).execute(finish);
    return { ...finished, repeated: begun.repeated };
  }
}

/** Each contribution is reversed with an id that follows from the list and the participant: whoever does it again changes nothing. */
@CommandHandler(FinishListReversal)
export class FinishListReversalHandler implements ICommandHandler<FinishListReversal> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  async execute(command: FinishListReversal) {
    const { input, issue } = command;
    const list = await this.store.state(paymentLists, input.listId);
    const underWay = reversalUnderWay(list);
    const members =
      underWay && list.situation === 'COMPLETED'
        ? await this.reverseMembers(input.listId, list.lines, underWay, issue.context)
        : { reversed: 0, reversedIdr: ZERO_RUPIAH };
    return this.decisions.make(command, paymentLists, input.listId, finishListReversal, () => members);
  }

  private async reverseMembers(
    listId: string,
    lines: readonly PaymentLine[],
    underWay: ReversalUnderWay,
    context: CommandContext,
  ): Promise<ReversedMembers> {
    const ids = lines.map(({ participantId }) => participantId);
    const amounts: (Rupiah | undefined)[] = [];
    for (const page of pagesOf({ ids: [...new Set(ids)] }, LINES_TOGETHER)) {
      const some = page.ids.map((participantId) => this.reverseOne(listId, underWay, participantId, context));
      amounts.push(...(await Promise.all(some)));
    }
    const reversed = amounts.filter((one) => one !== undefined);
    return { reversed: reversed.length, reversedIdr: rupiah(reversed.reduce((sum, one) => sum + one, 0)) };
  }

  /** @returns what was paid for the member by this list and is taken back with it */
  private async reverseOne(
    listId: string,
    underWay: ReversalUnderWay,
    participantId: string,
    context: CommandContext,
  ): Promise<Rupiah | undefined> {
    const ofMember = {
      ...context,
      commandId: derivedId(underWay.asked.correctionId, participantId, 'reversal'),
    };
    for (let attempt = 1; ; attempt++) {
      const { paid, isReversed, isReversedWithList, revision } = await this.paidBy(listId, participantId);
      if (!paid || (isReversed && !isReversedWithList)) return undefined;
      if (isReversedWithList) return paid.amountIdr;
      try {
        const events = reverseOfMember(listId, underWay, paid);
        await this.store.append(contributions.of(participantId), events, revision, ofMember);
        return paid.amountIdr;
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** What the list paid for a member, and whether that was taken back. */
  private async paidBy(listId: string, participantId: string) {
    const commandId = derivedId(listId, participantId, 'contribution');
    const withList = memberReversalIdOf(listId, participantId);
    let paid: ContributionPaid['data'] | undefined;
    let [isReversed, isReversedWithList] = [false, false];
    let revision: bigint | null = null;
    for await (const batch of this.store.readBatches<ContributionEvent>(contributions.of(participantId))) {
      for (const event of batch) {
        revision = event.revision;
        if (event.type === 'ContributionPaid' && event.metadata.commandId === commandId) paid = event.data;
        if (event.type === 'ContributionReversed' && paid) {
          const { period, receipt } = event.data;
          if (period === paid.period && receipt === paid.receipt) isReversed = true;
          if (event.data.correctionId === withList) isReversedWithList = true;
        }
      }
    }
    return { paid, isReversed, isReversedWithList, revision };
  }
}
