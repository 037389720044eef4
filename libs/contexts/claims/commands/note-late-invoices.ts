import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accidentFacts } from '#contexts/accidents/facts';
import type { Reading } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import {
  type BillingOfClaim,
  type KnownInvoice,
  type NoteLateInvoicesInput,
  billingOfClaims,
  noteLateInvoices,
} from '../domain/late-invoices.js';

/** Only the process late-invoices sends it. */
export class NoteLateInvoices extends StreamCommand<NoteLateInvoicesInput> {
  readonly commandName = 'NoteLateInvoices';
}

@CommandHandler(NoteLateInvoices)
export class NoteLateInvoicesHandler implements ICommandHandler<NoteLateInvoices> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: NoteLateInvoices) {
    const { claimId } = command.input;
    return this.decisions.make(command, billingOfClaims, claimId, noteLateInvoices, invoicesOf);
  }
}

/** Those of the accident, where the claim is approved and is for one. */
async function invoicesOf({ accidentId, approval }: BillingOfClaim, read: Reading): Promise<KnownInvoice[]> {
  if (!approval || accidentId === undefined) return [];
  const { care, reimbursements } = await accidentFacts(read, accidentId);
  return [...care, ...reimbursements];
}
