import { Body, Controller, Post, Query, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import {
  AskedLanguage,
  CommandEndpoint,
  FileBody,
  FileEndpoint,
  IdParam,
  Issued,
  type Language,
  Listener,
  XLSX,
  answerLineByLine,
  reportOf,
} from '#http';
import { confirmersOf } from '#law';
import { AppLogger, type Issue } from '#runtime';
import { type ConfirmedEntries, ConfirmLateEntries } from './confirm-late-entries.js';
import { paymentLists } from '../domain/payment-list.js';
import { type ListOutcome, PayList, PayListHandler } from './pay-list.js';
import { PayAgainBody, PaymentListQuery } from './payment-lists.fields.js';

@ApiTags('sponsors')
@Controller('payment-lists')
export class PaymentListsController {
  static readonly handlers = [PayListHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post()
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary:
      'Pay the contributions of many with one sum of their sponsor, from a CSV file or an Excel workbook',
    description:
      'Columns `nik` or `participant_id` and, where it is known, `amount`; others are passed over, so that the file of a registration will do. Answers line by line: `{"progress": {"done", "of"}}` while it works, and last `{"report": …}` with every line that was not paid and why, and what is left of the sum, or `{"problem": …}`. It stops when the connection is closed. Sending the file again finishes an interrupted list and pays nothing twice.',
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nothing of it was recorded',
  })
  payFile(
    @Query() { sponsorId, agreementId, dryRun = false, ...terms }: PaymentListQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      async (onProgress) => {
        const sent = { file, sponsorId, agreementId };
        const command = new PayList(sent, terms, dryRun, context, onProgress, listener);
        return reportOf(await this.commands.execute(command));
      },
      { correlationId: context.correlationId, language, log: this.log, what: 'List of payments' },
    );
  }

  @Post(':listId/again')
  @CommandEndpoint({
    summary: 'Pay for everybody on a list again, for another month',
    description:
      'Without those who left and with those who joined. The answer names the new `listId`, every line that was not paid and why, and what is left of the sum.',
    roles: ['registrar'],
  })
  payAgain(
    @IdParam('listId') againOf: string,
    @Body()
    { agreementId, joiners = [], leavers = [], leavingReason, dryRun = false, ...terms }: PayAgainBody,
    @Issued() { context }: Issue,
  ): Promise<ListOutcome> {
    const sent = { againOf, agreementId, joiners, leavers, leavingReason };
    return this.commands.execute(new PayList(sent, terms, dryRun, context));
  }

  @Post(':listId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm payments that others entered long after they were made, of everybody on a list',
    description:
      'Of everybody on it at once, by a second person; no claim is approved on them before. Other payments of these people that others entered late are confirmed with them. The answer names every line that somebody else has to confirm.',
    roles: confirmersOf('CONTRIBUTION'),
  })
  async confirm(
    @IdParam('listId') listId: string,
    @Issued() { context }: Issue,
  ): Promise<CommandResult & Omit<ConfirmedEntries, 'position'>> {
    const { position, ...came } = await this.commands.execute(
      new ConfirmLateEntries({ of: 'PAYMENTS', listId }, context),
    );
    const events = came.confirmed > 0 ? ['BackDatedContributionsConfirmed'] : [];
    const recorded = { revision: null, events, repeated: came.confirmed === 0 };
    return { streamId: paymentLists.of(listId), ...recorded, position: BigInt(position), ...came };
  }
}
