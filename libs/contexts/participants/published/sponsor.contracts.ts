import { PAYMENT_REVERSAL_REASONS } from '#kernel';
import {
  type Contract,
  contract,
  count,
  day,
  district,
  id,
  line,
  listOf,
  month,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { confirmation, toBeConfirmed } from '../../published-fields.js';
import {
  CANCELLING_REASONS,
  type FieldActionCancelled,
  type FieldActionPlanned,
} from '../domain/field-action.events.js';
import { OCCUPATION_GROUPS } from '../domain/participant.events.js';
import type {
  PaymentListCompleted,
  PaymentListRefunded,
  PaymentListReversed,
  PaymentListStarted,
} from '../domain/payment-list.events.js';
import {
  REMOVAL_REASONS,
  ROSTER_WAYS,
  type SponsorMembersAdded,
  type SponsorMembersRemoved,
  type SponsorPlacesGivenBack,
} from '../domain/roster.events.js';
import {
  BASES,
  type BackDatedAgreementConfirmed,
  EARLY_END_REASONS,
  SPONSOR_KINDS,
  type SponsorAgreementEndedEarly,
  type SponsorAgreementExtended,
  type SponsorAgreementSigned,
  type SponsorRegistered,
} from '../domain/sponsor.events.js';

const agreement = { sponsorId: id('The sponsor'), agreementId: id('The agreement') };

const promised = {
  validUntil: day('Last day'),
  quota: optional(count('For how many people at most it pays at the same time, where that was stated')),
  monthlyIdr: optional(rupiahs('How much it pays at most a month, where that was stated')),
};

const listId = id('The list');

/** Who pays for others, for how many and whom, and where workers are looked for. */
export const sponsorContracts: readonly Contract[] = [
  contract({
    type: 'lindung.participants.sponsor-registered.v1',
    from: 'SponsorRegistered',
    about: 'A village, a government or a company that pays for workers was registered.',
    fields: {
      sponsorId: id('The sponsor'),
      kind: oneOf('Its kind', SPONSOR_KINDS),
      district: district('Where it is'),
      registeredOn: day('Day of the registration'),
    },
    data: ({ data }: SponsorRegistered) => ({ ...data, registeredOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.sponsor-agreement-signed.v1',
    from: 'SponsorAgreementSigned',
    about: 'A sponsor promised to pay.',
    fields: {
      ...agreement,
      basis: optional(oneOf('What the promise rests on, where that was stated', BASES)),
      governmentPaid: yesNo('Paid from the budget of the state or of a region'),
      validFrom: day('First day'),
      ...promised,
      signedOn: day('Day on which it was recorded'),
      toBeConfirmed,
    },
    data: ({ data }: SponsorAgreementSigned) => ({
      ...data,
      ...confirmation(data),
      signedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.sponsor-agreement-confirmed.v1',
    from: 'BackDatedAgreementConfirmed',
    about: 'An agreement that was recorded long after its first day holds: a second person has confirmed it.',
    fields: { ...agreement, confirmedOn: day('Day') },
    data: ({ data }: BackDatedAgreementConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.sponsor-agreement-extended.v1',
    from: 'SponsorAgreementExtended',
    about: 'An agreement goes on for longer, or for more people.',
    fields: { ...agreement, ...promised, extendedOn: day('Day of the addendum') },
    data: ({ data }: SponsorAgreementExtended) => ({ ...data, extendedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.sponsor-agreement-ended-early.v1',
    from: 'SponsorAgreementEndedEarly',
    about: 'An agreement ended before its time. What was paid under it stands.',
    fields: { ...agreement, reason: oneOf('Why', EARLY_END_REASONS), endedOn: day('Its last day') },
    data: ({ data }: SponsorAgreementEndedEarly) => ({ ...data, endedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.sponsor-members-added.v1',
    from: 'SponsorMembersAdded',
    about: 'People are carried under an agreement from a month on: they take places of its quota.',
    fields: {
      ...agreement,
      payer: oneOf('Kind of sponsor', SPONSOR_KINDS),
      way: oneOf('How they came under it', ROSTER_WAYS),
      from: month('First month'),
      members: listOf('Who', {
        participantId: id('The worker'),
        monthlyIdr: rupiahs('What is due for them a month, by the tariff of the first one'),
      }),
      addedOn: day('Day'),
    },
    data: ({ data }: SponsorMembersAdded) => ({ ...data, addedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.sponsor-members-removed.v1',
    from: 'SponsorMembersRemoved',
    about: 'People are carried under an agreement until a month, and no longer.',
    fields: {
      ...agreement,
      members: listOf('Who', { participantId: id('The worker') }),
      last: month('Last month for which the sponsor pays'),
      reason: oneOf('Why', REMOVAL_REASONS),
      toAgreementId: optional(id('The agreement under which they go on, where they were transferred')),
      removedOn: day('Day'),
    },
    data: ({ data }: SponsorMembersRemoved) => ({
      ...data,
      members: data.participantIds.map((participantId) => ({ participantId })),
      removedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.sponsor-places-given-back.v1',
    from: 'SponsorPlacesGivenBack',
    about: 'Places were taken for people whom the sponsor did not pay for after all: they are free again.',
    fields: {
      ...agreement,
      members: listOf('Who', { participantId: id('The worker') }),
      givenBackOn: day('Day'),
    },
    data: ({ data }: SponsorPlacesGivenBack) => ({
      ...data,
      members: data.participantIds.map((participantId) => ({ participantId })),
      givenBackOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.participants.payment-list-started.v1',
    from: 'PaymentListStarted',
    about: 'A sponsor paid in one sum for the members of a list.',
    fields: {
      listId,
      ...agreement,
      rows: count('Lines of the list'),
      period: month('First month that it pays'),
      months: count('Number of months'),
      amountIdr: rupiahs('What came in'),
      paidOn: day('Day of payment'),
    },
    data: ({ data }: PaymentListStarted) => data,
  }),
  contract({
    type: 'lindung.participants.payment-list-completed.v1',
    from: 'PaymentListCompleted',
    about: 'The sum was allocated: a contribution was told for each member whom it reached.',
    fields: {
      listId,
      rows: count('Lines of the list'),
      paid: count('Lines whose contribution is recorded'),
      paidIdr: rupiahs('What these come to'),
      remainderIdr: rupiahs('What came in and paid for nobody'),
      completedOn: day('Day'),
    },
    data: ({ data }: PaymentListCompleted) => ({ ...data, completedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.payment-list-reversed.v1',
    from: 'PaymentListReversed',
    about: 'The sum was taken back, and with it the contribution of each member whom it had reached.',
    fields: {
      listId,
      reason: oneOf('Why', PAYMENT_REVERSAL_REASONS),
      reversed: count('Members whose contribution was taken back'),
      reversedIdr: rupiahs('What these came to'),
      reversedOn: day('Day'),
    },
    data: ({ data }: PaymentListReversed) => ({ ...data, reversedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.payment-list-refunded.v1',
    from: 'PaymentListRefunded',
    about: 'Money was paid back to a sponsor, or to whoever had paid.',
    fields: { listId, amountIdr: rupiahs('How much'), refundedOn: day('Day') },
    data: ({ data }: PaymentListRefunded) => ({ ...data, refundedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.field-action-planned.v1',
    from: 'FieldActionPlanned',
    about: 'Somebody goes out to register workers where they are.',
    fields: {
      fieldActionId: id('The action'),
      district: district('Where'),
      branch: line('The branch of BPJS that goes there'),
      startsOn: day('First day'),
      endsOn: day('Last day'),
      targetGroup: oneOf('Whom it is for', OCCUPATION_GROUPS),
      targetPersons: count('How many are hoped for'),
      plannedOn: day('Day on which it was planned'),
    },
    data: ({ data }: FieldActionPlanned) => ({ ...data, plannedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.participants.field-action-cancelled.v1',
    from: 'FieldActionCancelled',
    about: 'It does not take place after all, or goes on no longer.',
    fields: {
      fieldActionId: id('The action'),
      reason: oneOf('Why', CANCELLING_REASONS),
      cancelledOn: day('Day'),
    },
    data: ({ data }: FieldActionCancelled) => ({ ...data, cancelledOn: data.effectiveOn }),
  }),
];
