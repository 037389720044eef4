import { type Rupiah, rupiah } from '#kernel';
import type { InvoiceLine, LineResult, RoomClass } from './billing.events.js';
import type { Tariff } from './invoice-facts.js';

/** What cuts a line without anybody's judgement: the same line twice (V-11), a price above the agreed one (V-07). */
export function limitOf(
  line: InvoiceLine,
  lines: readonly InvoiceLine[],
  { tariff }: { readonly tariff: Tariff },
): Pick<LineResult, 'acceptedIdr' | 'reason'> | undefined {
  if (lines.some((one) => one.line < line.line && isDouble(one, line))) {
    return { acceptedIdr: rupiah(0), reason: 'V-11' };
  }
  const atMostIdr = priceOf(line, tariff);
  return atMostIdr !== undefined && atMostIdr < line.amountIdr
    ? { acceptedIdr: atMostIdr, reason: 'V-07' }
    : undefined;
}

/** What the line may come to by the agreed price; undefined where nothing is agreed of its item. */
function priceOf({ tariffItem, quantity }: InvoiceLine, tariff: Tariff): Rupiah | undefined {
  const agreed = tariff.find(({ item }) => item === tariffItem);
  return agreed && rupiah(agreed.priceIdr * quantity);
}

const isDouble = (one: InvoiceLine, other: InvoiceLine): boolean =>
  one.serviceDate === other.serviceDate &&
  one.kind === other.kind &&
  one.tariffItem === other.tariffItem &&
  one.description === other.description &&
  one.amountIdr === other.amountIdr;

/** A day in a room above class I, whose difference the patient pays: a person says how much of it class I comes to. */
export const isAboveClass = ({ kind }: InvoiceLine, roomClass: RoomClass | undefined): boolean =>
  kind === 'ROOM_DAY' && (roomClass === 'VVIP' || roomClass === 'VIP');
