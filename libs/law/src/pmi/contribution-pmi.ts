import type { LocalDate, Rupiah } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { count, type Expression, lookUp, money, product, sum } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import { PMI_TARIFF } from './pmi.rules.js';

/** How a migrant worker leaves: the cover before placement is sold through agencies only. */
export const PMI_ROUTES = ['PLACEMENT_AGENCY', 'GOVERNMENT', 'COMPANY', 'INDEPENDENT'] as const;

export type PmiRoute = (typeof PMI_ROUTES)[number];

export interface PmiContributionInput {
  readonly route: PmiRoute;
  /** 6, 12 or 24. */
  readonly contractMonths: number;
  readonly extraMonths?: number;
  /** Voluntary JHT, rupiah a month, for the months of the contract and the extra months. */
  readonly jhtMonthly?: Rupiah;
  /** The newest law known unless given. */
  readonly registeredOn?: LocalDate;
}

const PMI_PARTS = {
  CONTRIB_PMI_BEFORE: {
    id: 'Iuran pekerja migran sebelum penempatan',
    en: 'Contribution of a migrant worker before placement',
  },
  CONTRIB_PMI_DURING_AFTER: {
    id: 'Iuran pekerja migran selama dan sesudah penempatan',
    en: 'Contribution of a migrant worker during and after placement',
  },
  CONTRIB_PMI_EXTRA: {
    id: 'Iuran pekerja migran untuk bulan tambahan',
    en: 'Contribution of a migrant worker for extra months',
  },
  CONTRIB_JHT: { id: 'Iuran JHT pekerja migran', en: 'JHT contribution of a migrant worker' },
} as const;

type PmiPart = (code: keyof typeof PMI_PARTS, expression: Expression) => BenefitComponent;

/**
 * Contributions of a migrant worker (PMI, Permenaker 4/2023).
 * @throws Rejection MONTHS_NOT_OFFERED, OUT_OF_RANGE for a JHT amount outside the limits
 */
export function calculatePmiContribution(input: PmiContributionInput): Calculation {
  const { registeredOn = NEWEST_LAW, contractMonths, route } = input;
  const version = inForce(PMI_TARIFF, registeredOn);
  const { before, duringAfter } = version.value;
  const cover = duringAfter[contractMonths];
  if (cover === undefined) {
    throw invalid(
      'MONTHS_NOT_OFFERED',
      `contractMonths must be one of ${Object.keys(duringAfter).join(', ')}`,
    );
  }
  const paid: PmiPart = (code, expression) =>
    component({ id: code, title: PMI_PARTS[code] }, version, {
      expression,
      inputs: { route, contractMonths },
    });
  return calculation(registeredOn, [
    ...(route === 'PLACEMENT_AGENCY' ? [paid('CONTRIB_PMI_BEFORE', money(before, version, 'before'))] : []),
    paid(
      'CONTRIB_PMI_DURING_AFTER',
      money(cover, () =>
        lookUp(
          money(cover, version, `duringAfter.${contractMonths}`),
          count(contractMonths, 'contractMonths'),
        ),
      ),
    ),
    ...optionalParts(input, version, paid),
  ]);
}

function optionalParts(
  { contractMonths, extraMonths = 0, jhtMonthly }: PmiContributionInput,
  version: VersionInForce<{ extraMonth: Rupiah; jhtLeast: Rupiah; jhtMost: Rupiah }>,
  paid: PmiPart,
): BenefitComponent[] {
  const { extraMonth, jhtLeast, jhtMost } = version.value;
  const further = count(extraMonths, 'extraMonths');
  const extra = paid('CONTRIB_PMI_EXTRA', product(further, money(extraMonth, version, 'extraMonth')));
  if (jhtMonthly === undefined) return [extra];
  if (jhtMonthly < jhtLeast || jhtMonthly > jhtMost) {
    throw invalid('OUT_OF_RANGE', `jhtMonthly must be ${jhtLeast} to ${jhtMost}`);
  }
  const months = count(contractMonths + extraMonths, () =>
    sum(count(contractMonths, 'contractMonths'), further),
  );
  return [extra, paid('CONTRIB_JHT', product(months, money(jhtMonthly, 'jhtMonthly')))];
}
