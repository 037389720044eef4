import type { LocalDate } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
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

/** Who inherits, as a decision; without any heir a person decides. */
export function calculateHeirs(input: HeirsInput): Calculation {
  const heirs = entitledHeirs(input);
  if (heirs) {
    const memo = { order: heirs.order, heirs: heirs.relations.join(', ') };
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
