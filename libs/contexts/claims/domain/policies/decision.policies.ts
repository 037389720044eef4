import { type Policy, isSameName, sumRupiah, totalOf } from '#kernel';
import { entitledHeirs } from '#law';
import { LEFT_TO_A_PERSON } from '../left-to-people.js';
import { stillHolds } from '../assessment.js';
import { type ClaimIn, type KnownClaim, claimantOf } from '../claim.js';
import { type Basis, entitledTo } from '../programme.js';
import { decisionRefusals } from '../decision.refusals.js';
import { claimRefusals } from '../refusals.js';
import { heirRefusals } from '../heirs.refusals.js';
import { leftToPeopleRefusals } from '../left-to-people.refusals.js';
import { notPaidByOther } from '../said-due.js';
import { areChildrenAsSaid } from '../said-scholarship.js';
import { DOUBT_POLICIES } from './doubt.policies.js';
import { noWaitStopsPayment } from './wait.policies.js';

/** What the rules of a decision look at. */
export interface DecisionGrounds {
  readonly claim: ClaimIn<'CALCULATED'>;
  /** As the facts are now; the calculation may rest on older ones. */
  readonly basis: Basis;
  /** Subject of the token of whoever decides. */
  readonly deciderId: string;
}

/** What the rules about whoever decides look at. */
export interface PersonalGrounds extends Pick<DecisionGrounds, 'deciderId'> {
  readonly claim: KnownClaim;
}

/** What the rules about approving a difference look at. */
export interface DifferenceGrounds {
  readonly claim: ClaimIn<'APPROVED'>;
  readonly basis: Basis;
  readonly deciderId: string;
  /** It would come out the same by the facts as they are now. */
  readonly holds: boolean;
  /** A person said what is due: it is not computed again. */
  readonly isSaid: boolean;
  /** Whether whoever claims is paid something. */
  readonly paysClaimant: boolean;
}

/** Nobody decides on what they have calculated, also when somebody has calculated it again since. */
const fourEyes: Policy<PersonalGrounds> = {
  name: 'four-eyes',
  check: ({ claim: { hands }, deciderId }) =>
    hands.assessorIds.includes(deciderId) ? decisionRefusals.ASSESSOR_CANNOT_DECIDE() : undefined,
};

/** By person, whatever roles they have: nobody decides on what they took in, nor on an account that they gave. */
export const notByWhoeverHandedItIn: Policy<PersonalGrounds> = {
  name: 'not-by-whoever-handed-it-in',
  check: ({ claim: { hands }, deciderId }) =>
    hands.handedInBy.includes(deciderId) ? decisionRefusals.SUBMITTER_CANNOT_DECIDE() : undefined,
};

/** Whose decision did not stand does not decide it anew (reference 6.2). */
export const notByWhoeverDecidedBefore: Policy<PersonalGrounds> = {
  name: 'not-by-whoever-decided-before',
  check: ({ claim: { hands }, deciderId }) =>
    hands.decidedBefore.includes(deciderId) ? decisionRefusals.DECIDER_CANNOT_DECIDE_ANEW() : undefined,
};

const restsOnPresentFacts: Policy<DecisionGrounds> = {
  name: 'rests-on-present-facts',
  check: ({ claim, basis }) =>
    stillHolds(claim.assessment, claim, basis) ? undefined : decisionRefusals.CALCULATION_OUTDATED(),
};

/** What a person said rests on the invoices of then: since, another may have come, or another payer been named. */
const careIsAsInvoiced: Policy<DecisionGrounds> = {
  name: 'care-is-as-invoiced',
  check({ claim: { assessment }, basis: { programme, facts } }) {
    if (!assessment.insteadOf) return undefined;
    const care = assessment.components.filter(({ payee }) => payee === 'PLKK');
    const invoicedIdr = sumRupiah(programme.toFacilities(facts).map(({ invoiceIdr }) => invoiceIdr));
    return care.length > 0 && totalOf(care) !== invoicedIdr
      ? decisionRefusals.CALCULATION_OUTDATED()
      : undefined;
  },
};

