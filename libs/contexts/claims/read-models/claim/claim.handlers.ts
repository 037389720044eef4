import type { RecordedEvent } from '#event-store';
import type { EventOf } from '#kernel';
import { type RawBuilder, type Transaction, sql } from '#postgres';
import type { ClaimEvent } from '../../domain/claim.events.js';
import type { ClaimRow, ClaimTables } from './claim.tables.js';

type Tables = Transaction<ClaimTables>;
type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;

/** Columns to change, as values or as SQL. */
type ClaimChange = { readonly [Column in keyof ClaimRow]?: ClaimRow[Column] | RawBuilder<ClaimRow[Column]> };

const json = <Value>(value: Value) => sql<Value>`${JSON.stringify(value)}::jsonb`;

export async function submitted(
  { data, revision }: Recorded<'ClaimSubmitted'>,
  tables: Tables,
): Promise<void> {
  await tables
    .insertInto('claims')
    .values({
      claim_id: data.claimId,
      programme: data.programme,
      participant_id: data.participantId,
      accident_id: data.accidentId ?? null,
      event_date: data.eventDate,
      office: data.office,
      claimant: data.claimant,
      claimant_name: data.person.claimantName ?? null,
      status: 'INCOMPLETE',
      submitted_on: data.submittedOn,
      missing: json([]),
      documents: json([...data.documents]),
      total_idr: sql`0`,
      ordered_idr: sql`0`,
      paid_idr: sql`0`,
      entitled_children: 0,
      revision: Number(revision),
    })
    .execute();
}

export function takenOver(event: Recorded<'ClaimTakenOver'>, tables: Tables): Promise<void> {
  const { claimant, person } = event.data;
  return change(event, tables, { claimant, claimant_name: person.claimantName ?? null });
}

export function documentsRequested(event: Recorded<'DocumentsRequested'>, tables: Tables): Promise<void> {
  return change(event, tables, { status: 'INCOMPLETE', missing: json([...event.data.missing]) });
}

export function documentsReceived(event: Recorded<'DocumentsReceived'>, tables: Tables): Promise<void> {
  const received = JSON.stringify(event.data.documents);
  return change(event, tables, { documents: sql`documents || ${received}::jsonb` });
}

export function completed(event: Recorded<'ClaimCompleted'>, tables: Tables): Promise<void> {
  const { completedOn, payBy } = event.data;
  return change(event, tables, {
    status: 'COMPLETE',
    missing: json([]),
    completed_on: completedOn,
    pay_by: payBy,
  });
}

export async function calculated(event: Recorded<'BenefitCalculated'>, tables: Tables): Promise<void> {
  const { claimId, assessorId, ruleSetVersion, components, totalIdr, refusal, entitledChildren, health } =
    event.data;
  await change(event, tables, {
    status: 'CALCULATED',
    assessor_id: assessorId,
    rule_set_version: ruleSetVersion,
    total_idr: totalIdr,
    refusal: json<ClaimRow['refusal']>(refusal ?? null),
    entitled_children: entitledChildren.length,
  });
  await tables.deleteFrom('claim_components').where('claim_id', '=', claimId).execute();
  if (components.length === 0) return;
  const rows = components.map(({ code, amountIdr, law, article, payee }, line) => ({
    claim_id: claimId,
    line,
    code,
    amount_idr: amountIdr,
    law,
    article,
    payee,
    arithmetic: health.arithmetic?.[line]?.arithmetic ?? null,
  }));
  await tables.insertInto('claim_components').values(rows).execute();
}

export function held(event: Recorded<'ClaimHeld'>, tables: Tables): Promise<void> {
  const { assessorId, reason, law, article, detail } = event.data;
  const refusal = { decision: reason, rule: 'arrears-are-settled', law, article, detail };
  return change(event, tables, {
    status: 'HELD',
    assessor_id: assessorId,
    refusal: json<ClaimRow['refusal']>(refusal),
  });
}

export function approved(event: Recorded<'ClaimApproved'>, tables: Tables): Promise<void> {
  const { approverId, effectiveOn } = event.data;
  return change(event, tables, { status: 'APPROVED', decider_id: approverId, decided_on: effectiveOn });
}

export function denied(event: Recorded<'ClaimDenied'>, tables: Tables): Promise<void> {
  const { deciderId, effectiveOn, decision, rule, law, article, detail } = event.data;
  return change(event, tables, {
    status: 'DENIED',
    decider_id: deciderId,
    decided_on: effectiveOn,
    refusal: json<ClaimRow['refusal']>({ decision, rule, law, article, detail }),
  });
}

async function change(
  { data, revision }: RecordedEvent<ClaimEvent>,
  tables: Tables,
  row: ClaimChange,
): Promise<void> {
  await tables
    .updateTable('claims')
    .set({ ...row, revision: Number(revision) })
    .where('claim_id', '=', data.claimId)
    .execute();
}
