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
import { ZERO_RUPIAH, derivedId } from '#kernel';
import { confirmersOf } from '#law';
import { AppLogger, type Issue } from '#runtime';
import { PayDuesBody, ReportWagesBody, ReportWagesQuery } from './dues.fields.js';
import { ConfirmDues, PayDues } from './pay-dues.js';
import { type ReportAnswer, ReportWages, ReportWagesHandler } from './report-wages.js';

@ApiTags('dues')
@Controller('employers/:employerId')
export class DuesController {
  static readonly handlers = [ConfirmDues.handler, PayDues.handler, ReportWagesHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post('wage-reports')
  @CommandEndpoint({
    summary: 'Report the wages of a month',
    description:
      'The answer names the lines that were not taken, and why. A report of the same month that comes later corrects the members that it names. The bill follows.',
    roles: ['registrar'],
  })
  report(
    @IdParam('employerId') employerId: string,
    @Body() { period, wages }: ReportWagesBody,
    @Issued() { context }: Issue,
  ): Promise<ReportAnswer> {
    const lines = wages.map(({ backPayIdr = ZERO_RUPIAH, ...wage }) => ({ ...wage, backPayIdr }));
    return this.commands.execute(new ReportWages(employerId, period, { wages: lines }, context));
  }

  @Post('wage-reports/file')
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Report the wages of a month from a CSV file or an Excel workbook',
    description:
      'Columns `nik`, `wage` and, where there is such, `back_pay`. Answers line by line: `{"progress": {"done", "of"}}` while it works, and last `{"report": …}` with every line that was not taken and why, or `{"problem": …}`. It stops when the connection is closed. Sending the file again finishes an interrupted report and takes nothing twice.',
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nothing of it was recorded',
  })
  reportFile(
    @IdParam('employerId') employerId: string,
    @Query() { period }: ReportWagesQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      async (onProgress) => {
        const command = new ReportWages(employerId, period, { file }, context, onProgress, listener);
        return reportOf(await this.commands.execute(command));
      },
      { correlationId: context.correlationId, language, log: this.log, what: 'Report of wages' },
    );
  }

  @Post('payments')
  @CommandEndpoint({
    summary: 'Record what an employer paid, in one sum',
    description:
      'It pays whole months with their fines, oldest first; what is left is kept as credit. The answer names the new `paymentId`.',
    roles: ['finance'],
  })
  async pay(
    @IdParam('employerId') employerId: string,
    @Body() body: PayDuesBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { paymentId: string }> {
    const paymentId = derivedId('dues-payment', employerId, issue.context.commandId);
    const command = new PayDues({ ...body, employerId, paymentId }, issue);
    return { ...(await this.commands.execute(command)), paymentId };
  }

  @Post('payments/confirmation')
  @CommandEndpoint({
    summary: 'Confirm payments that others entered long after the money came',
    description: 'By a second person.',
    roles: confirmersOf('DUES'),
  })
  confirm(@IdParam('employerId') employerId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmDues({ employerId }, issue));
  }
}