/** Earlier releases did not take off what was paid before the end. */
const interimsAreTakenOff: Policy<DecisionGrounds> = {
  name: 'interims-are-taken-off',
  check: ({ claim: { assessment, interim } }) =>
    assessment.insteadOf && interim?.paidIdr && assessment.lessInterimIdr === undefined
      ? decisionRefusals.CALCULATION_OUTDATED()
      : undefined,
};

/** A child may have been named since a person said what is due; earlier releases let none follow from it. */
const childrenAreAsSaid: Policy<DecisionGrounds> = {
  name: 'children-are-as-said',
  check: ({ claim: { assessment }, basis }) =>
    assessment.insteadOf && !areChildrenAsSaid(assessment, basis)
      ? decisionRefusals.CALCULATION_OUTDATED()
      : undefined,
};

const theLawGrantsIt: Policy<DecisionGrounds> = {
  name: 'the-law-grants-it',
  check: ({ claim: { assessment } }) => {
    const { refusal } = assessment;
    if (refusal?.decision === LEFT_TO_A_PERSON) return leftToPeopleRefusals.LEFT_TO_A_PERSON();
    return refusal && { ...decisionRefusals.LAW_REFUSES(refusal), article: refusal.article };
  },
};

const somethingIsPayable: Policy<DecisionGrounds> = {
  name: 'something-is-payable',
  check: ({ claim: { assessment, interim } }) =>
    // Where everything was paid before the end, the end is approved all the same.
    assessment.totalIdr === 0 && assessment.entitledChildren.length === 0 && !interim?.paidIdr
      ? decisionRefusals.NOTHING_TO_APPROVE()
      : undefined,
};

/** Otherwise the money would go to the account of somebody who died since. */
export const claimedByWhoeverIsEntitledNow: Policy<PersonalGrounds & Pick<DecisionGrounds, 'basis'>> = {
  name: 'claimed-by-whoever-is-entitled-now',
  check: ({ claim, basis }) => {
    const entitled = entitledTo(basis);
    return claimantOf(claim) === entitled ? undefined : decisionRefusals.CLAIMANT_NOT_ENTITLED({ entitled });
  },
};

/** First to come is not first in rank (reference 4.3): where others are registered, somebody has to say who inherits. */
const heirsAreEstablished: Policy<Pick<DecisionGrounds, 'basis'> & { readonly claim: KnownClaim }> = {
  name: 'heirs-are-established',
  check({ claim, basis: { programme, facts, heirsOnRecord } }) {
    const diedOn = programme.diedOn?.(facts);
    if (claimantOf(claim) !== 'HEIR' || claim.heirs || !heirsOnRecord || diedOn === undefined)
      return undefined;
    const { claimantName, registered } = heirsOnRecord;
    const first = entitledHeirs({
      deathDate: diedOn,
      survivors: registered.map(({ relation }) => relation),
      // What was registered does not say; whoever pays is shown the deed.
      notarialWill: true,
    });
    if (!first || claimantName === undefined) return undefined;
    const isOneOfThem = registered.some(
      ({ relation, name }) =>
        first.relations.includes(relation) && name !== undefined && isSameName(name, claimantName),
    );
    return isOneOfThem ? undefined : heirRefusals.HEIRS_NOT_ESTABLISHED();
  },
};

/** Nothing is paid on what one person entered long after the event, by themselves. */
export const lateEntriesAreConfirmed: Policy<Pick<DecisionGrounds, 'basis'>> = {
  name: 'late-entries-are-confirmed',
  check: ({ basis: { programme, facts } }) => {
    const entries = programme.unconfirmed?.(facts) ?? [];
    return entries.length > 0 ? decisionRefusals.BACK_DATED_UNCONFIRMED({ entries }) : undefined;
  },
};

/** A reason to deny that somebody found is answered first: by a supervisor who denies, or by whoever looks at the claim again. */
const noDenialIsProposed: Policy<{ readonly claim: Pick<KnownClaim, 'proposal'> }> = {
  name: 'no-denial-is-proposed',
  check: ({ claim: { proposal } }) => (proposal ? claimRefusals.DENIAL_IS_PROPOSED(proposal) : undefined),
};

