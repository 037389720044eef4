import { type Actor, type CommandContext, type Policy, enforce } from '#kernel';
import type { Consequence, Explanation, FindingEvent, Inquiry } from './finding.events.js';
import { type FindingState, type KnownFinding, findingIn } from './finding.js';
import { findingRefusals } from './refusals.js';

export interface OfFinding {
  readonly findingId: string;
}

/** Who set the thresholds by which it was found: subjects of tokens. */
export interface ClosingFacts {
  readonly setBy: readonly string[];
}

interface Grounds {
  readonly actor: Actor;
  readonly finding: KnownFinding;
}

const notAboutThemselves: Policy<Grounds> = {
  name: 'not-about-themselves',
  check: ({ actor, finding }) =>
    finding.aboutIds.includes(actor.id) ? findingRefusals.FINDING_ABOUT_YOU() : undefined,
};

const notByWhoeverSetTheRule: Policy<Grounds & ClosingFacts> = {
  name: 'not-by-whoever-set-the-rule',
  check: ({ actor, setBy }) => (setBy.includes(actor.id) ? findingRefusals.RULE_SET_BY_YOU() : undefined),
};

/** In this order; the first refusal wins. */
const CLOSING_POLICIES: readonly Policy<Grounds & ClosingFacts>[] = [
  notAboutThemselves,
  notByWhoeverSetTheRule,
];

/**
 * Somebody looks into a finding (tindak lanjut).
 * @throws Rejection `FINDING_NOT_FOUND`, `FINDING_TAKEN_UP`, `FINDING_CLOSED`, `FINDING_ABOUT_YOU`
 */
export function takeUpFinding(
  { findingId }: OfFinding,
  state: FindingState,
  { actor, today }: CommandContext,
): readonly FindingEvent[] {
  const finding = findingIn(state, ['OPEN']);
  enforce([notAboutThemselves], { actor, finding });
  return [{ type: 'FindingTakenUp', data: { findingId, takerId: actor.id, effectiveOn: today } }];
}

export interface NoteFindingInput extends OfFinding {
  readonly inquiry: Inquiry;
  readonly reference: string;
}

/**
 * Notes what was done to find out.
 * @throws Rejection `FINDING_NOT_FOUND`, `FINDING_OPEN`, `FINDING_CLOSED`, `FINDING_ABOUT_YOU`
 */
export function noteFinding(
  { findingId, inquiry, reference }: NoteFindingInput,
  state: FindingState,
  { actor, today }: CommandContext,
): readonly FindingEvent[] {
  const finding = findingIn(state, ['TAKEN_UP']);
  enforce([notAboutThemselves], { actor, finding });
  return [
    { type: 'FindingNoted', data: { findingId, authorId: actor.id, inquiry, reference, effectiveOn: today } },
  ];
}

export interface ExplainFindingInput extends OfFinding {
  readonly because: Explanation;
  /** The paper that shows it. */
  readonly reference: string;
}

/**
 * Closes a finding to which there is nothing. Claims that wait because of it go on.
 * @throws Rejection `FINDING_NOT_FOUND`, `FINDING_OPEN`, `FINDING_CLOSED`, `FINDING_ABOUT_YOU`, `RULE_SET_BY_YOU`
 */
export function explainFinding(
  { findingId, because, reference }: ExplainFindingInput,
  state: FindingState,
  { actor, today }: CommandContext,
  { setBy }: ClosingFacts,
): readonly FindingEvent[] {
  const finding = findingIn(state, ['TAKEN_UP']);
  enforce(CLOSING_POLICIES, { actor, finding, setBy });
  const { claimIds } = finding;
  return [
    {
      type: 'FindingExplained',
      data: {
        findingId,
        closerId: actor.id,
        because,
        reference,
        ...(claimIds && { claimIds }),
        effectiveOn: today,
      },
    },
  ];
}

export interface ConfirmFindingInput extends OfFinding {
  readonly consequence: Consequence;
  readonly reference: string;
}

/**
 * Closes a finding that is one. What follows of it is done where it belongs: no claim changes by it, and those that wait because of it
 * wait on, for a denial, or for somebody who says of the claim why it goes on.
 * @throws Rejection `FINDING_NOT_FOUND`, `FINDING_OPEN`, `FINDING_CLOSED`, `FINDING_ABOUT_YOU`, `RULE_SET_BY_YOU`
 */
export function confirmFinding(
  { findingId, consequence, reference }: ConfirmFindingInput,
  state: FindingState,
  { actor, today }: CommandContext,
  { setBy }: ClosingFacts,
): readonly FindingEvent[] {
  enforce(CLOSING_POLICIES, { actor, finding: findingIn(state, ['TAKEN_UP']), setBy });
  return [
    {
      type: 'FindingConfirmed',
      data: { findingId, closerId: actor.id, consequence, reference, effectiveOn: today },
    },
  ];
}
