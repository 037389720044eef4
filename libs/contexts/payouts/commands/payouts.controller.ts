import { Body, Controller, Post } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { assertNever } from '#kernel';
import { CommandEndpoint, IdParam, Issued, validationProblem } from '#http';
import type { Issue } from '#runtime';
import { AcceptPayout } from './accept-payout.js';
import { CorrectPayoutAccount } from './correct-payout-account.js';
import { InstructPayout } from './instruct-payout.js';
import { BankResultBody, CorrectAccountBody, InstructPayoutBody } from './payouts.fields.js';
import { ReturnPayout } from './return-payout.js';
import { SettlePayout } from './settle-payout.js';

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsController {
  static readonly handlers = [
    AcceptPayout.handler,
    CorrectPayoutAccount.handler,
    InstructPayout.handler,
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
    description: 'The same result once more changes nothing; one that contradicts an earlier one is refused.',
    roles: ['finance'],
  })
  recordBankResult(
    @IdParam('payoutId') payoutId: string,
    @Body() body: BankResultBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(bankResultCommand(payoutId, body, issue));
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
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectPayoutAccount({ ...body, payoutId }, issue));
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
