/** What the log knows of a file that was handed in: its sealed pieces can be compared with it without a key. */
export interface PackedPaper {
  /** The event that says so. */
  readonly event: string;
  readonly paperId: string;
  readonly mediaType: string;
  readonly tells: string;
  readonly bytes: number;
  readonly sealedSha256: string;
}

/** An event of a pack, as far as lists are made of it. */
export interface SaidEvent {
  readonly place: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The papers that events tell of, in their order. */
export function papersIn(events: readonly SaidEvent[]): readonly PackedPaper[] {
  return events.flatMap(({ place, type, data }) => {
    if (type !== 'PaperKept') return [];
    const { paperId, mediaType, tells, bytes, sealedSha256 } = data as unknown as Omit<PackedPaper, 'event'>;
    return [{ event: place, paperId, mediaType, tells, bytes, sealedSha256 }];
  });
}

/** What a calculation rests on of the law. */
export interface RulesInForce {
  /** The event that calculated. */
  readonly decision: string;
  readonly ruleSetVersion: string;
  /** The calculator that was asked, and the day whose law it applied. */
  readonly calculator: string;
  readonly eventDate: string;
  /** Rules that it reads, as they were on that day: value, article, sources. None where `versionOfDay` is there. */
  readonly rules: readonly unknown[];
  /** The version of the rules of that day, where it is another one than the event names: what that one said is not known. */
  readonly versionOfDay?: string;
}

type NamedRules = Pick<RulesInForce, 'decision' | 'ruleSetVersion'>;

/** Events of a claim that ask a calculator. */
const CALCULATIONS = ['BenefitCalculated', 'InterimCalculated', 'BenefitReassessed'];

/**
 * Which events of a claim have been calculated, and with which set of rules: not what a person said is due. Where a deduction alone is
 * given back the benefit stands as it was approved; only its sealed inputs tell that, so its rules are given as well.
 */
export const calculationsIn = (events: readonly SaidEvent[]): readonly NamedRules[] =>
  rulesNamedIn(events.filter(isCalculation));

/** Events of a claim that name a set of rules without a calculation of their own: packs of earlier releases give rules for them too. */
export const namedBesideIn = (events: readonly SaidEvent[]): readonly NamedRules[] =>
  rulesNamedIn(events.filter((event) => !isCalculation(event)));

const isCalculation = ({ type, data }: SaidEvent): boolean =>
  CALCULATIONS.includes(type) && data['determinedBy'] === undefined;

const rulesNamedIn = (events: readonly SaidEvent[]): readonly NamedRules[] =>
  events.flatMap(({ place, data: { ruleSetVersion } }) =>
    place.startsWith('claim-') && typeof ruleSetVersion === 'string'
      ? [{ decision: place, ruleSetVersion }]
      : [],
  );
