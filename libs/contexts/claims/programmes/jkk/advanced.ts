import { type Rupiah, rupiah, sumRupiah } from '#kernel';
import type { BenefitComponent, Calculation, TransportMode } from '#law';
import type { AccidentForClaim } from './facts.js';

type Advanced = Pick<AccidentForClaim, 'reimbursements' | 'transport' | 'transportByEmployer'>;

/**
 * What is paid back goes to whoever paid it first (reference 2.6): of a receipt of the employer to the employer. Where the law gives
 * less than all receipts come to, the participant is repaid first.
 */
export function repaid(calculation: Calculation, accident: Advanced): Calculation {
  if (!hasAdvancedCare(accident) && Object.keys(accident.transportByEmployer ?? {}).length === 0) {
    return calculation;
  }
  const components = calculation.components.flatMap((component) => {
    const receipts = receiptsOf(component.code, accident);
    return receipts && component.payee === 'RECEIPT_PAYER' ? split(component, receipts) : [component];
  });
  return { ...calculation, components };
}

interface Receipts {
  readonly totalIdr: Rupiah;
  readonly byEmployerIdr: Rupiah;
}

/** Whether the employer paid for care that the claim pays back. */
export const hasAdvancedCare = ({ reimbursements }: Pick<AccidentForClaim, 'reimbursements'>): boolean =>
  reimbursements.some(({ paidBy }) => paidBy === 'EMPLOYER');

function receiptsOf(code: string, { reimbursements, transport, transportByEmployer = {} }: Advanced) {
  if (code === 'JKK_MEDICAL') {
    const byEmployer = reimbursements.filter(({ paidBy }) => paidBy === 'EMPLOYER');
    const sum = (of: typeof reimbursements) => sumRupiah(of.map(({ invoiceIdr }) => invoiceIdr));
    return { totalIdr: sum(reimbursements), byEmployerIdr: sum(byEmployer) };
  }
  const mode = (Object.keys(transportByEmployer) as TransportMode[]).find(
    (one) => code === `JKK_TRANSPORT_${one}`,
  );
  return (
    mode && { totalIdr: transport[mode] ?? rupiah(0), byEmployerIdr: transportByEmployer[mode] ?? rupiah(0) }
  );
}

function split(component: BenefitComponent, { totalIdr, byEmployerIdr }: Receipts): BenefitComponent[] {
  const toParticipant = rupiah(Math.min(component.amountIdr, totalIdr - byEmployerIdr));
  const toEmployer = rupiah(component.amountIdr - toParticipant);
  // Its texts are written when they are read, and are no part of a copy.
  const { arithmetic, explanation } = component;
  const copy = { ...component, arithmetic, explanation };
  return [
    ...(toParticipant > 0 ? [{ ...copy, amountIdr: toParticipant }] : []),
    ...(toEmployer > 0 ? [{ ...copy, amountIdr: toEmployer, payee: 'EMPLOYER' as const }] : []),
  ];
}
