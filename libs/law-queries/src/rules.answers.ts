import { PageOf, shape, shown } from '#http';
import { BilingualAnswer } from './explanation.answers.js';

class RuleLinkAnswer extends shape({ name: shown.text(), address: shown.text() }) {}

class RuleSourceAnswer extends shape({ id: shown.text(), what: shown.text(), where: shown.text() }) {}

export class RuleVersionAnswer extends shape({
  from: shown.day(),
  until: shown.day({ optional: true, description: 'Last day; missing while no later version is known' }),
  value: shown.json({ description: 'A number, digits of a percentage, or several of them by name' }),
  law: shown.text(),
  article: shown.text(),
  confidence: shown.text(),
  links: shown.nested(() => RuleLinkAnswer, { each: true }),
  sources: shown.nested(() => RuleSourceAnswer, { each: true }),
}) {}

class RuleHeadAnswer extends shape({
  id: shown.text(),
  title: shown.nested(() => BilingualAnswer),
  unit: shown.text(),
  chapter: shown.text(),
  group: shown.nested(() => BilingualAnswer),
}) {}

export class RuleSummaryAnswer extends shape(
  {
    versions: shown.number({ description: 'How many versions there are' }),
    inForce: shown.nested(() => RuleVersionAnswer, {
      optional: true,
      description: 'What it says on the day; missing where it did not exist then',
    }),
  },
  RuleHeadAnswer,
) {}

export class RulePage extends PageOf(RuleSummaryAnswer) {}

export class RuleHistoryAnswer extends shape(
  {
    versions: shown.nested(() => RuleVersionAnswer, { each: true, description: 'Oldest first' }),
    readBy: shown.text({ each: true, description: 'The calculators that read it' }),
  },
  RuleHeadAnswer,
) {}
