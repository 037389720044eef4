import type { RecordedEvent } from '#event-store';
import { type EventOf, addPeriods, opened, rupiah } from '#kernel';
import { type Change, append, category, change, put, readModel } from '#followers';
import { coverageWindow } from '../../domain/coverage-window.js';
import { maskNik } from '../../domain/nik.js';
import type { ContributionEvent, ParticipantEvent } from '../../domain/participant.events.js';
import { type ParticipantRow, children, contributions, heirs, participants } from './participant.tables.js';

/** Who is registered, with whom, and how long what was paid keeps them covered. */
export const participantReadModel = readModel({
  name: 'participant',
  version: 3,
  own: [category<ParticipantEvent>('participant'), category<ContributionEvent>('contribution')],
  tables: { participants, contributions, children, heirs },
  on: {
    ParticipantRegistered: (event) => [put(participants, newRow(event))],
    ChildRegistered: (event) => [
      put(children, {
        childId: event.data.childId,
        participantId: event.data.participantId,
        name: opened(event.data.person)?.name ?? null,
        birthDate: opened(event.data.person)?.birthDate ?? null,
        schoolLevel: event.data.school?.level ?? null,
        yearInLevel: event.data.school?.yearInLevel ?? null,
        asOf: event.data.effectiveOn,
      }),
      participant(event),
    ],
    HeirRegistered: (event) => [
      put(heirs, {
        heirId: event.data.heirId,
        participantId: event.data.participantId,
        relation: event.data.relation,
        name: opened(event.data.person)?.name ?? null,
      }),
      participant(event),
    ],
    DeathReported: (event) => [participant(event, { diedOn: event.data.diedOn })],
    // Deaths tell what was found out; here it is only one revision more.
    DeathTracedToAccident: (event) => [participant(event)],
    ContributionPaid: (event) => [append(contributions, contributionRow(event)), addedUp(event)],
  },
});

/** Changes the participant that an event of their own stream is about. */
function participant(
  { data, revision }: RecordedEvent<ParticipantEvent>,
  columns: Partial<ParticipantRow> = {},
): Change {
  return change(participants, data.participantId, (row) => ({
    ...row,
    ...columns,
    revision: Number(revision),
  }));
}

function newRow({
  data,
  revision,
}: RecordedEvent<EventOf<ParticipantEvent, 'ParticipantRegistered'>>): ParticipantRow {
  const person = opened(data.person);
  return {
    participantId: data.participantId,
    segment: data.segment,
    channel: data.channel,
    payer: data.payer,
    sponsorId: data.sponsorId ?? null,
    agreementId: data.agreementId ?? null,
    district: data.district,
    sector: data.sector,
    incomeBaseIdr: data.incomeBaseIdr,
    registeredOn: data.effectiveOn,
    warnings: data.warnings,
    nikMasked: person ? maskNik(person.nik) : null,
    name: person?.name ?? null,
    birthDate: person?.birthDate ?? null,
    sex: person?.sex ?? null,
    phone: person?.phone ?? null,
    occupation: person?.occupation ?? null,
    workplace: person?.workplace ?? null,
    diedOn: null,
    paidMonths: 0,
    contributedIdr: rupiah(0),
    paidThrough: null,
    revision: Number(revision),
    contributionsRevision: null,
  };
}

function contributionRow({ id, data }: RecordedEvent<ContributionEvent>) {
  const { participantId, period, months, amountIdr, payer, paidOn, receipt, segment } = data;
  const cover = coverageWindow(data, segment);
  return { eventId: id, participantId, period, months, amountIdr, payer, paidOn, receipt, ...cover };
}

/** Months may be paid in any order: the last of them is not always the newest. */
function addedUp({ data, revision }: RecordedEvent<ContributionEvent>): Change {
  const last = addPeriods(data.period, data.months - 1);
  return change(participants, data.participantId, (row) => ({
    ...row,
    paidMonths: row.paidMonths + data.months,
    contributedIdr: rupiah(row.contributedIdr + data.amountIdr),
    paidThrough: row.paidThrough !== null && row.paidThrough > last ? row.paidThrough : last,
    contributionsRevision: Number(revision),
  }));
}
