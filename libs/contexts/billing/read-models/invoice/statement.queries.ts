import type { TablesIn } from '#followers';
import { PastQuery, asked, shape } from '#http';
import {
  type LocalDate,
  Rejection,
  type Rupiah,
  type Sight,
  ZERO_RUPIAH,
  addDays,
  daysBetween,
  isWithin,
  rupiah,
  sumRupiah,
} from '#kernel';
import { query } from '#runtime';
import { stayedOf } from '../../../what-stayed.js';
import { billingRefusals } from '../../domain/refusals.js';
import type { AdviceLine, FacilityStatement } from './invoice.answers.js';
import { invoiceReadModel } from './invoice.read-model.js';
import type { InvoiceRow } from './invoice.tables.js';
import { owedBackOf } from './owed-back.js';

export class StatementQuery extends shape(
  {
    facilityId: asked.uuid({ optional: true, description: 'Of a PLKK its own when left out' }),
    from: asked.day({ description: 'First day' }),
    until: asked.day({
      optional: true,
      description: 'Last day, at most 92 days; 30 days later when left out',
    }),
  },
  PastQuery,
) {}

/** A quarter: so many payments fit into one answer. */
const LONGEST_DAYS = 92;

/** A month, where nobody says until when. */
const USUAL_DAYS = 30;

/** Ages of open invoices, in days from their receipt. */
const AGES = { days0To30: 30, days31To60: 60, days61To90: 90 } as const;

interface StatementQuestion {
  readonly facilityId?: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly sight: Sight;
}

/** Refuses `STATEMENT_OF_WHOM`, `STATEMENT_OF_ANOTHER`, `STATEMENT_TOO_LONG`. */
export const GetStatement = query(
  'GetStatement',
  invoiceReadModel,
  async (question: StatementQuestion, tables): Promise<FacilityStatement> => {
    const period = askedFor(question);
    const { facilityId, from, until } = period;
    const ofFacility = tables.selectFrom('invoices').selectAll().where('facilityId', '=', facilityId);
    const [came, open, lines] = await Promise.all([
      ofFacility
        .where('submittedOn', '>=', from)
        .where('submittedOn', '<=', until)
        .where('status', 'not in', ['WITHDRAWN', 'PASSED_ON'])
        .execute(),
      ofFacility
        .where('submittedOn', '<=', until)
        .where('status', 'in', ['SUBMITTED', 'RETURNED', 'VERIFIED'])
        .execute(),
      paidIn(tables, period),
    ]);
    const verified = came.filter(({ acceptedIdr }) => acceptedIdr !== null);
    const acceptedIdr = sumRupiah(verified.map((one) => one.acceptedIdr ?? ZERO_RUPIAH));
    return {
      facilityId,
      from,
      until,
      billedIdr: sumRupiah(came.map(({ totalIdr }) => totalIdr)),
      acceptedIdr,
      cutIdr: rupiah(sumRupiah(verified.map(({ totalIdr }) => totalIdr)) - acceptedIdr),
      paidIdr: sumRupiah(lines.filter(({ payee }) => payee === 'PLKK').map(({ paidIdr }) => paidIdr)),
      creditedIdr: sumRupiah(came.map(({ creditedIdr }) => creditedIdr)),
      owedBackIdr: await owedBackIn(tables, came),
      open: byAge(open, until),
      paid: lines,
    };
  },
);

/** A facility, and the days that its statement is about. */
type Period = Pick<FacilityStatement, 'facilityId' | 'from' | 'until'>;

function askedFor({
  facilityId: named,
  from,
  until = addDays(from, USUAL_DAYS),
  sight,
}: StatementQuestion): Period {
  const facilityId = named ?? sight.facilityId;
  if (facilityId === undefined) throw new Rejection(billingRefusals.STATEMENT_OF_WHOM());
  if (!isWithin(sight, [facilityId])) throw new Rejection(billingRefusals.STATEMENT_OF_ANOTHER());
  if (until < from || daysBetween(from, until) >= LONGEST_DAYS) {
    throw new Rejection(billingRefusals.STATEMENT_TOO_LONG({ days: LONGEST_DAYS }));
  }
  return { facilityId, from, until };
}

/** What arrived in these days, invoice by invoice. */
async function paidIn(
  tables: TablesIn<typeof invoiceReadModel>,
  { facilityId, from, until }: Period,
): Promise<AdviceLine[]> {
  const paid = await tables
    .selectFrom('payments')
    .innerJoin('invoices', 'invoices.invoiceId', 'payments.invoiceId')
    .select([
      'invoices.invoiceId',
      'invoices.invoiceNumber',
      'invoices.revised',
      'invoices.totalIdr',
      'invoices.acceptedIdr',
      'invoices.cuts',
      'payments.payee',
      'payments.amountIdr',
      'payments.cameBackIdr',
      'payments.status',
      'payments.settledOn',
      'payments.bankReference',
    ])
    .where('payments.facilityId', '=', facilityId)
    .where('payments.settledOn', '>=', from)
    .where('payments.settledOn', '<=', until)
    .orderBy('payments.settledOn')
    .orderBy('payments.approvalId')
    .execute();
  return paid.map(({ totalIdr, amountIdr, cameBackIdr, status, settledOn, acceptedIdr, ...line }) => ({
    ...line,
    cuts: [...line.cuts],
    billedIdr: totalIdr,
    acceptedIdr: acceptedIdr ?? ZERO_RUPIAH,
    paidIdr: stayedOf({ status, amountIdr, cameBackIdr }),
    paidOn: settledOn ?? until,
  }));
}

/** What the facility owes back of these invoices; what it repaid whoever had paid it is no matter of its own. */
async function owedBackIn(
  tables: TablesIn<typeof invoiceReadModel>,
  came: readonly InvoiceRow[],
): Promise<Rupiah> {
  const credited = came.filter(({ creditedIdr }) => creditedIdr > 0);
  if (credited.length === 0) return ZERO_RUPIAH;
  const paid = await tables
    .selectFrom('payments')
    .selectAll()
    .where('payee', '=', 'PLKK')
    .where(
      'invoiceId',
      'in',
      credited.map(({ invoiceId }) => invoiceId),
    )
    .execute();
  return sumRupiah(
    credited.map((one) =>
      owedBackOf(
        one,
        paid.filter(({ invoiceId }) => invoiceId === one.invoiceId),
      ),
    ),
  );
}

function byAge(open: readonly InvoiceRow[], until: LocalDate): FacilityStatement['open'] {
  const olderThan = (days: number): Rupiah =>
    sumRupiah(
      open.filter(({ submittedOn }) => submittedOn < addDays(until, -days)).map(({ totalIdr }) => totalIdr),
    );
  const all = sumRupiah(open.map(({ totalIdr }) => totalIdr));
  const [over30, over60, over90] = Object.values(AGES).map(olderThan) as [Rupiah, Rupiah, Rupiah];
  return {
    days0To30: rupiah(all - over30),
    days31To60: rupiah(over30 - over60),
    days61To90: rupiah(over60 - over90),
    over90,
  };
}
