import { Rejection } from '#kernel';
import { calculate, type Injury, JP_KINDS, LEVELS } from '#law';
import { type Batch, BEFALLS, EVENT_KINDS, type EventKind, type Events } from '#law/simulation';
import type { Reading } from './population-row.js';

/** The injuries that were met, each list once, by how it is written. */
export interface MetInjuries {
  readonly lists: (readonly Injury[])[];
  readonly known: Map<string, number>;
}

export const noInjuries = (): MetInjuries => ({ lists: [], known: new Map() });

/** Kinds of injuries are an index of two bytes. */
const MOST_INJURIES = 65_535;
/** As long as the law can be asked about. */
const [LONGEST_LIFE, LONGEST_INCAPACITY, LARGEST_ACCOUNT] = [720, 36_500, 500_000_000_000];
/** The disability table is the same under every law so far. */
const ANY_DAY = '2026-01-01';
const [MOST_EMPLOYERS, LONGEST_JOB_LOSS, LAST_MONTH] = [20, 6, 239];

type Fill = (events: Events, at: number, row: Reading, injuries: MetInjuries) => void;

/** Which cells each kind of event has. */
const CELLS: Readonly<Record<EventKind, Fill>> = {
  DEATH: ({ months, employers }, at, row) => {
    months[at] = row.whole('paidMonths', 0, LONGEST_LIFE);
    employers[at] = row.text('employers') === '' ? 1 : row.whole('employers', 1, MOST_EMPLOYERS);
  },
  ACCIDENT_DEATH: () => {},
  TOTAL_DISABILITY: () => {},
  PARTIAL_DISABILITY: ({ which }, at, row, injuries) => {
    which[at] = injuriesOf(row, injuries);
  },
  INCAPACITY: ({ months, days }, at, row) => {
    months[at] = ifGiven(row, 'incapacityMonths', LONGEST_LIFE);
    days[at] = ifGiven(row, 'incapacityDays', LONGEST_INCAPACITY);
  },
  SAVINGS: ({ balance }, at, row) => {
    balance[at] = row.whole('balance', 0, LARGEST_ACCOUNT);
  },
  PENSION: ({ months, membership, which, balance }, at, row) => {
    const drawnBy = row.oneOf('drawnBy', JP_KINDS);
    which[at] = JP_KINDS.indexOf(drawnBy);
    months[at] = row.whole('paidMonths', 0, LONGEST_LIFE);
    if (drawnBy !== 'OLD_AGE') membership[at] = row.whole('membershipMonths', 0, LONGEST_LIFE);
    balance[at] = row.whole('balance', 0, LARGEST_ACCOUNT);
  },
  JOB_LOSS: ({ months }, at, row) => {
    months[at] = row.whole('benefitMonths', 1, LONGEST_JOB_LOSS);
  },
  SCHOOL_YEAR: ({ which }, at, row) => {
    which[at] = LEVELS.indexOf(row.oneOf('schoolLevel', LEVELS));
  },
};

/** Reads what befell the member of a row. @throws UnreadablePopulation */
export function fillEvent(
  { group, income }: Batch,
  events: Events,
  at: number,
  row: Reading,
  injuries: MetInjuries,
): void {
  const kind = row.oneOf(
    'event',
    EVENT_KINDS.filter((one) => BEFALLS[one].includes(group)),
  );
  // Only that of a BPU may be nothing: a band stands for it.
  income[at] = row.whole('monthlyIncome', group === 'BPU' || group === 'PMI' ? 0 : 1, LARGEST_ACCOUNT);
  events.kind[at] = EVENT_KINDS.indexOf(kind);
  events.member[at] = at;
  events.month[at] = row.whole('eventMonth', 0, LAST_MONTH);
  CELLS[kind](events, at, row, injuries);
}

const ifGiven = (row: Reading, column: 'incapacityMonths' | 'incapacityDays', most: number): number =>
  row.text(column) === '' ? 0 : row.whole(column, 0, most);

/** `[{ "item": "TELUNJUK_TANGAN", "side": "RIGHT" }]`, as the calculator of a partial disability is asked. */
function injuriesOf(row: Reading, { lists, known }: MetInjuries): number {
  const text = row.text('injuries');
  const met = known.get(text);
  if (met !== undefined) return met;
  if (lists.length >= MOST_INJURIES) {
    throw row.fail('injuries', `is one more than ${MOST_INJURIES}`, `melebihi ${MOST_INJURIES}`);
  }
  lists.push(readInjuries(text, row));
  known.set(text, lists.length - 1);
  return lists.length - 1;
}

function readInjuries(text: string, row: Reading): readonly Injury[] {
  try {
    const injuries = JSON.parse(text) as readonly Injury[];
    calculate({ calculator: 'JKK_PARTIAL', accidentDate: ANY_DAY, monthlyWage: 1, injuries });
    return injuries;
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw row.fail('injuries', 'must be a list in JSON', 'harus berupa daftar JSON');
    }
    if (!(error instanceof Rejection)) throw error;
    const { en, id } = error.refusal.words;
    throw row.fail('injuries', `cannot be assessed (${en})`, `tidak dapat dinilai (${id})`);
  }
}
