import type { SealedPartOpened } from '#contexts/audits/facts';
import type { AssignmentEvent } from '#contexts/deadlines/facts';
import type { DuesPaid, WageReported } from '#contexts/dues/facts';
import type {
  ChildCorrected,
  ChildRegistered,
  ContributionPaid,
  ContributionReversed,
  DeathDayCorrected,
  DeathReported,
  DeathRevoked,
  ParticipantCorrected,
  ParticipantMergedInto,
  ParticipantRegistered,
  ParticipantSplitOff,
  SelfEmploymentRegistered,
  WorkerJoined,
} from '#contexts/participants/facts';
import { type ScholarshipGranted, scholarshipIdOf } from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, fold, put, via } from '#followers';
import { type EventOf, type LocalDate, dateIn, daysBetween, firstDayOf, opened } from '#kernel';
import type { Segment } from '#law';
import { LEAST_DAYS_LATE, REGISTRARS, type RegistrationFact, personKey } from '../../domain/fact.js';
import {
  type KeptFact,
  children,
  drop,
  factRow,
  facts,
  keep,
  keepOfClaim,
  keepOwn,
  recordedOn,
  revise,
} from './evidence.tables.js';

type Registration = ParticipantRegistered | SelfEmploymentRegistered;

/** What was entered so late that a rule may ask for it. */
function late(
  event: RecordedEvent,
  what: 'REGISTRATION' | 'PAYMENT' | 'NOTICE',
  {
    participantId,
    from,
    id = event.id,
  }: { readonly participantId: string; readonly from: LocalDate; readonly id?: string },
): readonly Change[] {
  const recorded = recordedOn(event);
  if (daysBetween(from, recorded) < LEAST_DAYS_LATE) return [];
  const parts = { id, personId: participantId, onDay: from, data: { what, recordedOn: recorded } };
  return [keep(event, 'LATE_ENTRY', parts)];
}

const registered = (event: RecordedEvent, segment: Segment): RegistrationFact['data'] => ({
  segment,
  recordedOn: recordedOn(event),
  diedOn: null,
  diedAt: null,
  isMerged: false,
  name: null,
  birthDate: null,
});

function registrarOf(event: RecordedEvent<Registration>): string {
  const { sponsorId } = event.data;
  return sponsorId === undefined
    ? REGISTRARS.officer(event.metadata.actor.id)
    : REGISTRARS.sponsor(sponsorId);
}

/** A second registration of a person, as one who works for themselves. */
const secondOf = (participantId: string): string => `${participantId}/BPU`;

/** Of a person, and of their second registration. */
const bothOf = (
  participantId: string,
  to: (fact: KeptFact<'REGISTRATION'>) => KeptFact<'REGISTRATION'>,
): readonly Change[] => [participantId, secondOf(participantId)].map((id) => revise('REGISTRATION', id, to));

const died = (participantId: string, diedOn: LocalDate | null, diedAt: string | null): readonly Change[] =>
  bothOf(participantId, (fact) => ({ ...fact, data: { ...fact.data, diedOn, diedAt } }));

const merged = (participantId: string, isMerged: boolean): readonly Change[] =>
  bothOf(participantId, (fact) => ({ ...fact, data: { ...fact.data, isMerged } }));

const paymentId = ({
  participantId,
  period,
  receipt,
}: Pick<ContributionReversed['data'], 'participantId' | 'period' | 'receipt'>): string =>
  `${participantId}/${period}/${receipt}`;

