import { type CommandContext, type Policy, Rejection, enforce, sumRupiah, totalOf } from '#kernel';
import { stillHolds } from './assessment.js';
import type { ClaimEvent } from './claim.events.js';
import type { Assessment } from './claim-state.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { DeterminedComponent } from './left-to-people.events.js';
import { LEFT_TO_A_PERSON } from './left-to-people.js';
import { notByWhoeverHandedItIn } from './policies/decision.policies.js';
import { type Basis, entitledTo } from './programme.js';
import { decisionRefusals } from './decision.refusals.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { childrenBy, scholarshipBy, scholarshipFits } from './said-scholarship.js';
import { type SaidDue, groundReachesThatFar, lessInterim, notPaidByOther, unfitting } from './said-due.js';

export interface DetermineBenefitInput extends SaidDue {
  readonly claimId: string;
}

interface DeterminationGrounds {
  readonly found: Assessment;
  readonly claim: ClaimIn<'CALCULATED'>;
  readonly basis: Basis;
  readonly input: DetermineBenefitInput;
}

const theLawDoesNotGrantIt: Policy<DeterminationGrounds> = {
  name: 'the-law-does-not-grant-it',
  check: ({ found }) => (found.refusal ? undefined : decisionRefusals.LAW_GRANTS()),
};

const restsOnPresentFacts: Policy<DeterminationGrounds> = {
  name: 'rests-on-present-facts',
  check: ({ claim, basis }) =>
    stillHolds(claim.assessment, claim, basis) ? undefined : decisionRefusals.CALCULATION_OUTDATED(),
};

const ofItsProgramme: Policy<DeterminationGrounds> = {
  name: 'of-its-programme',
  check: ({ basis: { programme }, input: { components } }) => unfitting(components, programme),
};

const withScholarshipThatFits: Policy<DeterminationGrounds> = {
  name: scholarshipFits.name,
  check: ({ basis, input: said }) => scholarshipFits.check({ basis, said }),
};

/** Facilities are paid what they invoiced, whole, or nothing. */
const careIsWhole: Policy<DeterminationGrounds> = {
  name: 'care-is-whole',
  check({ basis: { programme, facts }, input: { components } }) {
    const care = components.find(({ code }) => code === programme.careByFacilities);
    const invoicedIdr = sumRupiah(programme.toFacilities(facts).map(({ invoiceIdr }) => invoiceIdr));
    return care && care.amountIdr !== invoicedIdr
      ? leftToPeopleRefusals.CARE_IS_PAID_WHOLE({ invoicedIdr })
      : undefined;
  },
};

/** In this order; the first refusal wins. */
const DETERMINATION_POLICIES: readonly Policy<DeterminationGrounds>[] = [
  theLawDoesNotGrantIt,
  restsOnPresentFacts,
  notPaidByOther,
  ofItsProgramme,
  careIsWhole,
  withScholarshipThatFits,
];

/**
 * Says what is due where the law leaves it to a person, or against what it was found to say (penetapan manfaat oleh petugas), with
 * the ground and the words that it rests on. Whoever is entitled is paid; a second person approves it, within their authority.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `SUBMITTER_CANNOT_DECIDE`, or the code of the
 *   first determination policy that objects
 */
export function determineBenefit(
  input: DetermineBenefitInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['CALCULATED']));
  const found = claim.assessment.insteadOf ?? claim.assessment;
  enforce([notByWhoeverHandedItIn], { claim, deciderId: actor.id });
  enforce(DETERMINATION_POLICIES, { found, claim, basis, input });
  const isLeftToAPerson = () => found.refusal?.decision === LEFT_TO_A_PERSON;
  enforce([groundReachesThatFar], { said: input, isLeftToAPerson });
  const { refusal } = found;
  if (!refusal) throw new Rejection(decisionRefusals.LAW_GRANTS());
  const { claimId, ground, reason, evidence } = input;
  const { components, lessInterimIdr } = lessInterim(input.components, claim.interim, basis);
  const scholarship = scholarshipBy(input, basis);
  return [
    {
      type: 'BenefitDetermined',
      data: {
        claimId,
        participantId: claim.participantId,
        assessorId: actor.id,
        ground,
        insteadOf: refusal.decision,
        components: withLaw(components, refusal, basis),
        totalIdr: totalOf(components),
        ...(lessInterimIdr !== undefined && { lessInterimIdr }),
        scholarship,
        entitledChildren: childrenBy(scholarship, basis),
        effectiveOn: today,
        person: { reason, evidence },
      },
    },
  ];
}

/** What a person says is due, by the law that it is said in place of. */
function withLaw(
  components: SaidDue['components'],
  { law, article }: NonNullable<Assessment['refusal']>,
  basis: Basis,
): readonly DeterminedComponent[] {
  const payeeOf = (code: string) => (code === basis.programme.careByFacilities ? 'PLKK' : entitledTo(basis));
  return components.map(({ code, amountIdr }) => ({ code, amountIdr, law, article, payee: payeeOf(code) }));
}
