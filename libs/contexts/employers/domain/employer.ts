import {
  type BankAccount,
  type EventOf,
  type LocalDate,
  type Period,
  assertNever,
  firstDayOf,
  inSituation,
  localDate,
  periodOf,
  stream,
} from '#kernel';
import { type EmployerProgramme, type EmployerSize, type RiskClass, programmesOf } from '#law';
import { type EmployerEvent, GOVERNMENT_KINDS, type ReliefIndustry } from './employer.events.js';
import { employerRefusals } from './refusals.js';

/** What holds from a day on, once it is confirmed where that is needed. */
export interface From<Value> {
  readonly value: Value;
  readonly from: LocalDate;
  /** Who entered it late, while nobody else has confirmed it: it does not hold yet. */
  readonly backDatedBy?: string;
}

/** A decree that names workers for a time. */
export interface Decree {
  readonly decreeId: string;
  readonly reference: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** Who entered it late, while nobody else has confirmed it: nobody joins under it yet. */
  readonly backDatedBy?: string;
}

/** Nobody has registered it. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** A known employer. */
export interface Registered {
  readonly situation: 'REGISTERED';
  readonly employerId: string;
  readonly startedOn: LocalDate;
  /** In the order in which they were recorded; what was recorded last wins. */
  readonly riskClasses: readonly From<RiskClass>[];
  readonly sizes: readonly From<EmployerSize>[];
  /** Of whose relief it has a part; absent where that was never said. */
  readonly industries?: readonly From<ReliefIndustry>[];
  /** Its last day. */
  readonly closing?: From<true>;
  /** Where it is paid; absent while nobody has said. */
  readonly account?: BankAccount;
  /** In the order in which they were recorded; only a government body has any. */
  readonly decrees?: readonly Decree[];
}

export type EmployerState = Unknown | Registered;

/** What is known of one employer: `employer-<id>`. */
export const employers = stream<EmployerState, EmployerEvent>('employer', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'EmployerRegistered') return registered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before EmployerRegistered`);
    const { effectiveOn: from } = event.data;
    switch (event.type) {
      case 'RiskClassCorrected': {
        const { riskClass: value, backDatedBy } = event.data;
        return { ...state, riskClasses: [...state.riskClasses, { value, from, backDatedBy }] };
      }
      case 'EmployerSizeCorrected': {
        const { size: value, backDatedBy } = event.data;
        return { ...state, sizes: [...state.sizes, { value, from, backDatedBy }] };
      }
      case 'ReliefIndustryRecorded': {
        const { industry: value, backDatedBy } = event.data;
        return { ...state, industries: [...(state.industries ?? []), { value, from, backDatedBy }] };
      }
      case 'EmployerAccountNamed':
        return { ...state, account: event.data.account };
      case 'EmployerClosed':
        return { ...state, closing: { value: true, from, backDatedBy: event.data.backDatedBy } };
      case 'EmployerReopened':
        return { ...state, closing: undefined };
      case 'DecreeRecorded': {
        const { decreeId, reference, validFrom, validUntil, backDatedBy } = event.data;
        const decree = {
          decreeId,
          reference,
          validFrom,
          validUntil,
          ...(backDatedBy !== undefined && { backDatedBy }),
        };
        return { ...state, decrees: [...(state.decrees ?? []), decree] };
      }
      case 'BackDatedEntriesConfirmed':
        return confirmed(state, event.data.confirmerId);
      default:
        return assertNever(event, 'employer event');
    }
  },
});

function registered({ data }: EventOf<EmployerEvent, 'EmployerRegistered'>): Registered {
  const { employerId, kind, riskClass, size, effectiveOn } = data;
  return {
    situation: 'REGISTERED',
    employerId,
    startedOn: effectiveOn,
    riskClasses: [{ value: riskClass, from: effectiveOn }],
    sizes: [{ value: size, from: effectiveOn }],
    ...(GOVERNMENT_KINDS.some((one) => one === kind) && { decrees: [] }),
  };
}

function confirmed(state: Registered, confirmerId: string): Registered {
  const holds = <Value>(entry: From<Value>): From<Value> =>
    entry.backDatedBy === confirmerId ? entry : { value: entry.value, from: entry.from };
  return {
    ...state,
    riskClasses: state.riskClasses.map(holds),
    sizes: state.sizes.map(holds),
    ...(state.industries && { industries: state.industries.map(holds) }),
    closing: state.closing && holds(state.closing),
    ...(state.decrees && {
      decrees: state.decrees.map(({ backDatedBy, ...decree }) =>
        backDatedBy === confirmerId ? { ...decree, backDatedBy } : decree,
      ),
    }),
  };
}

/** The employer. @throws Rejection `EMPLOYER_NOT_FOUND` */
export const known = (state: EmployerState): Registered =>
  inSituation(state, ['REGISTERED'], () => employerRefusals.EMPLOYER_NOT_FOUND());

/** Its last day, once that holds. */
export const lastDayOf = ({ closing }: Registered): LocalDate | undefined =>
  closing && closing.backDatedBy === undefined ? closing.from : undefined;

/** Who entered something late that nobody else has confirmed. */
export const enteredLateBy = ({
  riskClasses,
  sizes,
  industries = [],
  closing,
  decrees = [],
}: Registered): readonly string[] =>
  [...riskClasses, ...sizes, ...industries, ...(closing ? [closing] : []), ...decrees].flatMap(
    ({ backDatedBy }) => backDatedBy ?? [],
  );

/** What decides the bill of a month: what holds on its first day, or on the first day of the employer. */
export interface Terms {
  readonly riskClass: RiskClass;
  readonly programmes: readonly EmployerProgramme[];
  /** It has a part of the relief for labour-intensive industry, in the months of that. */
  readonly labourIntensive?: true;
}

/** The terms of a contribution month. */
export function termsOf(employer: Registered, month: Period): Terms {
  const { startedOn, riskClasses, sizes } = employer;
  const first = firstDayOf(month);
  const day = first < startedOn && periodOf(startedOn) === month ? startedOn : first;
  return {
    riskClass: holdingOn(riskClasses, day),
    programmes: programmesOf(holdingOn(sizes, day), month),
    ...(industryOn(employer, day) !== 'NONE' && { labourIntensive: true }),
  };
}

const NO_INDUSTRY: From<ReliefIndustry> = { value: 'NONE', from: localDate('0001-01-01') };

const industryOn = ({ industries = [] }: Registered, day: LocalDate): ReliefIndustry =>
  holdingOn([NO_INDUSTRY, ...industries], day);

/** Of what holds by a day the latest; of two from the same day what was recorded last. Before the first, the first. */
function holdingOn<Value>(entries: readonly From<Value>[], day: LocalDate): Value {
  const [first, ...others] = entries.filter(({ backDatedBy }) => backDatedBy === undefined);
  if (!first) throw new Error('An employer without a class of risk or a size');
  const begun = others.filter(({ from }) => from <= day);
  return begun.reduce((latest, one) => (one.from >= latest.from ? one : latest), first).value;
}