/** Whom there is, what was paid for them, whether they live, and what they earn. */
export const fromPeople = {
  ParticipantRegistered: (event: RecordedEvent<ParticipantRegistered>) => {
    const { participantId, segment, effectiveOn, person } = event.data;
    const { name = null, birthDate = null } = opened(person) ?? {};
    const data = { ...registered(event, segment), name, birthDate };
    return [
      keepOwn(event, 'REGISTRATION', {
        id: participantId,
        personId: participantId,
        key: personKey(name, birthDate),
        actorId: registrarOf(event),
        onDay: effectiveOn,
        data,
      }),
      ...late(event, 'REGISTRATION', { participantId, from: effectiveOn }),
    ];
  },
  SelfEmploymentRegistered: (event: RecordedEvent<SelfEmploymentRegistered>) => {
    const { participantId, effectiveOn } = event.data;
    return [
      keep(event, 'REGISTRATION', {
        id: secondOf(participantId),
        personId: participantId,
        actorId: registrarOf(event),
        onDay: effectiveOn,
        data: registered(event, 'BPU'),
      }),
      ...late(event, 'REGISTRATION', { participantId, from: effectiveOn }),
    ];
  },
  WorkerJoined: (event: RecordedEvent<WorkerJoined>) => {
    const { membershipId, participantId, effectiveOn } = event.data;
    return [
      keepOwn(event, 'REGISTRATION', {
        id: membershipId,
        personId: participantId,
        onDay: effectiveOn,
        data: registered(event, 'PU'),
      }),
      ...late(event, 'REGISTRATION', { participantId, from: effectiveOn }),
    ];
  },
  ParticipantCorrected: ({ data }: RecordedEvent<ParticipantCorrected>) => {
    const { now } = opened(data.person) ?? {};
    return [
      revise('REGISTRATION', data.participantId, (fact) => {
        const name = now?.name ?? fact.data.name;
        const birthDate = now?.birthDate ?? fact.data.birthDate;
        return { ...fact, key: personKey(name, birthDate), data: { ...fact.data, name, birthDate } };
      }),
    ];
  },
  ParticipantMergedInto: ({ data }: RecordedEvent<ParticipantMergedInto>) => merged(data.participantId, true),
  ParticipantSplitOff: ({ data }: RecordedEvent<ParticipantSplitOff>) => merged(data.participantId, false),
  DeathReported: (event: RecordedEvent<DeathReported>) => {
    const { participantId, diedOn } = event.data;
    return [
      keep(event, 'DEATH', { id: participantId, personId: participantId, onDay: diedOn, data: {} }),
      ...died(participantId, diedOn, String(event.position)),
    ];
  },
  DeathDayCorrected: (event: RecordedEvent<DeathDayCorrected>) => {
    const { participantId, diedOn } = event.data;
    return [
      revise('DEATH', participantId, (fact) => ({ ...fact, onDay: diedOn })),
      ...died(participantId, diedOn, String(event.position)),
    ];
  },
  DeathRevoked: ({ data: { participantId } }: RecordedEvent<DeathRevoked>) => [
    drop('DEATH', participantId),
    ...died(participantId, null, null),
  ],
  ContributionPaid: (event: RecordedEvent<ContributionPaid>) => {
    const { participantId, segment, period, months, paidOn, setOffClaimId } = event.data;
    // What is deducted from a benefit is no money that came.
    if (setOffClaimId !== undefined) return [];
    const id = paymentId(event.data);
    const parts = { id, personId: participantId, onDay: paidOn };
    return [
      ...(segment === 'BPU' ? [keepOwn(event, 'PAYMENT', { ...parts, data: { period, months } })] : []),
      ...late(event, 'PAYMENT', { participantId, from: paidOn, id }),
    ];
  },
  ContributionReversed: ({ data }: RecordedEvent<ContributionReversed>) => [
    drop('PAYMENT', paymentId(data)),
    drop('LATE_ENTRY', paymentId(data)),
  ],
  WageReported: (event: RecordedEvent<WageReported>) => {
    const { membershipId, participantId, employerId, period, wageIdr } = event.data;
    const id = `${membershipId}/${period}`;
    // Zero takes back what was reported by mistake.
    if (wageIdr === 0) return [drop('WAGE', id)];
    return [
      keepOwn(event, 'WAGE', {
        id,
        personId: participantId,
        key: employerId,
        thingId: membershipId,
        onDay: firstDayOf(period),
        data: { period, wageIdr },
      }),
    ];
  },
  DuesPaid: (event: RecordedEvent<DuesPaid>) => {
    const { employerId, effectiveOn: onDay } = event.data;
    const recorded = recordedOn(event);
    if (daysBetween(onDay, recorded) < LEAST_DAYS_LATE) return [];
    return [
      keep(event, 'LATE_DUES', { id: event.id, key: employerId, onDay, data: { recordedOn: recorded } }),
    ];
  },
  ChildRegistered: ({ data }: RecordedEvent<ChildRegistered>) => {
    const { name = null, birthDate = null } = opened(data.person) ?? {};
    return [put(children, { childId: data.childId, name, birthDate })];
  },
  ChildCorrected: ({ data }: RecordedEvent<ChildCorrected>) => {
    const { now } = opened(data.person) ?? {};
    return [
      fold(
        children,
        data.childId,
        (row) =>
          row && {
            ...row,
            name: now?.name ?? row.name,
            birthDate: now?.birthDate ?? row.birthDate,
          },
      ),
      revise('RIGHT', scholarshipIdOf(data), (fact) => {
        const name = now?.name ?? fact.data.name;
        const birthDate = now?.birthDate ?? fact.data.birthDate;
        return { ...fact, key: personKey(name, birthDate), data: { ...fact.data, name, birthDate } };
      }),
    ];
  },
  ScholarshipGranted: (event: RecordedEvent<ScholarshipGranted>) => {
    const { scholarshipId, participantId, childId, effectiveOn } = event.data;
    return [
      put(
        facts,
        via(children, childId, ({ name, birthDate }) =>
          factRow(event, 'RIGHT', {
            id: scholarshipId,
            personId: participantId,
            key: personKey(name, birthDate),
            thingId: scholarshipId,
            onDay: effectiveOn,
            data: { childId, name, birthDate },
          }),
        ),
      ),
    ];
  },
  SealedPartOpened: (event: RecordedEvent<SealedPartOpened>) => {
    const { openingId, participantId, part, openerId, openedAt } = event.data;
    if (part !== 'HEALTH') return [];
    return [
      keep(event, 'OPENING', {
        id: openingId,
        personId: participantId,
        actorId: openerId,
        onDay: dateIn(openedAt),
        data: {},
      }),
    ];
  },
  StepAssigned: (event: RecordedEvent<EventOf<AssignmentEvent, 'StepAssigned'>>) => {
    const { deadlineId, subject, ownerId, effectiveOn } = event.data;
    if (subject.kind !== 'CLAIM') return [];
    return [
      keepOfClaim(event, 'ASSIGNMENT', subject.id, ({ personId }) => ({
        id: `${deadlineId}/${ownerId}`,
        personId,
        actorId: ownerId,
        thingId: subject.id,
        onDay: effectiveOn,
        data: { releasedOn: null },
      })),
    ];
  },
  StepReleased: ({ data }: RecordedEvent<EventOf<AssignmentEvent, 'StepReleased'>>) => [
    revise('ASSIGNMENT', `${data.deadlineId}/${data.formerOwnerId}`, (fact) => ({
      ...fact,
      data: { releasedOn: data.effectiveOn },
    })),
  ],
};
