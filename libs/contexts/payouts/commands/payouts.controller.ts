import { Body, Controller, Post } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { type CommandContext, assertNever } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch, validationProblem } from '#http';
import { AcceptPayout, AcceptPayoutHandler } from './accept-payout.command.js';
import { CorrectPayoutAccount, CorrectPayoutAccountHandler } from './correct-payout-account.command.js';
import { InstructPayout, InstructPayoutHandler } from './instruct-payout.command.js';
import { BankResultBody, CorrectAccountBody, InstructPayoutBody } from './payouts.dto.js';
import { ReturnPayout, ReturnPayoutHandler } from './return-payout.command.js';
import { SettlePayout, SettlePayoutHandler } from './settle-payout.command.js';

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsController {
  static readonly handlers = [
    AcceptPayoutHandler,
    CorrectPayoutAccountHandler,
    InstructPayoutHandler,
    ReturnPayoutHandler,
    SettlePayoutHandler,
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
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new InstructPayout({ ...body, payoutId }, context, expectedRevision));
  }

  @Post(':payoutId/bank-results')
  @CommandEndpoint({
    summary: 'Record what the bank says of the payment',
    description: 'The same result once more changes nothing; one that contradicts an earlier one is refused.',
    roles: ['finance'],
  })
  recordBankResult(
    @IdParam('payoutId') payoutId: string,
    @Body() body: BankResultBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(bankResultCommand(payoutId, body, context, expectedRevision));
  }

  @Post(':payoutId/account-corrections')
  @CommandEndpoint({
    summary: 'Give a returned payment another account',
    description: 'The bank can be told again afterwards.',
    roles: ['finance'],
  })
  correctAccount(
    @IdParam('payoutId') payoutId: string,
    @Body() body: CorrectAccountBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectPayoutAccount({ ...body, payoutId }, context, expectedRevision));
  }
}

function bankResultCommand(
  payoutId: string,
  { result, bankReference, on, amountIdr, reason }: BankResultBody,
  context: CommandContext,
  expectedRevision: bigint | undefined,
): Command<CommandResult> {
  const said = { payoutId, bankReference, on };
  switch (result) {
    case 'ACCEPTED':
      return new AcceptPayout(said, context, expectedRevision);
    case 'SETTLED':
      return new SettlePayout(
        { ...said, amountIdr: needed(amountIdr, 'amountIdr', result) },
        context,
        expectedRevision,
      );
    case 'RETURNED':
      return new ReturnPayout(
        { ...said, reason: needed(reason, 'reason', result) },
        context,
        expectedRevision,
      );
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
