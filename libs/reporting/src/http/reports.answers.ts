import { shape, shown } from '#http';
import { UNITS } from '../indicators/indicator.js';
import { WORKFORCE_KINDS } from '../workforce/workforce.js';

class WordsAnswer extends shape({ en: shown.text(), id: shown.text() }) {}

class CutAnswer extends shape({
  cut: shown.text({ description: 'As it is named in `by` and as a filter' }),
  words: shown.nested(() => WordsAnswer),
}) {}

class MeasureAnswer extends shape({
  name: shown.text({ description: 'As it is named in the figures' }),
  unit: shown.code(UNITS),
  words: shown.nested(() => WordsAnswer),
}) {}

/** What a report is. */
export class IndicatorAnswer extends shape({
  code: shown.text({ description: 'As the reference numbers it' }),
  name: shown.text({ description: 'In the address' }),
  version: shown.number({
    description: 'Version of the rule: raised whenever the same facts would give other figures',
  }),
  title: shown.nested(() => WordsAnswer),
  about: shown.nested(() => WordsAnswer, { description: 'What exactly is counted' }),
  time: shown.code(['ON_A_DAY', 'OVER_TIME'], {
    description: 'On a day (`on`), or over all time, of which months and years are cuts',
  }),
  cuts: shown.nested(() => CutAnswer, { each: true }),
  measures: shown.nested(() => MeasureAnswer, { each: true }),
}) {}

class WaitingAnswer extends shape({
  code: shown.text(),
  name: shown.text(),
  title: shown.nested(() => WordsAnswer),
  reason: shown.nested(() => WordsAnswer, { description: 'What is missing for it' }),
}) {}

/** Every report. */
export class IndicatorsAnswer extends shape({
  reports: shown.nested(() => IndicatorAnswer, { each: true }),
  waiting: shown.nested(() => WaitingAnswer, {
    each: true,
    description: 'Indicators that no contract tells enough for yet',
  }),
}) {}

const FIGURES = 'A figure for each measure, `persons` first; null where the row is withheld';

/** A row of a report. */
export class ReportRowAnswer extends shape({
  values: shown.json({ description: 'The value of each cut of `by`; UNSTATED where nobody said it' }),
  figures: shown.json({ nullable: true, description: FIGURES }),
  withheld: shown.yesNo({
    description: 'Fewer than five persons, or a number from which fewer than five could be worked out ("<5")',
  }),
}) {}

/** A report with its rows, or a page of them. */
export class ReportAnswer extends shape({
  report: shown.nested(() => IndicatorAnswer),
  on: shown.day({ nullable: true, description: 'The day of a report that is on a day' }),
  by: shown.text({ each: true }),
  where: shown.json({ description: 'The values that were asked for, by cut' }),
  items: shown.nested(() => ReportRowAnswer, { each: true }),
  total: shown.nested(() => ReportRowAnswer, {
    description: 'Of everything that was asked for; persons may be fewer than the rows add up to',
  }),
  nextCursor: shown.text({ nullable: true, description: 'Send it as ?cursor= for the next page' }),
  position: shown.position({
    nullable: true,
    description:
      'Place in the log up to which every event is counted. Only the feed tells it: with Kafka it stays where the feed left it, or null, and newer events are counted too',
  }),
  newestAt: shown.instant({ nullable: true, description: 'When the newest of them was recorded' }),
  putAside: shown.number({ description: 'Messages that could not be taken in and are not counted' }),
}) {}

class FileAnswer extends shape({
  name: shown.text(),
  bytes: shown.number(),
  sha256: shown.text(),
}) {}

/** What a file of a report rests on. */
export class ManifestAnswer extends shape({
  report: shown.text(),
  code: shown.text(),
  version: shown.number({ description: 'Version of the rule' }),
  query: shown.json({ description: 'The question: day, cuts and the values that were asked for' }),
  position: shown.text({
    nullable: true,
    description: 'Place in the log up to which every event is counted, as in a report',
  }),
  newestAt: shown.text({ nullable: true, description: 'When the newest of them was recorded' }),
  checkpoint: shown.text({ description: 'Under which name that place is kept' }),
  putAside: shown.number({ description: 'Messages that are not counted' }),
  file: shown.nested(() => FileAnswer),
}) {}

/** A figure that somebody else counted. */
export class WorkforceAnswer extends shape({
  area: shown.text({ description: 'Code of the regency' }),
  year: shown.number(),
  kind: shown.code(WORKFORCE_KINDS),
  persons: shown.number(),
  source: shown.text(),
  publishedOn: shown.day(),
}) {}
