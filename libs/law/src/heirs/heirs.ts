import type { LocalDate, Rupiah } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import type { InputValue } from '../kernel/component.js';
import { provisionOf } from '../kernel/convention.js';
import { PP_44 } from '../kernel/laws.js';
import { refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { NO_HEIR } from './heirs.conventions.js';
import { HEIR_ORDER, type HeirClass, WILL_IS_NOTARIAL } from './heirs.rules.js';

export const RELATIONS = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDCHILD',
  'GRANDPARENT',
  'SIBLING',
  'PARENT_IN_LAW',
  'NAMED_IN_WILL',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface HeirsInput {
  readonly deathDate: LocalDate;
  /** Who survives, by relation to the participant. */
  readonly survivors: readonly Relation[];
  /** Whether the will is a notarial deed, as Permenaker 1/2025 asks. */
  readonly notarialWill?: boolean;
  /** What is to be paid to them, rupiah: what each gets on request follows from it. */
  readonly benefitIdr?: Rupiah;
}

/** The class of heirs that is entitled (section 4.3); nothing when nobody is. */
export function entitledHeirs(input: HeirsInput): HeirClass | undefined {
  const { deathDate, survivors } = input;
  const counts = (relation: Relation) =>
    relation !== 'NAMED_IN_WILL' ||
    !inForce(WILL_IS_NOTARIAL, deathDate).value ||
    input.notarialWill === true;
  return inForce(HEIR_ORDER, deathDate).value.find(({ relations }) =>
    survivors.some((relation) => relations.includes(relation) && counts(relation)),
  );
}

/**
 * Who of the class shares, and how: equally where each asks for a share (E-15). Spouses of several marriages and the children
 * share by agreement or by court.
 */
function sharesOf(input: HeirsInput, { relations }: HeirClass): Record<string, InputValue> {
  const sharing = input.survivors.filter((relation) => relations.includes(relation));
  const spouses = sharing.filter((relation) => relation === 'SPOUSE').length;
  if (spouses > 1) return { heirsOfClass: sharing.length, shares: 'BY_AGREEMENT_OR_COURT' };
  const equally = { heirsOfClass: sharing.length, shares: `1/${sharing.length}` };
  const { benefitIdr } = input;
  if (benefitIdr === undefined) return equally;
  const remainderIdr = benefitIdr % sharing.length;
  return { ...equally, shareIdr: (benefitIdr - remainderIdr) / sharing.length, remainderIdr };
}

/** Who inherits, as a decision; without any heir a person decides. */
export function calculateHeirs(input: HeirsInput): Calculation {
  const heirs = entitledHeirs(input);
  if (heirs) {
    const memo = { order: heirs.order, heirs: heirs.relations.join(', '), ...sharesOf(input, heirs) };
    return calculation(input.deathDate, [], { decision: `HEIR_CLASS_${heirs.order}`, memo });
  }
  return decided(
    input.deathDate,
    'HEIR',
    refuse(NO_HEIR.value, provisionOf(PP_44, NO_HEIR), {
      id: 'Tidak ada ahli waris menurut urutan; petugas harus memutuskan.',
      en: 'There is no heir in the order; a person has to decide.',
    }),
  );
}
