import { type LocalDate, type Policy, isSameName } from '#kernel';
import type { Relation } from '#law';
import { type KnownClaim, claimantOf } from '../claim.js';
import {
  type EstablishHeirsInput,
  type HeirInput,
  isMinor,
  isOfUnknownAge,
  livingOf,
} from '../heir-input.js';
import type { HeirsOnRecord } from '../programme.js';
import { heirRefusals } from '../heirs.refusals.js';

/** What the rules about who is paid as an heir look at. */
export interface HeirsGrounds {
  readonly claim: KnownClaim;
  /** Undefined where nobody died. */
  readonly diedOn: LocalDate | undefined;
  /** The rank that the law pays of those who are named and live. */
  readonly first: { readonly relations: readonly string[] } | undefined;
  /** Whom the participant has named of that rank or a better one. */
  readonly registered: HeirsOnRecord['registered'];
  readonly input: EstablishHeirsInput;
  readonly today: LocalDate;
  /** It was approved for the participant, who has died since. */
  readonly wasForParticipant: boolean;
}

const paidOf = ({ heirs }: EstablishHeirsInput): readonly HeirInput[] =>
  heirs.filter(({ standing }) => standing === 'PAID');

const isOf =
  (relations: readonly string[]) =>
  ({ relation }: { readonly relation: Relation }): boolean =>
    relations.includes(relation);

const somebodyDied: Policy<HeirsGrounds> = {
  name: 'somebody-died',
  check: ({ claim, diedOn, wasForParticipant }) =>
    (claimantOf(claim) === 'HEIR' || wasForParticipant) && diedOn !== undefined
      ? undefined
      : heirRefusals.NO_HEIRS_OF_THE_LIVING(),
};

/** Reference 4.3: first to come is not first in rank. */
const inTheOrderOfTheLaw: Policy<HeirsGrounds> = {
  name: 'in-the-order-of-the-law',
  check({ first, input }) {
    if (input.sharing === 'COURT') return undefined;
    if (!first) return heirRefusals.NO_HEIR_IN_THE_ORDER();
    const { relations } = first;
    return paidOf(input).every(isOf(relations)) ? undefined : heirRefusals.NOT_FIRST_IN_RANK({ relations });
  },
};

/** Whoever was named by the participant is not left out in silence. A name that was erased is nobody's. */
const theRegisteredAreNamed: Policy<HeirsGrounds> = {
  name: 'the-registered-are-named',
  check({ registered, input: { sharing, heirs } }) {
    if (sharing === 'COURT') return undefined;
    const leftOut = registered.filter(
      ({ name }) => name !== undefined && !heirs.some((heir) => isSameName(heir.name, name)),
    );
    const relations = [...new Set(leftOut.map(({ relation }) => relation))];
    return relations.length > 0 ? heirRefusals.REGISTERED_HEIR_NOT_NAMED({ relations }) : undefined;
  },
};

const somebodyIsPaid: Policy<HeirsGrounds> = {
  name: 'somebody-is-paid',
  check: ({ input }) => (paidOf(input).length > 0 ? undefined : heirRefusals.NO_HEIR_IS_PAID()),
};

/** Whoever of the same rank is not paid has said so in writing. */
const theOthersHaveSaidSo: Policy<HeirsGrounds> = {
  name: 'the-others-have-said-so',
  check({ first, input: { sharing, heirs } }) {
    if (sharing === 'COURT' || !first) return undefined;
    const silent = livingOf(heirs)
      .filter(isOf(first.relations))
      .some(({ standing, letter }) => standing !== 'PAID' && letter === undefined);
    return silent ? heirRefusals.HEIR_LETTER_MISSING() : undefined;
  },
};

const sharedAsSaid: Policy<HeirsGrounds> = {
  name: 'shared-as-said',
  check({ input }) {
    const { sharing, agreement } = input;
    const paid = paidOf(input);
    if (sharing === 'ONE_PAYEE' && paid.length > 1) return heirRefusals.ONE_PAYEE_ONLY();
    if (sharing === 'EQUAL' && paid.some(({ parts = 1 }) => parts !== 1))
      return heirRefusals.PARTS_ARE_EQUAL();
    if (sharing === 'AGREED' && agreement === undefined) return heirRefusals.SHARING_NOT_SHOWN();
    const spouses = paid.filter(({ relation }) => relation === 'SPOUSE').length;
    // Spouses of several marriages share by agreement or by court (E-15).
    return spouses > 1 && sharing === 'EQUAL' ? heirRefusals.SHARING_NOT_SHOWN() : undefined;
  },
};

/** Also of those who are not paid: what was typed wrong says nothing of their age. */
const everybodyIsBorn: Policy<HeirsGrounds> = {
  name: 'everybody-is-born',
  check: ({ input: { heirs }, today }) =>
    heirs.some(({ birthDate }) => birthDate !== undefined && birthDate > today)
      ? heirRefusals.HEIR_BORN_AFTER_TODAY({ today })
      : undefined,
};

