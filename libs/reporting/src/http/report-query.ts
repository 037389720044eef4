import { PageQuery, AfterQuery, asked, shape, wrongValue } from '#http';
import { type LocalDate, Rejection, type Words } from '#kernel';
import { CUTS, CUT_WORDS, type Cut, type Indicator, indicatorNamed } from '../indicators/index.js';
import type { ReportAsked } from '../reports.js';
import { reportingRefusals } from './reporting.refusals.js';

const LONGEST_VALUE = 100;

const fixed = (cut: Cut) =>
  asked.text({ optional: true, max: LONGEST_VALUE, description: `Only this ${CUT_WORDS[cut].en}` });

const QUESTION = {
  on: asked.day({ optional: true, description: 'Of a report on a day: that day; today unless told' }),
  by: asked.text({
    optional: true,
    max: 200,
    description: 'Cuts, separated by commas, by which rows are told apart; with the filters at most two',
  }),
  segment: fixed('segment'),
  sex: fixed('sex'),
  ageBand: fixed('ageBand'),
  employerKind: fixed('employerKind'),
  area: fixed('area'),
  kind: fixed('kind'),
  payee: fixed('payee'),
  reason: fixed('reason'),
  occupationGroup: fixed('occupationGroup'),
  channel: fixed('channel'),
  payer: fixed('payer'),
  sponsor: fixed('sponsor'),
  district: fixed('district'),
  branch: fixed('branch'),
  programme: fixed('programme'),
  office: fixed('office'),
  decision: fixed('decision'),
  month: fixed('month'),
  year: fixed('year'),
};

/** What is asked of a report as a whole. */
export class ReportQuery extends shape(QUESTION, AfterQuery) {}

/** The same, page by page. */
export class ReportPageQuery extends shape(
  {
    ...QUESTION,
    sort: asked.text({
      optional: true,
      max: 50,
      description: 'A cut or a measure, `-` before it for descending; by the cuts unless told',
    }),
  },
  PageQuery,
) {}

/**
 * What is asked for, in the terms of an indicator.
 * @throws Rejection REPORT_UNKNOWN @throws ProblemError 400 for a cut that it does not have
 */
export function askedOf(name: string, query: ReportQuery, today: LocalDate): ReportAsked {
  const indicator = indicatorNamed(name);
  if (!indicator) throw new Rejection(reportingRefusals.REPORT_UNKNOWN());
  const where = Object.fromEntries(
    CUTS.flatMap((cut) => {
      const value = query[cut];
      if (value === undefined) return [];
      if (!indicator.cuts[cut]) throw wrongValue(cut, cutsOf(indicator));
      return [[cut, value]];
    }),
  );
  return { name, on: query.on, by: cutsIn(query.by ?? '', indicator), where, today, after: query.after };
}

function cutsIn(text: string, indicator: Indicator): readonly Cut[] {
  const names = text.split(',').filter((name) => name !== '');
  const cuts = names.filter((name): name is Cut => Object.hasOwn(indicator.cuts, name));
  if (cuts.length === names.length && new Set(names).size === names.length) return cuts;
  throw wrongValue('by', cutsOf(indicator));
}

function cutsOf({ cuts }: Indicator): Words {
  const names = Object.keys(cuts).join(', ');
  return { en: `made of the cuts of this report: ${names}`, id: `rincian laporan ini: ${names}` };
}
