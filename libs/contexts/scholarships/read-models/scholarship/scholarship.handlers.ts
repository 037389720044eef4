import type { RecordedEvent } from '#event-store';
import { type EventOf, maskAccountNumber } from '#kernel';
import { type RawBuilder, type Transaction, type Updateable, sql } from '#postgres';
import type { ScholarshipEvent } from '../../domain/scholarship.events.js';
import type { ScholarshipRow, ScholarshipTables } from './scholarship.tables.js';
import { tell } from './timeline.js';

type Tables = Transaction<ScholarshipTables>;
type Recorded<Type extends ScholarshipEvent['type']> = RecordedEvent<EventOf<ScholarshipEvent, Type>>;

export async function granted(event: Recorded<'ScholarshipGranted'>, tables: Tables): Promise<void> {
  const { data, revision } = event;
  await tables
    .insertInto('scholarships')
    .values({
      scholarship_id: data.scholarshipId,
      claim_id: data.claimId,
      participant_id: data.participantId,
      child_id: data.childId,
      status: 'ENTITLED',
      event_date: data.eventDate,
      granted_on: data.effectiveOn,
      level: data.school?.level ?? null,
      year_in_level: data.school?.yearInLevel ?? null,
      remaining_years: json(data.remainingYears),
      projected: json(data.projected),
      projected_idr: data.projectedMaximumIdr,
      approved_idr: sql`0`,
      paid_idr: sql`0`,
      end_reason: null,
      ended_on: null,
      rule_set_version: data.ruleSetVersion,
      revision: Number(revision),
    })
    .execute();
  await tell(tables, event, data.scholarshipId);
}

/** New evidence opens a year that was denied again. */
export async function evidenceSubmitted(
  event: Recorded<'ScholarshipEvidenceSubmitted'>,
  tables: Tables,
): Promise<void> {
  const { scholarshipId, year, level, yearInLevel, submittedBy, evidence, payee, effectiveOn } = event.data;
  const { account } = event.data.person as Partial<typeof event.data.person>;
  const evidenced = {
    status: 'EVIDENCED' as const,
    level,
    year_in_level: yearInLevel,
    submitted_by: submittedBy,
    submitted_on: effectiveOn,
    documents: json(evidence),
    payee,
    account_masked: account ? maskAccountNumber(account.number) : null,
    decider_id: null,
    decided_on: null,
    components: json([]),
    amount_idr: sql<ScholarshipRow['paid_idr']>`0`,
    refusal: null,
    approval_id: null,
    payout_id: null,
    paid_on: null,
  };
  await tables
    .insertInto('scholarship_years')
    .values({ scholarship_id: scholarshipId, year, ...evidenced })
    .onConflict((conflict) => conflict.columns(['scholarship_id', 'year']).doUpdateSet(evidenced))
    .execute();
  await change(event, tables, await newestLevel(tables, scholarshipId), year);
}

export async function yearApproved(
  event: Recorded<'ScholarshipYearApproved'>,
  tables: Tables,
): Promise<void> {
  const { scholarshipId, year, components, amountIdr, approverId, effectiveOn } = event.data;
  await tables
    .updateTable('scholarship_years')
    .set({
      status: 'APPROVED',
      components: json(components),
      amount_idr: amountIdr,
      decider_id: approverId,
      decided_on: effectiveOn,
      approval_id: event.id,
    })
    .where('scholarship_id', '=', scholarshipId)
    .where('year', '=', year)
    .execute();
  await change(event, tables, { approved_idr: sql`approved_idr + ${amountIdr}` }, year);
}

export async function yearDenied(event: Recorded<'ScholarshipYearDenied'>, tables: Tables): Promise<void> {
  const { scholarshipId, year, deciderId, effectiveOn, decision, rule, law, article, detail } = event.data;
  await tables
    .updateTable('scholarship_years')
    .set({
      status: 'DENIED',
      refusal: json({ decision, rule, law, article, detail }),
      decider_id: deciderId,
      decided_on: effectiveOn,
    })
    .where('scholarship_id', '=', scholarshipId)
    .where('year', '=', year)
    .execute();
  await change(event, tables, {}, year);
}

export async function ended(event: Recorded<'ScholarshipEnded'>, tables: Tables): Promise<void> {
  const { reason, effectiveOn } = event.data;
  await change(event, tables, { status: 'ENDED', end_reason: reason, ended_on: effectiveOn });
}

/** Evidence of a back year does not put the child back to an earlier class. */
async function newestLevel(
  tables: Tables,
  scholarshipId: string,
): Promise<Pick<ScholarshipRow, 'level' | 'year_in_level'>> {
  return tables
    .selectFrom('scholarship_years')
    .select(['level', 'year_in_level'])
    .where('scholarship_id', '=', scholarshipId)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

type Columns = {
  readonly [Name in keyof ScholarshipRow]?: Updateable<ScholarshipRow>[Name] | RawBuilder<unknown>;
};

async function change(
  event: RecordedEvent<ScholarshipEvent>,
  tables: Tables,
  columns: Columns,
  year?: number,
): Promise<void> {
  const { scholarshipId } = event.data;
  await tables
    .updateTable('scholarships')
    .set({ ...columns, revision: Number(event.revision) } as Updateable<ScholarshipRow>)
    .where('scholarship_id', '=', scholarshipId)
    .execute();
  await tell(tables, event, scholarshipId, year);
}

/** PostgreSQL would take a list for an array of its own. */
function json<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${JSON.stringify(value)}::jsonb`;
}
