import { shape, shown } from '#http';
import { ExplanationAnswer } from '#law-queries';
import { SOURCE_KINDS } from '../payout/payout.answers.js';

/** Whose office somebody decided for, and by which delegation of it. */
class StepDelegation extends shape({
  delegationId: shown.uuid(),
  office: shown.text(),
}) {}

/** A step that somebody took. */
export class ExplainedStep extends shape({
  event: shown.text({
    example: 'claim-0b7f…@7',
    description: 'Stream and revision: its proof is asked for by this',
  }),
  type: shown.text({ example: 'ClaimApproved' }),
  on: shown.day({ description: 'The day that it takes effect' }),
  recordedAt: shown.instant(),
  by: shown.text({ description: 'Subject of the token of whoever took it; `system` of a process' }),
  roles: shown.text({ each: true }),
  office: shown.text(),
  delegation: shown.nested(() => StepDelegation, {
    nullable: true,
    description:
      'By which delegation they decided for another office; null where it was theirs, or below theirs',
  }),
}) {}

class ExplainedComponentItem extends shape({
  code: shown.text(),
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  payee: shown.text({ nullable: true }),
  isPaidHere: shown.yesNo({ description: 'It is part of this payment' }),
  arithmetic: shown.text({
    nullable: true,
    description:
      'Null for whoever sees nothing of health, where a person said the amount, and once the key was destroyed',
  }),
}) {}

class ApprovedLessItem extends shape({
  code: shown.text(),
  calculatedIdr: shown.rupiah(),
  approvedIdr: shown.rupiah(),
}) {}

class ExplainedPaper extends shape({
  event: shown.text(),
  kind: shown.text(),
  paperId: shown.uuid({ nullable: true, description: 'Null where no file was handed in' }),
}) {}

/** What was calculated, or said by a person. */
class ExplainedCalculation extends shape({
  step: shown.nested(() => ExplainedStep),
  ruleSetVersion: shown.text({ nullable: true, description: 'Null where a person said what is due' }),
  totalIdr: shown.rupiah(),
  components: shown.nested(() => ExplainedComponentItem, { each: true }),
  inputs: shown.json({
    nullable: true,
    description:
      'What the law was asked. Null for whoever sees nothing of health, where nothing was asked, and once the key was destroyed',
  }),
  agrees: shown.yesNo({
    nullable: true,
    description:
      'Asked again today the law gives the same, by the same rule set; null where it cannot be asked',
  }),
  explanation: shown.nested(() => ExplanationAnswer, {
    nullable: true,
    description: 'Each number down to its rule or to what was known; null where the law cannot be asked',
  }),
}) {}

/** Why a payment is what it is: over the decision to the clause, the inputs, the papers and the people. */
export class PayoutExplanation extends shape({
  payoutId: shown.uuid(),
  payee: shown.text(),
  amountIdr: shown.rupiah(),
  benefitIdr: shown.rupiah({
    nullable: true,
    description: 'Only where something was deducted: the benefit before that',
  }),
  deductedIdr: shown.rupiah({ nullable: true }),
  partOfIdr: shown.rupiah({
    nullable: true,
    description:
      'What the components that are paid here come to, where this payment is a part of it: the rest is paid to others, or was paid before. Null where it is all of it',
  }),
  sourceKind: shown.code(SOURCE_KINDS),
  sourceId: shown.uuid(),
  programme: shown.text({ nullable: true }),
  eventDate: shown.day({ nullable: true, description: 'The day whose law applies' }),
  decision: shown.nested(() => ExplainedStep, {
    nullable: true,
    description: 'Null in logs that do not hold it',
  }),
  calculation: shown.nested(() => ExplainedCalculation, { nullable: true }),
  approvedLess: shown.nested(() => ApprovedLessItem, {
    each: true,
    description: 'Where less was approved than was calculated',
  }),
  papers: shown.nested(() => ExplainedPaper, { each: true }),
  steps: shown.nested(() => ExplainedStep, {
    each: true,
    description: 'From the claim to the money, in order',
  }),
}) {}
