import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { FacilityStatement, InvoiceDetail, InvoicePage, type InvoiceSummary } from './invoice.answers.js';
import { GetInvoice, InvoiceListQuery, InvoiceQuery, ListInvoices } from './invoice.queries.js';
import { GetStatement, StatementQuery } from './statement.queries.js';

const READERS: readonly Role[] = ['plkk', 'registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('invoices')
@Controller('invoices')
export class InvoicesQueriesController {
  static readonly handlers = [GetInvoice.handler, ListInvoices.handler, GetStatement.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'List invoices, what is due first comes first',
    description: 'With `status=SUBMITTED` the worklist of verification. A PLKK sees its own.',
    roles: READERS,
    answer: InvoicePage,
  })
  list(
    @Query() query: InvoiceListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<InvoiceSummary>> {
    return this.queries.execute(new ListInvoices({ ...query, today, sight }));
  }

  @Get('statement')
  @QueryEndpoint({
    summary: 'What a facility billed and was paid in a time: payment advice and open invoices by age',
    description: 'Of invoices that are paid apart from claims; `GET /payouts` tells of all payments.',
    roles: READERS,
    answer: FacilityStatement,
    impossible: 'Nobody said of which facility, it is another one, or the time is too long',
  })
  statement(
    @Query() { facilityId, from, until, after }: StatementQuery,
    @Seen() sight: Sight,
  ): Promise<FacilityStatement> {
    return this.queries.execute(new GetStatement({ facilityId, from, until, sight, after }));
  }

  @Get(':invoiceId')
  @QueryEndpoint({
    summary: 'One invoice with its lines, what was found of them, and what was paid',
    roles: READERS,
    answer: InvoiceDetail,
  })
  get(
    @IdParam('invoiceId') invoiceId: string,
    @Query() { after }: InvoiceQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<InvoiceDetail> {
    return this.queries.execute(new GetInvoice({ invoiceId, today, sight, after }));
  }
}
