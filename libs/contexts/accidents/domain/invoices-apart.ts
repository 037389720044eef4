import type { EventOf } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { Known } from './accident-state.js';
import { isInvoice } from './invoice-name.js';

/** What was sent last of a number counts. */
export function billedApart(state: Known, { data }: EventOf<AccidentEvent, 'InvoiceBilledApart'>): Known {
  const { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr } = data;
  const isIt = isInvoice(data);
  const others = (state.billedApart ?? []).filter((one) => !isIt(one));
  const invoice = { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr };
  const { givenUpApart: givenUp, ...known } = state;
  const stillGivenUp = givenUp?.filter((one) => !isIt(one));
  return {
    ...known,
    billedApart: [...others, invoice],
    ...(stillGivenUp?.length && { givenUpApart: stillGivenUp }),
  };
}

/** Nothing is paid of it: the care may be recorded with the accident. */
export function givenUpApart(state: Known, { data }: EventOf<AccidentEvent, 'InvoiceGivenUpApart'>): Known {
  const isIt = isInvoice(data);
  const { billedApart: billed = [], givenUpApart: before = [] } = state;
  return {
    ...state,
    billedApart: billed.filter((one) => !isIt(one)),
    givenUpApart: [...before, ...billed.filter(isIt)],
  };
}

/** So much was approved of one. */
export function approvedApart(
  state: Known,
  { data: { approvalId, approvedIdr } }: EventOf<AccidentEvent, 'InvoiceApprovedApart'>,
): Known {
  return { ...state, approvedApart: [...(state.approvedApart ?? []), { approvalId, approvedIdr }] };
}
