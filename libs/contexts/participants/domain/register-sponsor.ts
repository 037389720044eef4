import { type CommandContext, inSituation } from '#kernel';
import type { SponsorEvent, SponsorKind } from './sponsor.events.js';
import type { SponsorState } from './sponsor.js';
import { sponsorRefusals } from './sponsor.refusals.js';

export interface RegisterSponsorInput {
  readonly sponsorId: string;
  readonly kind: SponsorKind;
  readonly name: string;
  readonly district: string;
}

/** Registers a body that pays for workers. @throws Rejection `SPONSOR_ALREADY_REGISTERED` */
export function registerSponsor(
  input: RegisterSponsorInput,
  state: SponsorState,
  { today }: CommandContext,
): readonly SponsorEvent[] {
  inSituation(state, ['UNKNOWN'], () => sponsorRefusals.SPONSOR_ALREADY_REGISTERED());
  return [{ type: 'SponsorRegistered', data: { ...input, effectiveOn: today } }];
}
