import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { FACILITY_KINDS, PLKK_PROPOSALS, QUALITY_OUTCOMES } from '../../domain/facility.events.js';
import { PLKK_SERVICES, STOP_REASONS, WHAT_BECOMES_OF_PATIENTS } from '../../domain/plkk-terms.js';

const NULL = { nullable: true } as const;

export class FacilitySummary extends shape({
  facilityId: shown.uuid(),
  name: shown.text({ example: 'RS Contoh Cikarang' }),
  kind: shown.code(FACILITY_KINDS),
  district: shown.text({ example: '321600' }),
  isPlkk: shown.yesNo({
    description: 'On the day of the question: an agreement is in force, and not suspended',
  }),
  nextCheckBy: shown.day({
    ...NULL,
    description: 'By when its quality is looked at again; null where nobody has looked',
  }),
}) {}

export class FacilityPage extends PageOf(FacilitySummary) {}

export class ShownTariffItem extends shape({
  item: shown.text({ example: 'RAWAT-INAP-I' }),
  priceIdr: shown.rupiah(),
}) {}

/** What is agreed on the day of the question. */
export class TermsItem extends shape({
  services: shown.code(PLKK_SERVICES, { each: true }),
  tariff: shown.nested(() => ShownTariffItem, { each: true }),
  beds: shown.number(),
  registersWorkers: shown.yesNo(),
  takesPayments: shown.yesNo(),
}) {}

/** A suspension, or the end. */
export class StopItem extends shape({
  from: shown.day(),
  until: shown.day({ ...NULL, description: 'Of a suspension: its last day' }),
  reason: shown.code(STOP_REASONS),
  patients: shown.code(WHAT_BECOMES_OF_PATIENTS),
  careUntil: shown.day(),
}) {}

export class QualityItem extends shape({
  checkedOn: shown.day(),
  outcome: shown.code(QUALITY_OUTCOMES),
  nextCheckBy: shown.day(),
}) {}

export class AgreementItem extends shape({
  agreementId: shown.uuid(),
  reference: shown.text({ example: 'PKS/021/2026' }),
  validFrom: shown.day(),
  lastDay: shown.day({ description: 'As it was agreed, extended or ended' }),
  isInForce: shown.yesNo({ description: 'On the day of the question' }),
  terms: shown.nested(() => TermsItem),
  quality: shown.nested(() => QualityItem, { ...NULL, description: 'The last look at it' }),
  suspensions: shown.nested(() => StopItem, { each: true }),
  ended: shown.nested(() => StopItem, { ...NULL, description: 'Before its time' }),
}) {}

export class FacilityAccountItem extends shape({
  bank: shown.text({ example: 'BANK CONTOH' }),
  number: shown.text({ example: '0001234567' }),
  holder: shown.text({ example: 'RS Contoh Cikarang' }),
}) {}

/** An agreement or an addendum that waits for its second signature: nothing rests on it. */
export class PlkkProposalItem extends shape({
  proposalId: shown.uuid(),
  agreementId: shown.uuid(),
  kind: shown.code(PLKK_PROPOSALS),
  reference: shown.text({ example: 'PKS/021/2026' }),
  from: shown.day({ ...NULL, description: 'The first day on which it would count; null of another end' }),
  until: shown.day({ ...NULL, description: 'The last day that is proposed; null of other terms' }),
  account: shown.nested(() => FacilityAccountItem, {
    ...NULL,
    description: 'Where the facility would be paid; null where that is to stay as it is',
  }),
  proposedOn: shown.day(),
  proposerId: shown.text({ description: 'Who signed first' }),
  office: shown.text({ description: 'Where it is signed' }),
}) {}

export class FacilityDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/facilities/0b4f…'),
    whatCanBeDone,
    account: shown.nested(() => FacilityAccountItem, { description: 'Where its invoices are paid' }),
    agreements: shown.nested(() => AgreementItem, { each: true }),
    proposals: shown.nested(() => PlkkProposalItem, { each: true }),
    timeline: shown.nested(() => TimelineItem, { each: true }),
  },
  FacilitySummary,
) {}
