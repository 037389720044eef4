import { type Rupiah, type Words, conflict, formatRupiah, refusals } from '#kernel';
import type { KnownPayout } from './payout-state.js';
import { nextSteps, itIs } from './ways-out.js';

const RECORD_PART: Words = { en: 'record the part that came back', id: 'catat bagian yang kembali' };

/** Why money is not recorded as come back. */
export const moneyBackRefusals = refusals({
  NOT_SETTLED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  PART_CAME_BACK: conflict(
    ({ paidIdr }: { paidIdr: Rupiah }) => ({
      en: `${formatRupiah(paidIdr)} rupiah were paid: what is to be made again comes back as a whole`,
      id: `Dibayarkan ${formatRupiah(paidIdr)} rupiah: yang dibayarkan lagi kembali secara utuh`,
    }),
    {
      allowed: ({ paidIdr }) => [{ en: `amountIdr ${paidIdr}`, id: `amountIdr ${paidIdr}` }, RECORD_PART],
    },
  ),
  PART_CAME_BACK_BEFORE: conflict(
    {
      en: 'A part of it came back before: what comes now is another part',
      id: 'Sebagian sudah kembali sebelumnya: yang datang sekarang adalah bagian lain',
    },
    { allowed: [RECORD_PART] },
  ),
  WHOLE_CAME_BACK: conflict(
    {
      en: 'That is the whole payment: it is to be made again, or given up',
      id: 'Itu seluruh pembayaran: dibayarkan lagi atau dibatalkan',
    },
    {
      allowed: [
        {
          en: 'record money that came back',
          id: 'catat uang yang kembali',
        },
      ],
    },
  ),
  MORE_THAN_IS_LEFT: conflict(
    ({ leftIdr }: { leftIdr: Rupiah }) => ({
      en: `${formatRupiah(leftIdr)} rupiah of it neither came back nor are owed`,
      id: `${formatRupiah(leftIdr)} rupiah belum kembali dan belum menjadi piutang`,
    }),
    {
      allowed: ({ leftIdr }) => [
        { en: `amountIdr and keptIdr up to ${leftIdr}`, id: `amountIdr dan keptIdr sampai ${leftIdr}` },
      ],
    },
  ),
  KEPT_WITHOUT_RECEIVABLE: conflict(
    {
      en: 'Only what was paid to a person or an employer for a claim or a school year is owed back; a facility credits its invoice',
      id: 'Hanya yang dibayarkan kepada orang atau pemberi kerja untuk klaim atau beasiswa menjadi piutang; fasilitas memberi nota kredit atas tagihannya',
    },
    {
      allowed: [
        { en: 'leave keptIdr out', id: 'tanpa keptIdr' },
        { en: 'credit the invoice', id: 'catat nota kredit atas tagihannya' },
      ],
    },
  ),
});
