import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';
import type { Segment } from '#law';
import type { ContributionYearClosed } from './closing.events.js';
import type { ReversalEvent } from './reversal.events.js';
import type { Payer, OccupationGroup } from './participant.events.js';

/** Contributions were received (iuran diterima) for `months` months from `period` on. */
export type ContributionPaid = DomainEvent<
  'ContributionPaid',
  {
    participantId: string;
    segment: Segment;
    period: Period;
    months: number;
    payer: Payer;
    sponsorId?: string;
    agreementId?: string;
    /** As the worker was registered when it was paid. */
    occupationGroup?: OccupationGroup;
    branch?: string;
    incomeBaseIdr: Rupiah;
    components: readonly { code: string; amountIdr: Rupiah; law: string; article: string }[];
    amountIdr: Rupiah;
    ruleSetVersion: string;
    paidOn: LocalDate;
    /** It settles the arrears of an event on this day, for which a claim waits (pelunasan tunggakan). */
    settlesEventOn?: LocalDate;
    /** The how many-th death the present one is, where those before were reported by mistake: a claim for it may wait for the money. */
    nthDeath?: number;
    /** It settles the arrears of the day of the death, without having been paid for them: a claim may wait for that. */
    settledDeathOn?: LocalDate;
    /** Other ids of the same person, merged into this one: what is claimed under them may wait for the money. */
    mergedIds?: readonly string[];
    /** No money came: it was deducted from the benefit of this claim (kompensasi tunggakan). */
    setOffClaimId?: string;
    /** Number of the receipt or payment code (kode iuran). */
    receipt: string;
    /** Subject of the token of whoever entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed the payments that others had entered late (konfirmasi iuran mundur). */
export type BackDatedContributionsConfirmed = DomainEvent<
  'BackDatedContributionsConfirmed',
  { participantId: string; confirmerId: string; effectiveOn: LocalDate }
>;

export type ContributionEvent =
  ContributionPaid | BackDatedContributionsConfirmed | ContributionYearClosed | ReversalEvent;
