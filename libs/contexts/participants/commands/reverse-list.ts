import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LINES_TOGETHER } from '#csv-files';
import { EventStore, WrongExpectedVersionError } from '#event-store';
import { type CommandContext, type Rupiah, ZERO_RUPIAH, derivedId, pagesOf, rupiah } from '#kernel';
import { Decisions, StreamCommand, command } from '#runtime';
import { contributions } from '../domain/contributions.js';
import type { ReversalOfList } from '../domain/money-of-list.js';
import type { ContributionEvent, ContributionPaid } from '../domain/participant.events.js';
import { paymentLists } from '../domain/payment-list.js';
import {
  type ReversedMembers,
  askedOfList,
  confirmListCorrection,
  memberReversalIdOf,
  refundList,
  refuseListCorrection,
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

export class ConfirmListCorrection extends StreamCommand<{
  readonly listId: string;
  readonly correctionId: string;
}> {
  readonly commandName = 'ConfirmListCorrection';
}

const NOBODY: ReversedMembers = { reversed: 0, reversedIdr: ZERO_RUPIAH };
const ATTEMPTS = 5;

/**
 * Takes the sum of a list back, or pays money of it back. Contributions are reversed member by member before the list says so, each with an id
 * that follows from the list and the participant: whatever interrupts it, sending it again finishes it, and so does asking for it anew.
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
    const members = await this.reverseMembers(input, issue.context);
    return this.decisions.make(command, paymentLists, input.listId, confirmListCorrection, () => members);
  }

  private async reverseMembers(
    input: ConfirmListCorrection['input'],
    context: CommandContext,
  ): Promise<ReversedMembers> {
    const { listId, correctionId } = input;
    const list = await this.store.state(paymentLists, listId);
    if (list.situation !== 'COMPLETED') return NOBODY;
    // What was made before is only answered again.
    if (!list.money?.asked.some((one) => one.correctionId === correctionId)) return NOBODY;
    const asked = askedOfList(input, list, context);
    // Nothing is reversed for a correction that is refused.
    confirmListCorrection(input, list, context, NOBODY);
    if (asked.kind === 'REFUND') return NOBODY;
    const ids = list.lines.map(({ participantId }) => participantId);
    const amounts: (Rupiah | undefined)[] = [];
    for (const page of pagesOf({ ids: [...new Set(ids)] }, LINES_TOGETHER)) {
      const some = page.ids.map((participantId) => this.reverseOne(listId, asked, participantId, context));
      amounts.push(...(await Promise.all(some)));
    }
    const reversed = amounts.filter((one) => one !== undefined);
    return { reversed: reversed.length, reversedIdr: rupiah(reversed.reduce((sum, one) => sum + one, 0)) };
  }

  /** @returns what was paid for the member by this list and is taken back with it */
  private async reverseOne(
    listId: string,
    asked: ReversalOfList,
    participantId: string,
    context: CommandContext,
  ): Promise<Rupiah | undefined> {
    const ofMember = { ...context, commandId: derivedId(asked.correctionId, participantId, 'reversal') };
    for (let attempt = 1; ; attempt++) {
      const { paid, isReversed, isReversedWithList, revision } = await this.paidBy(listId, participantId);
      if (!paid || (isReversed && !isReversedWithList)) return undefined;
      if (isReversedWithList) return paid.amountIdr;
      try {
        const events = reverseOfMember(listId, asked, paid, context);
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
