import { type CommandContext, Rejection } from '#kernel';
import type { SponsorEvent, SponsorKind } from './sponsor.events.js';
import type { SponsorState } from './sponsor.js';

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
  if (state.situation !== 'UNKNOWN') {
    throw new Rejection('SPONSOR_ALREADY_REGISTERED', 'This sponsor is registered already');
  }
  return [{ type: 'SponsorRegistered', data: { ...input, effectiveOn: today } }];
}
