import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PastQuery, IdParam, type Page, PastPageQuery, PrintQuery, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import {
  type BillItem,
  BillPage,
  DuesAnswer,
  type PaymentCorrectionItem,
  PaymentCorrectionPage,
  type PaymentItem,
  PaymentPage,
  type RemarkItem,
  RemarkPage,
  type ReportItem,
  ReportPage,
} from './dues.answers.js';
import {
  BillListQuery,
  GetDues,
  ListBills,
  ListDuesPayments,
  ListPaymentCorrections,
  ListRemarks,
  ListWageReports,
  PaymentCorrectionListQuery,
  PrintDuesReceipt,
  ReportListQuery,
} from './dues.queries.js';

/** An employer of one tells in its bills what one person earns: nothing of it is for those who only count. */
const READERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('dues')
@Controller('employers/:employerId')
export class DuesQueriesController {
  static readonly handlers = [
    GetDues.handler,
    ListBills.handler,
    ListDuesPayments.handler,
    ListPaymentCorrections.handler,
    ListRemarks.handler,
    ListWageReports.handler,
    PrintDuesReceipt.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get('dues')
  @QueryEndpoint({
    summary: 'Where an employer stands: what it owes with fines, its arrears and its credit',
    roles: READERS,
    answer: DuesAnswer,
  })
  dues(
    @IdParam('employerId') employerId: string,
    @Query() { after }: PastQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<DuesAnswer> {
    return this.queries.execute(new GetDues({ employerId, today, sight, after }));
  }

  @Get('bills')
  @QueryEndpoint({ summary: 'The bills of an employer, oldest first', roles: READERS, answer: BillPage })
  bills(
    @IdParam('employerId') employerId: string,
    @Query() query: BillListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<BillItem>> {
    return this.queries.execute(new ListBills({ ...query, employerId, today, sight }));
  }

  @Get('payments')
  @QueryEndpoint({ summary: 'What an employer paid, oldest first', roles: READERS, answer: PaymentPage })
  payments(
    @IdParam('employerId') employerId: string,
    @Query() query: PastPageQuery,
    @Seen() sight: Sight,
  ): Promise<Page<PaymentItem>> {
    return this.queries.execute(new ListDuesPayments({ ...query, employerId, sight }));
  }

  @Get('wage-reports')
  @QueryEndpoint({ summary: 'The reports of wages, by month', roles: READERS, answer: ReportPage })
  reports(
    @IdParam('employerId') employerId: string,
    @Query() query: ReportListQuery,
    @Seen() sight: Sight,
  ): Promise<Page<ReportItem>> {
    return this.queries.execute(new ListWageReports({ ...query, employerId, sight }));
  }

  @Get('wage-reports/:reportId/remarks')
  @QueryEndpoint({
    summary: 'The lines of a report that a person should look at',
    roles: READERS,
    answer: RemarkPage,
  })
  remarks(
    @IdParam('employerId') employerId: string,
    @IdParam('reportId') reportId: string,
    @Query() query: PastPageQuery,
    @Seen() sight: Sight,
  ): Promise<Page<RemarkItem>> {
    return this.queries.execute(new ListRemarks({ ...query, employerId, reportId, sight }));
  }

  @Get('payment-corrections')
  @QueryEndpoint({
    summary: 'Payments that were to be taken back or paid back, and what became of it',
    roles: READERS,
    answer: PaymentCorrectionPage,
  })
  corrections(
    @IdParam('employerId') employerId: string,
    @Query() query: PaymentCorrectionListQuery,
    @Seen() sight: Sight,
  ): Promise<Page<PaymentCorrectionItem>> {
    return this.queries.execute(new ListPaymentCorrections({ ...query, employerId, sight }));
  }

  @Get('payments/:paymentId/receipt.pdf')
  @QueryEndpoint({
    summary: 'The receipt of a payment of an employer, to be printed',
    roles: READERS,
    answer: 'application/pdf',
  })
  async receipt(
    @IdParam('employerId') employerId: string,
    @IdParam('paymentId') paymentId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const asked = { employerId, paymentId, language, sight, after };
    return new StreamableFile(await this.queries.execute(new PrintDuesReceipt(asked)));
  }
}
