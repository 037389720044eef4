import { Body, Controller, Post } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { assertNever } from '#kernel';
import { CommandEndpoint, IdParam, IfMatch, Issued, validationProblem } from '#http';
import type { Issue } from '#runtime';
import { AcceptPayout } from './accept-payout.js';
import { CancelPayout } from './cancel-payout.js';
import { ConfirmPayoutAccount } from './confirm-payout-account.js';
import { CorrectPayoutAccount } from './correct-payout-account.js';
import { InstructPayout, InstructPayoutHandler } from './instruct-payout.js';
import { ConfirmSettlement, RefuseSettlement } from './late-settlement.js';
import {
  BankResultBody,
  CancelPayoutBody,
  CorrectAccountBody,
  InstructPayoutBody,
  MoneyBackBody,
  PartBackBody,
  RefuseSettlementBody,
} from './payouts.fields.js';
import { RecordMoneyBack } from './record-money-back.js';
import { RecordPartBack } from './record-part-back.js';
import { RedirectPayout } from './redirect-payout.js';
import { ReturnPayout } from './return-payout.js';
import { SettlePayout } from './settle-payout.js';

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsController {
  static readonly handlers = [
    AcceptPayout.handler,
    CancelPayout.handler,
    ConfirmPayoutAccount.handler,
    ConfirmSettlement.handler,
    CorrectPayoutAccount.handler,
    InstructPayoutHandler,
    RecordMoneyBack.handler,
    RecordPartBack.handler,
    RedirectPayout.handler,
    RefuseSettlement.handler,
    ReturnPayout.handler,
    SettlePayout.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post(':payoutId/instructions')
  @CommandEndpoint({
    summary: 'Record that the bank was told to pay',
    description: 'A PLKK is paid to the account that its registration names at this moment.',
    roles: ['finance'],
  })
  instruct(
    @IdParam('payoutId') payoutId: string,
    @Body() body: InstructPayoutBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new InstructPayout({ ...body, payoutId }, issue));
  }

  @Post(':payoutId/bank-results')
  @CommandEndpoint({
    summary: 'Record what the bank says of the payment',
    description:
      'The same result once more changes nothing; one that contradicts an earlier one is refused. SETTLED of a day more than seven days ago waits until a second person confirms it.',
    roles: ['finance'],
  })
  recordBankResult(
    @IdParam('payoutId') payoutId: string,
    @Body() body: BankResultBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(bankResultCommand(payoutId, body, issue));
  }

  @Post(':payoutId/settlement/confirmation')
  @CommandEndpoint({
    summary: 'Confirm on which day money arrived that somebody entered late',
    description: 'By another person than the one who entered it. If-Match says which day was looked at.',
    roles: ['finance'],
    ifMatch: 'required',
  })
  confirmSettlement(
    @IdParam('payoutId') payoutId: string,
    @IfMatch({ required: true }) _seen: bigint,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmSettlement({ payoutId }, issue));
  }

  @Post(':payoutId/settlement/refusal')
  @CommandEndpoint({
    summary: 'Refuse what somebody entered late of money that arrived, or take it back',
    description: 'The bank is awaited as before, and the day is entered anew.',
    roles: ['finance'],
  })
  refuseSettlement(
    @IdParam('payoutId') payoutId: string,
    @Body() { reason }: RefuseSettlementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseSettlement({ payoutId, reason }, issue));
  }

  @Post(':payoutId/money-back')
  @CommandEndpoint({
    summary: 'Record that money came back which had arrived',
    description:
      'A bank returns a credited payment, or whoever was paid gives it back. It is paid again to another account, or to others, or given up by a second person.',
    roles: ['finance'],
  })
  recordMoneyBack(
    @IdParam('payoutId') payoutId: string,
    @Body() body: MoneyBackBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordMoneyBack({ ...body, payoutId }, issue));
  }

  @Post(':payoutId/money-back/part')
  @CommandEndpoint({
    summary: 'Record that a part of a payment came back which had arrived, and what the payee keeps wrongly',
    description:
      'So much of it was not owed: the payment stands, and nothing is paid again. What is kept (`keptIdr`) is recorded as a receivable.',
    roles: ['finance'],
  })
  recordPartBack(
    @IdParam('payoutId') payoutId: string,
    @Body() body: PartBackBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordPartBack({ ...body, payoutId }, issue));
  }

  @Post(':payoutId/account-corrections')
  @CommandEndpoint({
    summary: 'Give a payment that no bank has another account',
    description:
      'Before the bank is told, or once the money came back. It can be told once a second person has confirmed the account.',
    roles: ['finance'],
  })
  correctAccount(
    @IdParam('payoutId') payoutId: string,
    @Body() body: CorrectAccountBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectPayoutAccount({ ...body, payoutId }, issue));
  }

  @Post(':payoutId/account-confirmations')
  @CommandEndpoint({
    summary: 'Confirm a corrected account',
    description: 'By another person than the one who gave it. If-Match says which account was looked at.',
    roles: ['finance'],
    ifMatch: 'required',
  })
  confirmAccount(
    @IdParam('payoutId') payoutId: string,
    @IfMatch({ required: true }) _seen: bigint,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmPayoutAccount({ payoutId }, issue));
  }

  @Post(':payoutId/redirection')
  @CommandEndpoint({
    summary: 'Pay those who inherit after all, in place of whom it was approved for',
    description:
      'Once a dispute of the heirs ended otherwise than was approved and it is recorded who inherits, as long as no bank has the money. Each of them gets a payment of their own.',
    roles: ['supervisor'],
  })
  redirect(@IdParam('payoutId') payoutId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new RedirectPayout({ payoutId }, issue));
  }

  @Post(':payoutId/cancellation')
  @CommandEndpoint({
    summary:
      'Give up the payment of a person who was erased, for a death that was taken back, or that came back after it had arrived',
    description: 'As long as no bank has the money. Every other payment can be made, and is not given up.',
    roles: ['supervisor'],
  })
  cancel(
    @IdParam('payoutId') payoutId: string,
    @Body() body: CancelPayoutBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CancelPayout({ ...body, payoutId }, issue));
  }
}

function bankResultCommand(
  payoutId: string,
  { result, bankReference, on, amountIdr, reason }: BankResultBody,
  issue: Issue,
): Command<CommandResult> {
  const said = { payoutId, bankReference, on };
  switch (result) {
    case 'ACCEPTED':
      return new AcceptPayout(said, issue);
    case 'SETTLED':
      return new SettlePayout({ ...said, amountIdr: needed(amountIdr, 'amountIdr', result) }, issue);
    case 'RETURNED':
      return new ReturnPayout({ ...said, reason: needed(reason, 'reason', result) }, issue);
    default:
      return assertNever(result, 'bank result');
  }
}

function needed<Value>(value: Value | undefined, field: string, result: string): Value {
  if (value === undefined) {
    const message = {
      en: `must be given when the result is ${result}`,
      id: `harus diisi bila hasilnya ${result}`,
    };
    throw validationProblem([{ field, message }]);
  }
  return value;
}
