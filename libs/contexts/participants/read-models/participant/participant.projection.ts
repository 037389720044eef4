import type { RecordedEvent } from '#event-store';
import { type EventOf, addPeriods } from '#kernel';
import { type Transaction, sql } from '#postgres';
import { defineProjection } from '#followers';
import { coverageWindow } from '../../domain/coverage-window.js';
import { maskNik } from '../../domain/nik.js';
import type { ContributionEvent, ParticipantEvent } from '../../domain/participant.events.js';
import { type ParticipantTables, createParticipantTables } from './participant.tables.js';

type Tables = Transaction<ParticipantTables>;

/** Who is registered, with whom, and how long what was paid keeps them covered. */
export const participantProjection = defineProjection<
  ParticipantEvent | ContributionEvent,
  ParticipantTables
>({
  name: 'participant',
  version: 2,
  categories: ['participant', 'contribution'],
  createTables: createParticipantTables,
  on: {
    ParticipantRegistered: addParticipant,
    ChildRegistered: addChild,
    HeirRegistered: addHeir,
    DeathReported: async ({ data, revision }, tables) => {
      await tables
        .updateTable('participants')
        .set({ died_on: data.diedOn, revision: Number(revision) })
        .where('participant_id', '=', data.participantId)
        .execute();
    },
    DeathTracedToAccident: ({ data, revision }, tables) => setRevision(tables, data.participantId, revision),
    ContributionPaid: addContribution,
  },
});

async function addParticipant(
  { data, revision }: RecordedEvent<EventOf<ParticipantEvent, 'ParticipantRegistered'>>,
  tables: Tables,
): Promise<void> {
  const { person } = data;
  await tables
    .insertInto('participants')
    .values({
      participant_id: data.participantId,
      segment: data.segment,
      channel: data.channel,
      payer: data.payer,
      sponsor_id: data.sponsorId ?? null,
      agreement_id: data.agreementId ?? null,
      district: data.district,
      sector: data.sector,
      income_base_idr: data.incomeBaseIdr,
      registered_on: data.effectiveOn,
      warnings: sql`${JSON.stringify(data.warnings)}::jsonb`,
      nik_masked: person.nik ? maskNik(person.nik) : null,
      name: person.name ?? null,
      birth_date: person.birthDate ?? null,
      sex: person.sex ?? null,
      phone: person.phone ?? null,
      occupation: person.occupation ?? null,
      workplace: person.workplace ?? null,
      died_on: null,
      paid_months: 0,
      contributed_idr: sql`0`,
      paid_through: null,
      revision: Number(revision),
      contributions_revision: null,
    })
    .execute();
}

async function addChild(
  { data, revision }: RecordedEvent<EventOf<ParticipantEvent, 'ChildRegistered'>>,
  tables: Tables,
): Promise<void> {
  await tables
    .insertInto('children')
    .values({
      child_id: data.childId,
      participant_id: data.participantId,
      name: data.person.name ?? null,
      birth_date: data.person.birthDate ?? null,
      school_level: data.school?.level ?? null,
      year_in_level: data.school?.yearInLevel ?? null,
      as_of: data.effectiveOn,
    })
    .execute();
  await setRevision(tables, data.participantId, revision);
}

async function addHeir(
  { data, revision }: RecordedEvent<EventOf<ParticipantEvent, 'HeirRegistered'>>,
  tables: Tables,
): Promise<void> {
  await tables
    .insertInto('heirs')
    .values({
      heir_id: data.heirId,
      participant_id: data.participantId,
      relation: data.relation,
      name: data.person.name ?? null,
    })
    .execute();
  await setRevision(tables, data.participantId, revision);
}

async function setRevision(tables: Tables, participantId: string, revision: bigint): Promise<void> {
  await tables
    .updateTable('participants')
    .set({ revision: Number(revision) })
    .where('participant_id', '=', participantId)
    .execute();
}

async function addContribution(
  { id, data, revision }: RecordedEvent<EventOf<ContributionEvent, 'ContributionPaid'>>,
  tables: Tables,
): Promise<void> {
  const { participantId, period, months, amountIdr, payer, paidOn, receipt, segment } = data;
  const window = coverageWindow(data, segment);
  await tables
    .insertInto('contributions')
    .values({
      event_id: id,
      participant_id: participantId,
      period,
      months,
      amount_idr: amountIdr,
      payer,
      paid_on: paidOn,
      receipt,
      covered_from: window.coveredFrom,
      arrears_from: window.arrearsFrom,
      inactive_from: window.inactiveFrom,
    })
    .execute();
  await tables
    .updateTable('participants')
    .set(({ eb }) => ({
      paid_months: eb('paid_months', '+', months),
      contributed_idr: sql`contributed_idr + ${amountIdr}`,
      paid_through: sql`greatest(paid_through, ${addPeriods(period, months - 1)})`,
      contributions_revision: Number(revision),
    }))
    .where('participant_id', '=', participantId)
    .execute();
}
