import { asked, shape } from '#http';
import { NO_SIGNATURE_REASONS } from '#kernel';
import { REMOVAL_REASONS } from '../domain/roster.events.js';
import { BASES, EARLY_END_REASONS, SPONSOR_KINDS } from '../domain/sponsor.events.js';

export class RegisterSponsorBody extends shape({
  kind: asked.code(SPONSOR_KINDS),
  name: asked.name({ description: 'Name of the public body or company' }),
  district: asked.district(),
}) {}

/** Why a sponsor says that it pays no more; the other reasons follow from a transfer. */
export const WHY_REMOVED = REMOVAL_REASONS.filter((one) => one !== 'OTHER_SPONSOR' && one !== 'PAYS_ALONE');

const reference = (of: string) => asked.paperNumber({ max: 100, description: `Number of ${of}` });

/** How many, and how much. */
const limits = {
  quota: asked.integer({
    min: 1,
    max: 10_000_000,
    optional: true,
    description: 'For how many people it pays at the same time at most',
  }),
  monthlyIdr: asked.rupiah({
    min: 1,
    optional: true,
    description: 'How much it pays a month at most, by the tariff of the month in which each of them joins',
  }),
};

export class SignSponsorAgreementBody extends shape({
  basis: asked.code(BASES, { optional: true, description: 'What the promise rests on' }),
  reference: reference('the decree or contract'),
  governmentPaid: asked.yesNo({ description: 'Paid from APBN or APBD, village budgets included' }),
  validFrom: asked.day(),
  validUntil: asked.day(),
  ...limits,
}) {}

export class ExtendSponsorAgreementBody extends shape({
  reference: reference('the addendum'),
  validUntil: asked.day({ description: 'The new last day, or the present one' }),
  ...limits,
}) {}

export class RefuseSponsorProposalBody extends shape({ reason: asked.code(NO_SIGNATURE_REASONS) }) {}

export class EndSponsorAgreementBody extends shape({
  reason: asked.code(EARLY_END_REASONS),
  reference: reference('the paper that shows it'),
  lastDay: asked.day(),
}) {}

const members = asked.uuid({ each: true, minItems: 1, maxItems: 500, description: 'Who' });

export class RemoveMembersBody extends shape({
  participantIds: members,
  last: asked.month({ description: 'The last month for which the sponsor pays' }),
  reason: asked.code(WHY_REMOVED),
}) {}

export class TransferMembersBody extends shape({
  participantIds: members,
  from: asked.month({ description: 'The first month for which the other one pays' }),
  toSponsorId: asked.uuid({ optional: true, description: 'Left out: they pay for themselves' }),
  toAgreementId: asked.uuid({ optional: true }),
}) {}
