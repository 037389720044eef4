import { shape, shown } from '#http';
import { DENIAL_REASONS, SENT_BACK_FOR } from '../../domain/claim-by-people.events.js';
import { OWED_GROUNDS, PAYEES } from '../../domain/claim.events.js';
import { PART_STANDINGS } from '../../domain/decision.events.js';

/** A component of which less was approved than was calculated. */
export class ApprovedPartItem extends shape({
  code: shown.text(),
  calculatedIdr: shown.rupiah(),
  approvedIdr: shown.rupiah(),
  standing: shown.code(PART_STANDINGS, {
    description: 'CUT: the rest is refused; OPEN: it is looked at again',
  }),
  reason: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

export class ComponentItem extends shape({
  code: shown.text(),
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  payee: shown.code(PAYEES),
  arithmetic: shown.text({ nullable: true, example: '4% × 80 × 1,000,000 = 3,200,000' }),
}) {}

export class PayoutItem extends shape({
  payoutId: shown.uuid(),
  payee: shown.text(),
  amountIdr: shown.rupiah(),
  status: shown.text(),
  settledOn: shown.day({ nullable: true }),
  cameBackIdr: shown.rupiah({ description: 'What of it came back although the payment stands' }),
}) {}

export class RefusalItem extends shape({
  decision: shown.text({ example: 'REJECTED_INACTIVE' }),
  rule: shown.text({ description: 'Name of the rule that refused' }),
  law: shown.text(),
  article: shown.text(),
  detail: shown.text({ description: 'Plain words' }),
}) {}

export class ArrearsMonthItem extends shape({
  period: shown.month(),
  amountIdr: shown.rupiah({ description: 'At the tariff and with the relief of that month' }),
  isPaid: shown.yesNo({ description: 'Had been paid when the claim was held' }),
}) {}

/** What the employer of a wage earner owes itself: BPJS does not pay it, and it is no part of the sum. */
export class OwedItem extends shape({
  employerId: shown.uuid(),
  code: shown.text(),
  amountIdr: shown.rupiah(),
  ground: shown.code(OWED_GROUNDS),
  reimbursable: shown.yesNo({
    description: 'BPJS pays it back to the employer, after what the ground asks for',
  }),
  law: shown.text(),
  article: shown.text(),
}) {}

/** A line beside the components: what the claimant is paid is so much less. */
export class DeductionItem extends shape({
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  months: shown.month({ each: true, description: 'The months in arrears that count as paid by it' }),
}) {}

/** A reason to deny the claim that a person found, and that a supervisor has not decided yet. */
export class DenialProposalItem extends shape({
  reason: shown.code(DENIAL_REASONS),
  grounds: shown.text({ nullable: true, description: 'In words; null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'What shows it; null when the person was erased' }),
  proposerId: shown.text(),
  proposedOn: shown.day(),
}) {}

/** What whoever was to decide asked of whoever calculated. */
export class SentBackItem extends shape({
  lookAt: shown.code(SENT_BACK_FOR),
  question: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  deciderId: shown.text(),
  sentBackOn: shown.day(),
}) {}

/** Whose office somebody decided for, and by which delegation of it. */
export class DecidedByDelegationItem extends shape({
  delegationId: shown.uuid(),
  office: shown.text(),
}) {}
