import type { LocalDate } from '#kernel';
import { type BenefitComponent, component } from '../kernel/component.js';
import { money } from '../kernel/expression.js';
import { inForce } from '../kernel/rule.js';
import { ofMigrants, phaseOf } from './migrant-worker.js';
import { PMI_DEATH_DURING, PMI_FUNERAL, type PmiPhase } from './pmi.rules.js';

export interface MigrantDeath {
  readonly deathDate: LocalDate;
  readonly pmiPhase?: PmiPhase;
}

/**
 * What is paid for a migrant worker (PMI) who died at work abroad, whatever the cause (Permenaker 4/2023); nothing for one who
 * died before or after it, for whom the ordinary benefits of JKM are paid.
 * @throws Rejection MISSING_FIELD without a phase; PMI_AMOUNT_UNKNOWN for deaths before Permenaker 4/2023
 */
export function migrantDeath({ deathDate, pmiPhase }: MigrantDeath): BenefitComponent[] | undefined {
  const phase = phaseOf({ pmiPhase });
  const death = ofMigrants(PMI_DEATH_DURING, deathDate);
  if (phase !== 'DURING') return undefined;
  const funeral = inForce(PMI_FUNERAL, deathDate);
  const inputs = { deathDate, pmiPhase };
  return [
    component(PMI_DEATH_DURING, death, { expression: money(death.value, death), inputs, payee: 'HEIR' }),
    component(PMI_FUNERAL, funeral, {
      code: 'JKM_FUNERAL',
      expression: money(funeral.value, funeral),
      inputs,
      payee: 'HEIR',
    }),
  ];
}
