import { shape, shown } from '#http';

/** A text in the two languages of the office. */
export class BilingualAnswer extends shape({ id: shown.text(), en: shown.text() }) {}

const LEAF = { optional: true } as const;

/** One step of a tree of reasons; which members it has is told by its kind. */
export class ReasonAnswer extends shape({
  kind: shown.code(['INPUT', 'PARAMETER', 'CONVENTION', 'OPERATION', 'NUMBER']),
  text: shown.text({ ...LEAF, description: 'The number as people write it' }),
  exact: shown.text({ ...LEAF, description: 'The number exactly: 36000000 or 9/200' }),
  title: shown.nested(() => BilingualAnswer, LEAF),
  value: shown.json({ ...LEAF, description: 'As the rule or the request has it' }),
  field: shown.text({ ...LEAF, description: 'INPUT: the field of the request' }),
  given: shown.yesNo({ ...LEAF, description: 'INPUT: false where the field was not stated' }),
  rule: shown.text({ ...LEAF, description: 'PARAMETER: the id of the rule' }),
  part: shown.text({ ...LEAF, description: 'PARAMETER: which number of the rule' }),
  unit: shown.text(LEAF),
  from: shown.day(LEAF),
  until: shown.day(LEAF),
  law: shown.text(LEAF),
  article: shown.text(LEAF),
  sources: shown.text({ optional: true, each: true }),
  confidence: shown.text({
    ...LEAF,
    description: 'V seen, H well known, M a reading, L doubtful, D a design choice',
  }),
  id: shown.text({ ...LEAF, description: 'CONVENTION: R-n, Q-n, E-n' }),
  question: shown.nested(() => BilingualAnswer, LEAF),
  answer: shown.nested(() => BilingualAnswer, LEAF),
  operation: shown.text({ ...LEAF, description: 'OPERATION: MULTIPLY, ADD, SUBTRACT, AT_MOST, LOOK_UP …' }),
  of: shown.nested((): new () => object => ReasonAnswer, { optional: true, each: true }),
}) {}

/** One amount of an answer and why it is that amount. */
export class ComponentReasonsAnswer extends shape({
  code: shown.text(),
  title: shown.nested(() => BilingualAnswer, LEAF),
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  confidence: shown.text(),
  arithmetic: shown.text(),
  explanation: shown.nested(() => BilingualAnswer),
  payee: shown.text(LEAF),
  projected: shown.yesNo(LEAF),
  because: shown.nested(() => ReasonAnswer, {
    optional: true,
    description: 'Rounded once, half up, it is the amount; a refusal has none',
  }),
  facts: shown.json({ description: 'The facts it rests on, by name' }),
}) {}

class PolicyFactAnswer extends shape({
  name: shown.text(),
  title: shown.nested(() => BilingualAnswer),
  value: shown.json({ nullable: true, description: 'Null where it was not stated' }),
}) {}

/** One line of what the employer owes and why. */
export class OwedReasonsAnswer extends shape(
  { ground: shown.text(), reimbursable: shown.yesNo() },
  ComponentReasonsAnswer,
) {}

/** A condition that was asked, in order; the last one may have objected. */
export class PolicyReasonAnswer extends shape({
  policy: shown.text(),
  objected: shown.yesNo(),
  facts: shown.nested(() => PolicyFactAnswer, { each: true }),
  rules: shown.nested(() => ReasonAnswer, { each: true }),
  decision: shown.text(LEAF),
  law: shown.text(LEAF),
  article: shown.text(LEAF),
  words: shown.nested(() => BilingualAnswer, LEAF),
}) {}

/** Why a request is answered as it is. */
export class ExplanationAnswer extends shape({
  calculator: shown.text(),
  ruleSetVersion: shown.text(),
  totalIdr: shown.rupiah(),
  decision: shown.text(LEAF),
  decisionWords: shown.nested(() => BilingualAnswer, LEAF),
  rule: shown.text({ ...LEAF, description: 'The policy that refused' }),
  components: shown.nested(() => ComponentReasonsAnswer, { each: true }),
  policies: shown.nested(() => PolicyReasonAnswer, { each: true }),
  alsoRead: shown.nested(() => ReasonAnswer, {
    each: true,
    description: 'Rules that were read beside those, such as a limit that cut nothing',
  }),
  owedByEmployer: shown.nested(() => OwedReasonsAnswer, { optional: true, each: true }),
  owedByEmployerTotalIdr: shown.rupiah(LEAF),
  taxMemo: shown.json({ ...LEAF, description: 'How a lump sum is taxed; the total is gross' }),
  memo: shown.json({ ...LEAF, description: 'Figures that do not change the total' }),
  ignoredFields: shown.text({ optional: true, each: true }),
}) {}
