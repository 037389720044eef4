import { localDate } from '#kernel';
import type { FactIn, FactKind } from '../fact.js';
import { termsOn } from '../terms.js';
import type { Asked, Hit, Rule } from './rule.js';

/** The day of the run: a Friday. */
export const DAY = localDate('2026-11-20');

/** A participant, an accident, a claim … by its number. */
export const idOf = (serial: number): string => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;

let place = 1000;

type Parts<Kind extends FactKind> = Partial<Omit<FactIn<Kind>, 'kind' | 'onDay' | 'data'>> & {
  readonly on: string;
  readonly data?: Partial<FactIn<Kind>['data']>;
};

/** What of a fact a case does not care for. */
const USUAL: { readonly [Kind in FactKind]: FactIn<Kind>['data'] } = {
  REGISTRATION: {
    segment: 'BPU',
    recordedOn: DAY,
    diedOn: null,
    diedAt: null,
    isMerged: false,
    name: null,
    birthDate: null,
  },
  DEATH: {},
  PAYMENT: { period: '2026-11' as never, months: 1 },
  LATE_ENTRY: { what: 'PAYMENT', recordedOn: DAY },
  CLAIM: { isWithdrawn: false, isSevere: false },
  ACCOUNT: {},
  LATE_DUES: { recordedOn: DAY },
  RESTS_ON: {},
  BILL: { facilityId: idOf(30), acceptedIdr: 0 },
  ACCOUNT_CHANGE: { instructedOn: null, instructedAt: null },
  PAPER: { paper: 'POLICE_LETTER', of: 'CLAIM', eventId: null },
  WAGE: { period: '2026-10' as never, wageIdr: 0 },
  STAY: { until: DAY, number: 'A1', amountIdr: 0, isReceipt: false, billedOn: DAY },
  ACCIDENT: {},
  DECISION: { of: 'CLAIM', level: 2, weighed: [] },
  OPENING: {},
  ASSIGNMENT: { releasedOn: null },
  RIGHT: { childId: idOf(900), name: null, birthDate: null },
  REST: { days: 0 },
  INCAPACITY: { until: DAY },
  BEDS: { beds: 0, until: localDate('2030-12-31') },
};

/** A fact, recorded after those that were made before it. */
export function fact<Kind extends FactKind>(kind: Kind, { on, data, ...parts }: Parts<Kind>): FactIn<Kind> {
  const position = String((place += 137));
  const { personId = idOf(1) } = parts;
  return {
    id: position,
    personId,
    recordedId: personId,
    key: null,
    actorId: null,
    thingId: null,
    position,
    ...parts,
    kind,
    onDay: localDate(on),
    data: { ...USUAL[kind], ...data },
  } as unknown as FactIn<Kind>;
}

/** What a rule finds in a group on the day of the run. */
export const found = (
  rule: Rule,
  group: Parameters<Rule['find']>[0],
  { day = DAY, segments = [], terms = termsOn(day) }: Partial<Asked> = {},
): readonly Hit[] => rule.find(group, { day, terms, segments });

/** What was measured, by name. */
export const measures = ([hit]: readonly Hit[]): object =>
  Object.fromEntries((hit?.measures ?? []).map(({ of, value }) => [of, value]));
