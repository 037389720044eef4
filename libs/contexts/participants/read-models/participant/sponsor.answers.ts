import { PageOf, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { REMOVAL_REASONS } from '../../domain/roster.events.js';
import { BASES, EARLY_END_REASONS, SPONSOR_KINDS, SPONSOR_PROPOSALS } from '../../domain/sponsor.events.js';

const NULL = { nullable: true } as const;

export class SponsorSummary extends shape({
  sponsorId: shown.uuid(),
  kind: shown.code(SPONSOR_KINDS),
  name: shown.text(),
  district: shown.text({ example: '321605' }),
  registeredOn: shown.day(),
  agreements: shown.number({ description: 'All that were ever signed' }),
}) {}

export class SponsorPage extends PageOf(SponsorSummary) {}

export class AgreementItem extends shape({
  agreementId: shown.uuid(),
  basis: shown.code(BASES, { ...NULL, description: 'Null where nobody stated it' }),
  reference: shown.text(),
  governmentPaid: shown.yesNo(),
  validFrom: shown.day(),
  validUntil: shown.day({ description: 'With extensions; the last day of one that ended early' }),
  endedEarly: shown.code(EARLY_END_REASONS, { ...NULL, description: 'Why it ended before its time' }),
  extensions: shown.number(),
  confirmed: shown.yesNo({ description: 'It holds; else a second person has to confirm it' }),
  quota: shown.number({ ...NULL, description: 'For how many people at most; null where nobody counts them' }),
  placesLeft: shown.number({ ...NULL, description: 'Of the quota' }),
  monthlyIdr: shown.rupiah({ ...NULL, description: 'How much a month at most' }),
  carried: shown.number({ description: 'People in the month of the question' }),
  everCarried: shown.number({ description: 'With those who left' }),
  paidMonths: shown.month({ each: true, description: 'Months for which it has paid for anybody' }),
  paidIdr: shown.rupiah({ description: 'All that it has paid' }),
  monthsInArrears: shown.month({
    each: true,
    description: 'Months that were promised, are due, and were paid by nobody for somebody',
  }),
  owedIdr: shown.rupiah({ description: 'For the months that can still be paid, by the law of each' }),
  fineIdr: shown.rupiah({ description: 'The law fines employers only: nothing for the self-employed' }),
}) {}

/** An agreement or an addendum that waits for its second signature: nobody is registered or paid for under it. */
export class SponsorProposalItem extends shape({
  proposalId: shown.uuid(),
  agreementId: shown.uuid(),
  kind: shown.code(SPONSOR_PROPOSALS),
  reference: shown.text(),
  validFrom: shown.day({ ...NULL, description: 'Null of an addendum' }),
  validUntil: shown.day(),
  quota: shown.number(NULL),
  monthlyIdr: shown.rupiah(NULL),
  proposedOn: shown.day(),
  proposerId: shown.text({ description: 'Who signed first' }),
  office: shown.text({ description: 'Where it is signed' }),
}) {}

export class SponsorDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/sponsors/0b4f…'),
    whatCanBeDone,
    allAgreements: shown.nested(() => AgreementItem, {
      each: true,
      description: 'Agreements, the oldest first',
    }),
    proposals: shown.nested(() => SponsorProposalItem, { each: true }),
  },
  SponsorSummary,
) {}

export class PromisedMonthItem extends shape({
  period: shown.month({ example: '2026-10' }),
  dueOn: shown.day(),
  promised: shown.number({ description: 'People who were carried' }),
  joined: shown.number({ description: 'Whose first month it was' }),
  left: shown.number({ description: 'Whose last month it was' }),
  paid: shown.number({ description: 'People for whom the sponsor paid' }),
  byOthers: shown.number({ description: 'For whom somebody else paid' }),
  unpaid: shown.number({ description: 'For whom nobody has paid, though it is due' }),
  chargeable: shown.yesNo({ description: 'Whether these arrears can still be paid' }),
  owedIdr: shown.rupiah({ description: 'What is due for them, by the law of the month' }),
  fineIdr: shown.rupiah({ description: 'The law fines employers only: nothing for the self-employed' }),
}) {}

export class PromisedMonths extends shape({
  agreementId: shown.uuid(),
  months: shown.nested(() => PromisedMonthItem, {
    each: true,
    description: 'Oldest first, up to the present one',
  }),
}) {}

export class RosterItem extends shape({
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  diedOn: shown.day(NULL),
  fromMonth: shown.month({ example: '2026-10', description: 'The first month' }),
  lastMonth: shown.month({ ...NULL, description: 'The last month; null while it goes on' }),
  reason: shown.code(REMOVAL_REASONS, { ...NULL, description: 'Why they are carried no more' }),
  toAgreementId: shown.uuid({ ...NULL, description: 'The agreement under which they go on' }),
}) {}

export class RosterPage extends PageOf(RosterItem) {}
