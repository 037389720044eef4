import { type LocalDate, type Rupiah, addDays, rupiah, sumRupiah } from '#kernel';
import type { InvoiceLine, RoomClass } from './billing.events.js';
import type { LineResult } from './verification.events.js';
import { isRoomDay } from './invoice-content.js';
import type { Tariffs } from './invoice-facts.js';

/** What cuts a line without anybody's judgement: the same line twice (V-11), a price above the agreed one (V-07). */
export function limitOf(
  line: InvoiceLine,
  lines: readonly InvoiceLine[],
  { tariffs }: { readonly tariffs: Tariffs },
): Pick<LineResult, 'acceptedIdr' | 'reason'> | undefined {
  if (lines.some((one) => one.line < line.line && isDouble(one, line))) {
    return { acceptedIdr: rupiah(0), reason: 'V-11' };
  }
  const atMostIdr = priceOf(line, tariffs);
  return atMostIdr !== undefined && atMostIdr < line.amountIdr
    ? { acceptedIdr: atMostIdr, reason: 'V-07' }
    : undefined;
}

/**
 * What the line may come to by the prices of its days, since an addendum changes them from a day on: a room costs each of its days what
 * that one costs. Undefined where nothing is agreed of its item.
 */
function priceOf(line: InvoiceLine, tariffs: Tariffs): Rupiah | undefined {
  const { tariffItem, quantity, serviceDate, unitPriceIdr } = line;
  const priceOn = (day: LocalDate) =>
    tariffOn(tariffs, day).find(({ item }) => item === tariffItem)?.priceIdr;
  if (!isRoomDay(line)) {
    const agreed = priceOn(serviceDate);
    return agreed === undefined ? undefined : rupiah(agreed * quantity);
  }
  const prices = Array.from({ length: quantity }, (_, nth) => priceOn(addDays(serviceDate, nth)));
  const isAgreed = prices.some((price) => price !== undefined);
  return isAgreed ? sumRupiah(prices.map((price) => price ?? unitPriceIdr)) : undefined;
}

const tariffOn = (tariffs: Tariffs, day: LocalDate) =>
  tariffs.findLast(({ from }) => from <= day)?.tariff ?? [];

const isDouble = (one: InvoiceLine, other: InvoiceLine): boolean =>
  one.serviceDate === other.serviceDate &&
  one.kind === other.kind &&
  one.tariffItem === other.tariffItem &&
  one.description === other.description &&
  one.amountIdr === other.amountIdr;

/** A day in a room above class I, whose difference the patient pays: a person says how much of it class I comes to. */
export const isAboveClass = ({ kind }: InvoiceLine, roomClass: RoomClass | undefined): boolean =>
  kind === 'ROOM_DAY' && (roomClass === 'VVIP' || roomClass === 'VIP');
