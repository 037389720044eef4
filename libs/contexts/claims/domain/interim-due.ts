import { type Rupiah, ZERO_RUPIAH, rupiah, totalOf } from '#kernel';
import { assess, findingOf } from './assessment.js';
import { type Interim, NOTHING_PAID_YET, interimTooMuch, paidToEmployers } from './interim.js';
import type { AssessableClaim, Basis } from './programme.js';
import type { PaidTooMuch } from './reassessment.events.js';

/**
 * What of the interim payments the law gives by what is known now: the whole benefit that they are a part of, as if nothing of it had been
 * paid before.
 * @throws Rejection as the programme's `assess` does
 */
export function interimDueByLaw(claim: AssessableClaim, basis: Basis): Rupiah {
  const { interim: _paid, ...known } = claim;
  const { components } = findingOf(assess(known, basis));
  return totalOf(components.filter(({ code }) => code === basis.programme.paidInInterims));
}

/** What of them the law does not give. @throws Rejection as the programme's `assess` does */
export const notDueByLaw = (claim: AssessableClaim, basis: Basis): readonly PaidTooMuch[] =>
  claim.interim?.paidIdr ? interimTooMuch(claim.interim, interimDueByLaw(claim, basis)) : [];

/** What persons were paid of them: what employers were is no part of what a person says is due to whoever claims. */
export const ofPersons = (interim: Interim = NOTHING_PAID_YET): Pick<Interim, 'paidIdr'> => ({
  paidIdr: rupiah(interim.paidIdr - paidToEmployers(interim)),
});

/** What persons were paid of them beyond what a person said is due to them. */
export function notDueAsSaid(
  { paidIdr }: Pick<Interim, 'paidIdr'>,
  lessInterimIdr: Rupiah = ZERO_RUPIAH,
): readonly PaidTooMuch[] {
  const amountIdr = rupiah(paidIdr - lessInterimIdr);
  return amountIdr > 0 ? [{ amountIdr }] : [];
}
