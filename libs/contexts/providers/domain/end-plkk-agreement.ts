import type { CommandContext, EventOf } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known } from './facility.js';

export type EndPlkkAgreementInput = Omit<
  EventOf<FacilityEvent, 'PlkkAgreementExtended'>['data'],
  'effectiveOn'
>;

/** What it is for, and who asks for it. */
export function endPlkkAgreement(
  input: EndPlkkAgreementInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  known(state);
  return [{ type: 'PlkkAgreementExtended', data: { ...input, effectiveOn: today } }];
}
