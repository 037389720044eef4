import { calculatedBy, jkkFacts } from '../../../contexts/claims/domain/claim.examples.js';
import type { Basis } from '../../../contexts/claims/domain/programme.js';
import { instant, opened } from '#kernel';
import type { ComputedDecision } from './computed-decision.js';

/** What an assessor calculated from these facts, as it is read back from the log. */
export function recorded(
  basis: Basis = jkkFacts(),
  altered: Partial<ComputedDecision> = {},
): ComputedDecision {
  const { data } = calculatedBy(basis);
  const { claimId, ruleSetVersion, components, totalIdr, refusal, effectiveOn: decidedOn } = data;
  const inputs: unknown = JSON.parse(JSON.stringify(opened(data.health)?.inputs));
  return {
    claimId,
    type: 'BenefitCalculated',
    programme: 'JKK',
    calculator: 'JKK_CASE',
    position: 7n,
    eventId: 'any',
    recordedAt: instant('2026-11-20T03:00:00.000Z'),
    decidedOn,
    ruleSetVersion,
    components,
    totalIdr,
    ...(refusal && { refusal: refusal.decision }),
    inputs: inputs as Record<string, unknown>,
    ...altered,
  };
}
