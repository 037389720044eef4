import { type EventOf, type Rupiah, opened, totalOf } from '#kernel';
import type { BenefitCalculated, ClaimEvent } from './claim.events.js';
import type { BenefitReassessed } from './reassessment.events.js';

/** An event by which something may have been computed. */
export type Computation = EventOf<
  ClaimEvent,
  'BenefitCalculated' | 'InterimCalculated' | 'BenefitReassessed'
>['data'];

/** What the law gave by an event, be something else due or not: whoever asks the law again must get this. */
export interface LawGave {
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly totalIdr: Rupiah;
  /** Why the law refused, where it did: `REJECTED_INACTIVE`. */
  readonly refusal?: string;
  /** An earlier release recorded that nothing is due, and not by which decision. */
  readonly refusalNotKept?: true;
}

/**
 * Whether an event computed anything: what a person said was not, nor what stands as it was approved while a deduction alone is given
 * back. Once the key of health was destroyed nobody can tell, and it counts.
 */
export function isComputed(data: Computation): boolean {
  const { approvedIdr, determinedBy } = data as Partial<BenefitReassessed['data']>;
  if (determinedBy !== undefined) return false;
  if (data.totalIdr !== approvedIdr) return true;
  const proof = opened(data.health);
  return proof === undefined || proof.arithmetic.length > 0 || Object.keys(proof.inputs).length > 0;
}

/** What the law gave by an event that computed something. */
export function lawGave(data: Computation): LawGave {
  const { refusal } = data as Partial<BenefitCalculated['data']>;
  const { computed, approvedIdr } = data as Partial<BenefitReassessed['data']>;
  const refusedBy = refusal?.decision ?? computed?.decision;
  const components = linesOf((computed ?? data).components);
  const isByEarlierRelease = approvedIdr !== undefined && computed === undefined;
  // Earlier releases kept what was approved as the total, where the law gives less and it is not asked back.
  const staysAsApproved = isByEarlierRelease && data.totalIdr === approvedIdr && !('changes' in data);
  return {
    components,
    totalIdr: staysAsApproved ? totalOf(components) : (computed ?? data).totalIdr,
    ...(refusedBy !== undefined && { refusal: refusedBy }),
    ...(staysAsApproved && components.length === 0 && { refusalNotKept: true as const }),
  };
}

const linesOf = (components: LawGave['components']): LawGave['components'] =>
  components.map(({ code, amountIdr }) => ({ code, amountIdr }));

/**
 * How each component was computed, in their order; null where nothing says so. An entry belongs to the component of its code, the n-th to
 * the n-th: not every component is due that was computed, and care stands before the rest.
 */
export function arithmeticOf(
  components: readonly { readonly code: string }[],
  known: readonly { readonly code: string; readonly arithmetic: string }[] = [],
): readonly (string | null)[] {
  const left = new Map<string, string[]>();
  for (const { code, arithmetic } of known) left.set(code, [...(left.get(code) ?? []), arithmetic]);
  return components.map(({ code }) => left.get(code)?.shift() ?? null);
}
