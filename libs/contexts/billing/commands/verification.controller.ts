import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import {
  ApproveInvoice,
  CreditInvoice,
  PassInvoiceOn,
  ReadmitInvoice,
  RecordRecourse,
  ReturnInvoice,
  VerifyInvoice,
} from './invoice-commands.js';
import {
  CreditInvoiceBody,
  PassInvoiceOnBody,
  ReferenceBody,
  ReturnInvoiceBody,
  VerifyInvoiceBody,
} from './invoices.fields.js';

/** What BPJS does with invoices. */
@ApiTags('invoices')
@Controller('accidents/:accidentId/invoices')
export class VerificationController {
  static readonly handlers = [
    VerifyInvoice.handler,
    ReturnInvoice.handler,
    ReadmitInvoice.handler,
    ApproveInvoice.handler,
    PassInvoiceOn.handler,
    CreditInvoice.handler,
    RecordRecourse.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post(':invoiceId/verification')
  @CommandEndpoint({
    summary: 'Verify an invoice line by line',
    description: 'A second person approves it.',
    roles: ['adjudicator'],
  })
  verify(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: VerifyInvoiceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new VerifyInvoice({ ...body, accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/return')
  @CommandEndpoint({
    summary: 'Return an invoice that cannot be verified, with the numbers of what is wrong',
    roles: ['adjudicator'],
  })
  returnIt(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: ReturnInvoiceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReturnInvoice({ ...body, accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/readmission')
  @CommandEndpoint({
    summary:
      'Let an invoice come again that was returned, after a meeting, or passed on, after a determination',
    roles: ['supervisor'],
  })
  readmit(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: ReferenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReadmitInvoice({ ...body, accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/approval')
  @CommandEndpoint({
    summary: 'Approve a verified invoice: who is paid how much follows from what is known now',
    description:
      'By a supervisor who has not verified it, as far as their authority reaches over all invoices of the accident. Ceilings and other payers count over all of them. Once more, when another payer turns out not to bear its part.',
    roles: ['supervisor'],
  })
  approve(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ApproveInvoice({ accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/passing-on')
  @CommandEndpoint({
    summary: 'Tell the facility whom to bill, where JKK does not bear an invoice',
    roles: ['adjudicator', 'supervisor'],
  })
  passOn(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: PassInvoiceOnBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new PassInvoiceOn({ ...body, accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/credit')
  @CommandEndpoint({
    summary: 'Record that too much was paid of an invoice',
    description: 'The facility owes it; its collection is not done here.',
    roles: ['supervisor'],
  })
  credit(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: CreditInvoiceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CreditInvoice({ ...body, accidentId, invoiceId }, issue));
  }

  @Post('recourse')
  @CommandEndpoint({
    summary: 'Record what another payer owes of care that BPJS has paid',
    description: 'By what the other payer says now; its collection is not done here.',
    roles: ['supervisor'],
  })
  recourse(
    @IdParam('accidentId') accidentId: string,
    @Body() { reference }: ReferenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordRecourse({ accidentId, reference }, issue));
  }
}
