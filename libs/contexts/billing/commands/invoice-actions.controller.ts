import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ActionsAnswer,
  AskedLanguage,
  IdParam,
  Issued,
  type Language,
  OFFICE_AND_PLKK,
  QueryEndpoint,
  actionsFor,
  asked,
  shape,
} from '#http';
import { Decisions, type Issue } from '#runtime';
import { invoiceActionsOf } from './invoice.actions.js';

/** What is asked beside the invoice. */
export class InvoiceActionsQuery extends shape({
  facilityId: asked.uuid({
    optional: true,
    description: 'The PLKK whose tariff you think of for a reimbursement; the own one where it is left out',
  }),
}) {}

@ApiTags('invoices')
@Controller('accidents/:accidentId/invoices/:invoiceId/actions')
export class InvoiceActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with an invoice now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE_AND_PLKK,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('accidentId') accidentId: string,
    @IdParam('invoiceId') invoiceId: string,
    @Query() said: InvoiceActionsQuery,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    const asking = { decisions: this.decisions, issue, language, said };
    return actionsFor(invoiceActionsOf(invoiceId), accidentId, asking);
  }
}
