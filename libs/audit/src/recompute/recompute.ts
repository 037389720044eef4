import { Rejection, type Rupiah, type Words, sumRupiah } from '#kernel';
import { type Calculation, type Reform, calculate, underReform } from '#law';
import type { ComputedDecision } from './computed-decision.js';

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

/** What came of computing a decision again. */
export type Recomputed =
  | { readonly outcome: 'SAME'; readonly totalIdr: Rupiah }
  /** Nobody can open what it was computed from any more. */
  | { readonly outcome: 'ERASED' }
  /** The calculator does not take these inputs any more. */
  | { readonly outcome: 'NOT_COMPUTABLE'; readonly code: string }
  | {
      readonly outcome: 'DIFFERENT';
      readonly cause: keyof typeof CAUSES;
      readonly computedIdr: Rupiah;
      /** What the law says instead of what was recorded, where one of both refuses; null where it does not. */
      readonly refusal?: { readonly recorded: string | null; readonly computed: string | null };
      readonly amounts: readonly OtherAmount[];
    };

/** Computes a decision again from the inputs that it stored, with the rules that applied on the day of the event. */
export function recompute(decision: ComputedDecision): Recomputed {
  const answer = answerTo(decision);
  if (answer === 'ERASED') return { outcome: 'ERASED' };
  if (answer instanceof Rejection) return { outcome: 'NOT_COMPUTABLE', code: answer.code };
  const computed = outcomeOf(answer);
  const { totalIdr, refusal = null } = decision;
  const amounts = differencesOf(sumsOf(decision.components), computed.amounts);
  if (refusal === computed.refusal && amounts.length === 0 && totalIdr === computed.totalIdr)
    return { outcome: 'SAME', totalIdr };
  return {
    outcome: 'DIFFERENT',
    cause: causeOf(decision, answer),
    computedIdr: computed.totalIdr,
    ...(refusal !== computed.refusal && { refusal: { recorded: refusal, computed: computed.refusal } }),
    amounts,
  };
}

function causeOf({ ruleSetVersion }: ComputedDecision, now: Calculation): keyof typeof CAUSES {
  if (ruleSetVersion === '') return 'RULES_NOT_NAMED';
  return now.ruleSetVersion === ruleSetVersion ? 'SAME_RULES' : 'OTHER_RULES';
}

/** What the same inputs come to under a reform, Rp; undefined where nobody can say. */
export function totalUnder(reform: Reform, decision: ComputedDecision): Rupiah | undefined {
  const answer = underReform(reform, () => answerTo(decision));
  return answer === 'ERASED' || answer instanceof Rejection ? undefined : answer.totalIdr;
}

function answerTo({ inputs, calculator }: ComputedDecision): Calculation | Rejection | 'ERASED' {
  if (!inputs) return 'ERASED';
  try {
    return calculate({ ...inputs, calculator });
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** What somebody is paid, or why nothing. */
interface Outcome {
  readonly refusal: string | null;
  readonly amounts: ReadonlyMap<string, Rupiah>;
  readonly totalIdr: Rupiah;
}

/** A refusal is one component of zero rupiah, which no decision lists. */
const outcomeOf = ({ decision, components, totalIdr }: Calculation): Outcome => ({
  refusal: decision ?? null,
  amounts: decision === undefined ? sumsOf(components) : new Map(),
  totalIdr,
});

/** What each code comes to: one that several payees share stands in several lines. */
function sumsOf(components: ComputedDecision['components']): ReadonlyMap<string, Rupiah> {
  const sums = new Map<string, Rupiah>();
  for (const { code, amountIdr } of components)
    sums.set(code, sumRupiah([sums.get(code) ?? NOTHING, amountIdr]));
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