/** Nobody says of whoever has died that they give nothing up: their death is shown instead, also where a court named the heirs. */
const theDeadAreShown: Policy<HeirsGrounds> = {
  name: 'the-dead-are-shown',
  check: ({ input: { heirs } }) =>
    heirs.every(({ standing, diedOn, letter }) =>
      standing === 'DIED' ? diedOn !== undefined && letter !== undefined : diedOn === undefined,
    )
      ? undefined
      : heirRefusals.HEIR_DEATH_NOT_SHOWN(),
};

const theDeadHaveLived: Policy<HeirsGrounds> = {
  name: 'the-dead-have-lived',
  check({ input: { heirs }, today }) {
    const days = heirs.map(({ birthDate: bornOn, diedOn }) => ({ bornOn, diedOn }));
    if (days.some(({ diedOn }) => diedOn && diedOn > today))
      return heirRefusals.HEIR_DIED_IN_FUTURE({ today });
    const unborn = days.find(({ bornOn, diedOn }) => bornOn && diedOn && diedOn < bornOn);
    return unborn?.bornOn && heirRefusals.HEIR_DIED_BEFORE_BIRTH({ bornOn: unborn.bornOn });
  },
};

/** Whoever stands there twice would be paid twice, or be paid and give it up. */
const eachStandsThereOnce: Policy<HeirsGrounds> = {
  name: 'each-stands-there-once',
  check({ input: { heirs } }) {
    const again = heirs.filter((heir, place) => heirs.slice(0, place).some((other) => isOne(heir, other)));
    const relations = [...new Set(again.map(({ relation }) => relation))];
    return relations.length > 0 ? heirRefusals.HEIR_NAMED_TWICE({ relations }) : undefined;
  },
};

/** By the NIK; without it of both, by name and relation. */
const isOne = (one: HeirInput, other: HeirInput): boolean =>
  one.nik !== undefined && other.nik !== undefined
    ? one.nik === other.nik
    : one.relation === other.relation && isSameName(one.name, other.name);

/** Whoever is paid, and whoever of the rank that is paid lets another be paid: a court says that itself. */
const decidingOf = ({ input, first }: HeirsGrounds): readonly HeirInput[] => {
  const isInRank = first && input.sharing !== 'COURT' ? isOf(first.relations) : () => false;
  return livingOf(input.heirs).filter((heir) => heir.standing === 'PAID' || isInRank(heir));
};

const agesAreKnown: Policy<HeirsGrounds> = {
  name: 'ages-are-known',
  check(grounds) {
    const unknown = decidingOf(grounds).filter(isOfUnknownAge);
    const relations = [...new Set(unknown.map(({ relation }) => relation))];
    return relations.length > 0 ? heirRefusals.BIRTH_DATE_MISSING({ relations }) : undefined;
  },
};

/** Reference 4.3: minors act through the guardian, also where they let another be paid for them. */
const minorsHaveGuardians: Policy<HeirsGrounds> = {
  name: 'minors-have-guardians',
  check: (grounds) =>
    decidingOf(grounds)
      .filter(({ standing }) => standing !== 'WAIVES')
      .some((heir) => isMinor(heir, grounds.today) !== (heir.guardian !== undefined))
      ? heirRefusals.GUARDIAN_OF_MINORS()
      : undefined,
};

/** What is a child's is given up by a court alone. */
const minorsGiveNothingUp: Policy<HeirsGrounds> = {
  name: 'minors-give-nothing-up',
  check: (grounds) =>
    decidingOf(grounds).some((heir) => heir.standing === 'WAIVES' && isMinor(heir, grounds.today))
      ? heirRefusals.MINOR_GIVES_NOTHING_UP()
      : undefined,
};

const accountsOfThePaid: Policy<HeirsGrounds> = {
  name: 'accounts-of-the-paid',
  check: ({ input: { heirs } }) =>
    heirs.some(({ standing, account }) => (standing === 'PAID') !== (account !== undefined))
      ? heirRefusals.ACCOUNTS_OF_THE_PAID()
      : undefined,
};

/** In this order; the first refusal wins. */
export const HEIR_POLICIES: readonly Policy<HeirsGrounds>[] = [
  somebodyDied,
  everybodyIsBorn,
  theDeadAreShown,
  theDeadHaveLived,
  eachStandsThereOnce,
  inTheOrderOfTheLaw,
  theRegisteredAreNamed,
  somebodyIsPaid,
  theOthersHaveSaidSo,
  sharedAsSaid,
  agesAreKnown,
  minorsHaveGuardians,
  minorsGiveNothingUp,
  accountsOfThePaid,
];