const theLawRefusesIt: Policy<DecisionGrounds> = {
  name: 'the-law-refuses-it',
  check: ({ claim: { assessment, interim } }) =>
    assessment.refusal || (assessment.totalIdr === 0 && !interim?.paidIdr)
      ? undefined
      : decisionRefusals.LAW_GRANTS(),
};

/** What the law leaves to a person it does not refuse: a person says what is due, or proposes a denial with a reason. */
const theLawDecidesIt: Policy<DecisionGrounds> = {
  name: 'the-law-decides-it',
  check: ({ claim: { assessment } }) =>
    assessment.refusal?.decision === LEFT_TO_A_PERSON ? leftToPeopleRefusals.LEFT_TO_A_PERSON() : undefined,
};

/** In this order; the first refusal wins. */
export const APPROVAL_POLICIES: readonly Policy<DecisionGrounds>[] = [
  fourEyes,
  notByWhoeverHandedItIn,
  notByWhoeverDecidedBefore,
  restsOnPresentFacts,
  careIsAsInvoiced,
  interimsAreTakenOff,
  childrenAreAsSaid,
  theLawGrantsIt,
  somethingIsPayable,
  claimedByWhoeverIsEntitledNow,
  heirsAreEstablished,
  lateEntriesAreConfirmed,
  noDenialIsProposed,
  ...DOUBT_POLICIES,
];

/** Of what is paid before the end. In this order; the first refusal wins. */
export const INTERIM_DECISION_POLICIES: readonly Policy<
  PersonalGrounds & Pick<DecisionGrounds, 'basis'> & { readonly claim: KnownClaim }
>[] = [
  notByWhoeverHandedItIn,
  notByWhoeverDecidedBefore,
  claimedByWhoeverIsEntitledNow,
  heirsAreEstablished,
  lateEntriesAreConfirmed,
  noDenialIsProposed,
  noWaitStopsPayment,
  ...DOUBT_POLICIES,
];

const differenceHolds: Policy<DifferenceGrounds> = {
  name: 'rests-on-present-facts',
  check: ({ holds }) => (holds ? undefined : claimRefusals.DIFFERENCE_OUTDATED()),
};

/** What was said before the other programme was known to pay is due there now. */
const saidIsNotPaidByOther: Policy<DifferenceGrounds> = {
  name: notPaidByOther.name,
  check: (grounds) => (grounds.isSaid ? notPaidByOther.check(grounds) : undefined),
};

/** Nobody is asked to take over what pays them nothing. */
const wherePaid = (
  policy: Policy<PersonalGrounds & Pick<DecisionGrounds, 'basis'>>,
): Policy<DifferenceGrounds> => ({
  name: policy.name,
  check: (grounds) => (grounds.paysClaimant ? policy.check(grounds) : undefined),
});

/** In this order; the first refusal wins. */
export const DIFFERENCE_POLICIES: readonly Policy<DifferenceGrounds>[] = [
  fourEyes,
  notByWhoeverHandedItIn,
  notByWhoeverDecidedBefore,
  differenceHolds,
  saidIsNotPaidByOther,
  wherePaid(claimedByWhoeverIsEntitledNow),
  wherePaid(heirsAreEstablished),
  lateEntriesAreConfirmed,
  ...DOUBT_POLICIES,
];

/** Of a claim that nobody could calculate. In this order; the first refusal wins. */
export const PERSONAL_POLICIES: readonly Policy<PersonalGrounds>[] = [
  fourEyes,
  notByWhoeverHandedItIn,
  notByWhoeverDecidedBefore,
];

/** In this order; the first refusal wins. */
export const DENIAL_POLICIES: readonly Policy<DecisionGrounds>[] = [
  fourEyes,
  notByWhoeverHandedItIn,
  notByWhoeverDecidedBefore,
  restsOnPresentFacts,
  theLawRefusesIt,
  theLawDecidesIt,
];
