import { type CommandContext, type LocalDate, Rejection, type Rupiah } from '#kernel';
import { notBackDatedFrom } from '#law';
import { type SponsorAgreement, type SponsorState, countsMembers, knownAgreement } from './sponsor.js';
import { sponsorProposal } from './sign-sponsor-agreement.js';
import type { EarlyEndReason, SponsorEvent } from './sponsor.events.js';
import { sponsorRefusals } from './sponsor.refusals.js';

export interface ExtendSponsorAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly validUntil: LocalDate;
  readonly quota?: number;
  readonly monthlyIdr?: Rupiah;
}

/**
 * The first of two signatures under an addendum by which an agreement goes on for longer, or for more people, or for more money
 * (perpanjangan perjanjian); also after its end, as long as it was not ended before its time. One that counted nobody may state a limit:
 * once two have signed, whoever is registered or paid for under it takes a place.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED`, `AGREEMENT_ENDED_EARLY`,
 *   `AGREEMENT_ADDENDUM_KNOWN`, `AGREEMENT_NOT_SHORTENED`, `QUOTA_NOT_LOWERED`, `AGREEMENT_NOT_EXTENDED`
 */
export function extendSponsorAgreement(
  { sponsorId, agreementId, reference, ...more }: ExtendSponsorAgreementInput,
  state: SponsorState,
  context: CommandContext,
): readonly SponsorEvent[] {
  requireExtendable({ agreementId, reference, ...more }, state);
  const paper = { sponsorId, agreementId, reference };
  return [sponsorProposal(paper, { kind: 'EXTENSION', ...more }, context)];
}

/** Whether an agreement can go on so, by what holds now. @throws Rejection as `extendSponsorAgreement` */
export function requireExtendable(
  input: Omit<ExtendSponsorAgreementInput, 'sponsorId'>,
  state: SponsorState,
): void {
  const before = knownAgreement(state, input.agreementId);
  refuseEnded(before);
  if (before.addenda?.includes(input.reference)) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ADDENDUM_KNOWN());
  }
  if (input.validUntil < before.validUntil) {
    throw new Rejection(sponsorRefusals.AGREEMENT_NOT_SHORTENED({ validUntil: before.validUntil }));
  }
  const more = [growth(before.quota, input.quota), growth(before.monthlyIdr, input.monthlyIdr)];
  const isFirstLimit = !countsMembers(before) && more.some((by) => by !== 0);
  if (!isFirstLimit && more.some((by) => by < 0)) throw new Rejection(sponsorRefusals.QUOTA_NOT_LOWERED());
  if (input.validUntil === before.validUntil && more.every((by) => by === 0)) {
    throw new Rejection(sponsorRefusals.AGREEMENT_NOT_EXTENDED());
  }
}

/** What was not limited before is limited less by nothing: stating a limit makes it lower. */
const growth = (before: number | undefined, now: number | undefined): number =>
  now === undefined ? 0 : before === undefined ? -1 : now - before;

export interface EndSponsorAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly reason: EarlyEndReason;
  readonly reference: string;
  readonly lastDay: LocalDate;
}

/**
 * Records that an agreement ends before its time (pengakhiran perjanjian). Months that were paid under it stay paid.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_ENDED_EARLY`, `ENDS_OUTSIDE_AGREEMENT`,
 *   `AGREEMENT_ENDED_TOO_LONG_AGO`
 */
export function endSponsorAgreement(
  { lastDay, ...input }: EndSponsorAgreementInput,
  state: SponsorState,
  { today }: CommandContext,
): readonly SponsorEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  refuseEnded(agreement);
  const { validFrom, validUntil } = agreement;
  if (lastDay < validFrom || lastDay >= validUntil) {
    throw new Rejection(sponsorRefusals.ENDS_OUTSIDE_AGREEMENT({ validFrom, validUntil }));
  }
  const from = notBackDatedFrom('MEMBERSHIP', today);
  if (lastDay < from) throw new Rejection(sponsorRefusals.AGREEMENT_ENDED_TOO_LONG_AGO({ from }));
  return [{ type: 'SponsorAgreementEndedEarly', data: { ...input, effectiveOn: lastDay } }];
}

function refuseEnded({ endedEarly, validUntil }: SponsorAgreement): void {
  if (endedEarly) throw new Rejection(sponsorRefusals.AGREEMENT_ENDED_EARLY({ lastDay: validUntil }));
}
