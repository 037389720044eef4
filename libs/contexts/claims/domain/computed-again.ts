import { Rejection, type Rupiah, type Words, rupiah, sumRupiah } from '#kernel';
import type { LawGave } from './kept-calculation.js';

/** A component that comes to something else, or exists on one side only: zero there where it is missing. */
export interface OtherAmount {
  readonly code: string;
  readonly recordedIdr: Rupiah;
  readonly computedIdr: Rupiah;
}

/** Why a decision comes out otherwise. */
export const CAUSES = {
  OTHER_RULES: {
    en: 'the law that applies to the day of the event is another one than the decision names',
    id: 'hukum yang berlaku pada hari kejadian bukan yang disebut keputusan',
  },
  SAME_RULES: {
    en: 'the same rules come to something else: the calculator has changed since, or the record was altered',
    id: 'aturan yang sama menghasilkan lain: kalkulator berubah sejak itu, atau catatan diubah',
  },
  RULES_NOT_NAMED: {
    en: 'the decision does not name its rules, and the calculator of today comes to something else by those of the day of the event',
    id: 'keputusan tidak menyebut aturannya, dan kalkulator sekarang menghasilkan lain menurut aturan pada hari kejadian',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What is decided, beside what the law gives when it is asked the same again. */
export type ComparedWithLaw =
  | { readonly outcome: 'SAME'; readonly totalIdr: Rupiah }
  /** The same to the rupiah, but the decision names another rule set than the law of that day. */
  | {
      readonly outcome: 'SAME_BY_OTHER_RULES';
      readonly totalIdr: Rupiah;
      /** The rule set of the day of the event. */
      readonly ruleSetVersion: string;
    }
  | {
      readonly outcome: 'DIFFERENT';
      readonly cause: keyof typeof CAUSES;
      readonly computedIdr: Rupiah;
      /** What the law says instead of what was recorded, where one of both refuses; null where it does not. */
      readonly refusal?: { readonly recorded: string | null; readonly computed: string | null };
      readonly amounts: readonly OtherAmount[];
    };

/** What the law answers, with its reasons or without. */
interface Answer {
  readonly ruleSetVersion: string;
  readonly components: readonly { readonly code: string; readonly amountIdr: number }[];
  readonly totalIdr: number;
  readonly decision?: string;
}

/**
 * Compares what the law gave with what it answers now to the same question: each code, the sum, a refusal, and the rule set.
 * @param recorded with an empty `ruleSetVersion` where the decision names none
 */
export function comparedWithLaw(
  recorded: LawGave & { readonly ruleSetVersion: string },
  answer: Answer,
): ComparedWithLaw {
  const { totalIdr, ruleSetVersion } = recorded;
  const computed = outcomeOf(answer);
  const refusal = recorded.refusal ?? (recorded.refusalNotKept ? computed.refusal : null);
  const amounts = differencesOf(sumsOf(recorded.components), computed.amounts);
  if (refusal === computed.refusal && amounts.length === 0 && totalIdr === computed.totalIdr)
    return ruleSetVersion === '' || ruleSetVersion === answer.ruleSetVersion
      ? { outcome: 'SAME', totalIdr }
      : { outcome: 'SAME_BY_OTHER_RULES', totalIdr, ruleSetVersion: answer.ruleSetVersion };
  return {
    outcome: 'DIFFERENT',
    cause: causeOf(ruleSetVersion, answer),
    computedIdr: computed.totalIdr,
    ...(refusal !== computed.refusal && { refusal: { recorded: refusal, computed: computed.refusal } }),
    amounts,
  };
}

/** What a question to the law gives; the rejection where the calculator of today does not take what it was asked then. */
export function askedAgain<Given>(ask: () => Given): Given | Rejection {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

function causeOf(ruleSetVersion: string, now: Answer): keyof typeof CAUSES {
  if (ruleSetVersion === '') return 'RULES_NOT_NAMED';
  return now.ruleSetVersion === ruleSetVersion ? 'SAME_RULES' : 'OTHER_RULES';
}

/** What somebody is paid, or why nothing. */
interface Outcome {
  readonly refusal: string | null;
  readonly amounts: ReadonlyMap<string, Rupiah>;
  readonly totalIdr: Rupiah;
}

/** A refusal is one component of zero rupiah, which no decision lists. */
const outcomeOf = ({ decision, components, totalIdr }: Answer): Outcome => ({
  refusal: decision ?? null,
  amounts: decision === undefined ? sumsOf(components) : new Map(),
  totalIdr: rupiah(totalIdr),
});

/** What each code comes to: one that several payees share stands in several lines. */
function sumsOf(components: Answer['components']): ReadonlyMap<string, Rupiah> {
  const sums = new Map<string, Rupiah>();
  for (const { code, amountIdr } of components)
    sums.set(code, sumRupiah([sums.get(code) ?? NOTHING, rupiah(amountIdr)]));
  return sums;
}

const NOTHING = sumRupiah([]);

function differencesOf(recorded: Outcome['amounts'], computed: Outcome['amounts']): OtherAmount[] {
  return [...new Set([...recorded.keys(), ...computed.keys()])]
    .map((code) => ({
      code,
      recordedIdr: recorded.get(code) ?? NOTHING,
      computedIdr: computed.get(code) ?? NOTHING,
    }))
    .filter(({ recordedIdr, computedIdr }) => recordedIdr !== computedIdr);
}
