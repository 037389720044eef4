import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { invoiceIdOf } from '../domain/billing.js';
import { ReviseInvoice, ShowPayment, SubmitInvoice, WithdrawInvoice } from './invoice-commands.js';
import { ReviseInvoiceBody, ShowPaymentBody, SubmitInvoiceBody } from './invoices.fields.js';

/** What whoever sends invoices does with them. */
@ApiTags('invoices')
@Controller('accidents/:accidentId/invoices')
export class InvoicesController {
  static readonly handlers = [
    SubmitInvoice.handler,
    ReviseInvoice.handler,
    WithdrawInvoice.handler,
    ShowPayment.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Send an invoice with its lines, before or after the claim of the accident is approved',
    description:
      'Sums, days and codes must agree. The answer names the `invoiceId`. It is paid apart from the claim: verified, and approved by a second person.',
    roles: ['plkk', 'registrar'],
  })
  async submit(
    @IdParam('accidentId') accidentId: string,
    @Body() body: SubmitInvoiceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { invoiceId: string }> {
    const invoiceId = invoiceIdOf(accidentId, body.facilityId, body.invoiceNumber);
    return { ...(await this.commands.execute(new SubmitInvoice({ ...body, accidentId }, issue))), invoiceId };
  }

  @Post(':invoiceId/revision')
  @CommandEndpoint({
    summary: 'Replace an invoice that is not decided by a corrected one',
    description: 'One that was returned may come again within 30 days, three times.',
    roles: ['plkk', 'registrar'],
  })
  revise(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: ReviseInvoiceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReviseInvoice({ ...body, accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/withdrawal')
  @CommandEndpoint({
    summary: 'Take an invoice back that is not decided',
    roles: ['plkk', 'registrar'],
  })
  withdraw(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawInvoice({ accidentId, invoiceId }, issue));
  }

  @Post(':invoiceId/payer')
  @CommandEndpoint({
    summary: 'Show who paid the facility, and so who is repaid',
    description: 'The participant or the employer; until it is approved what is said last counts.',
    roles: ['plkk', 'registrar'],
  })
  showPayment(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Body() body: ShowPaymentBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ShowPayment({ ...body, accidentId, invoiceId }, issue));
  }
}
