import { type JkkCaseInput, type PaidItem, paidForItems } from '#law';
import { opened, view } from '#kernel';
import type { BenefitCalculated, ClaimEvent } from '../../domain/claim.events.js';
import type { BenefitReassessed } from '../../domain/reassessment.events.js';
import { claims as claimStreams } from '../../domain/claim.js';
import type { BenefitDetermined } from '../../domain/left-to-people.events.js';

/** What earlier claims of a participant paid for disability. */
export interface DisabilityPaid {
  readonly items: readonly PaidItem[];
  /** A lump sum for permanent total disability (cacat total tetap) was paid. */
  readonly totalPermanent: boolean;
  /** A partial disability was paid, and which one was erased with the health key. */
  readonly erased: boolean;
  /** A claim that was begun to be approved before, and of which nobody knows yet whether it pays. */
  readonly undecidedClaimId?: string;
}

export const NOTHING_PAID: DisabilityPaid = { items: [], totalPermanent: false, erased: false };

/** What one claim calculated last, and whether it was decided so. */
export interface DisabilityOfClaim {
  readonly calculated?: BenefitCalculated['data'];
  readonly decided?: 'APPROVED' | 'DENIED' | 'WITHDRAWN' | 'CANCELLED';
  /** What it was computed anew to after its approval, until somebody approves that. */
  readonly reassessed?: BenefitReassessed['data'];
  /** How often it was opened again. */
  readonly reopened?: number;
}

/** What a claim says of disability. */
export const disabilityOfClaim = view<DisabilityOfClaim, ClaimEvent>(claimStreams, {
  initial: {},
  evolve(state, event) {
    if (event.type === 'BenefitCalculated') return { ...state, calculated: event.data };
    if (event.type === 'BenefitDetermined') return determined(state, event.data);
    if (event.type === 'BenefitReassessed') return { ...state, reassessed: event.data };
    if (event.type === 'DifferenceApproved') return paidAnew(state);
    if (event.type === 'ClaimApproved') return { ...state, decided: 'APPROVED' };
    if (event.type === 'ClaimDenied') return { ...state, decided: 'DENIED' };
    if (event.type === 'ClaimWithdrawn') return { ...state, decided: 'WITHDRAWN' };
    if (event.type === 'ClaimCancelled') return { ...state, decided: 'CANCELLED' };
    if (event.type === 'ClaimReopened') return undecidedAgain(state);
    if (event.type === 'ClaimResumed' && state.decided) return undecidedAgain(state);
    return state;
  },
});

/** What a person granted in place of what had been calculated, by the same injuries. */
const determined = (
  state: DisabilityOfClaim,
  { components, totalIdr }: BenefitDetermined['data'],
): DisabilityOfClaim => ({
  ...state,
  calculated: state.calculated && { ...state.calculated, components, totalIdr },
});

/** By injuries that may be others now; what a person said is paid for the same ones. */
function paidAnew({ reassessed, calculated, ...state }: DisabilityOfClaim): DisabilityOfClaim {
  if (!reassessed || !calculated) return { ...state, calculated };
  const { components, totalIdr, health, determinedBy } = reassessed;
  return {
    ...state,
    calculated: { ...calculated, components, totalIdr, ...(determinedBy === undefined && { health }) },
  };
}

const undecidedAgain = (state: DisabilityOfClaim): DisabilityOfClaim => ({
  ...state,
  decided: undefined,
  reopened: (state.reopened ?? 0) + 1,
});

/** Adds up what these claims paid. Only an approved claim pays. */
export function disabilityPaid(claims: readonly DisabilityOfClaim[]): DisabilityPaid {
  const approved = claims.flatMap(({ decided, calculated }) =>
    decided === 'APPROVED' && calculated ? [calculated] : [],
  );
  const undecidedClaimId = claims.find(({ decided }) => decided === undefined)?.calculated?.claimId;
  const partial = approved.filter((paid) => pays(paid, 'JKK_PARTIAL_')).map(inputsOf);
  const known = partial.filter((inputs) => inputs !== undefined);
  return {
    items: known.flatMap((inputs) => paidForItems(inputs.accidentDate, inputs)),
    totalPermanent: approved.some((paid) => pays(paid, 'JKK_TOTAL_PERMANENT')),
    erased: known.length < partial.length,
    ...(undecidedClaimId && { undecidedClaimId }),
  };
}

const pays = ({ components }: BenefitCalculated['data'], code: string) =>
  components.some((component) => component.code.startsWith(code));

/** What the log keeps of the inputs of a calculation. */
type StoredInputs = Pick<JkkCaseInput, 'accidentDate' | 'dominantHand'> &
  Required<Pick<JkkCaseInput, 'injuries'>>;

/** The stored inputs of the calculation; undefined once the health key is destroyed. */
function inputsOf({ health }: BenefitCalculated['data']): StoredInputs | undefined {
  return opened(health)?.inputs as StoredInputs | undefined;
}
