import { type Rupiah, ZERO_RUPIAH, rupiah } from '#kernel';

/** A payment as read models keep it. */
interface Payment {
  readonly status: string | null;
  readonly amountIdr: Rupiah;
  /** What of it came back although it stands; absent where nothing did. */
  readonly cameBackIdr?: Rupiah;
}

/**
 * What was paid by a payment: what arrived, less what came back of it since. Nothing before it has arrived, nor where the whole came back.
 * What a payee keeps wrongly was paid all the same: it is owed beside it, as a receivable.
 */
export const stayedOf = ({ status, amountIdr, cameBackIdr = ZERO_RUPIAH }: Payment): Rupiah =>
  status === 'SETTLED' ? rupiah(amountIdr - cameBackIdr) : ZERO_RUPIAH;
