import { type Rupiah, conflict, refusals } from '#kernel';
import { APPROVE, CREDIT, OTHER_PAYER } from './ways-out.js';

/** Why nothing of an invoice is credited, or recovered from whoever caused it. */
export const creditRefusals = refusals({
  CREDIT_NOTE_RECORDED: conflict(
    ({ reference: _note }: { reference: string }) => ({
      en: 'The note of this number is recorded for the invoice: one note credits once',
      id: 'Nota bernomor ini sudah tercatat untuk tagihan ini: satu nota mengurangi satu kali',
    }),
    { allowed: [CREDIT] },
  ),
  CREDITED_BY_NOTE: conflict(
    ({ creditedIdr }: { creditedIdr: Rupiah }) => ({
      en: `Notes have credited ${creditedIdr} rupiah of the invoice, and a line is cut further: is it the same money?`,
      id: `Nota kredit sudah mengurangi ${creditedIdr} rupiah dari tagihan, dan satu baris dipotong lagi: apakah uang yang sama?`,
    }),
    {
      allowed: [
        {
          en: 'notes: STAND, where the line is cut for something else',
          id: 'notes: STAND, bila dipotong untuk hal lain',
        },
        {
          en: 'notes: REPLACED, where the cut says what the notes said',
          id: 'notes: REPLACED, bila potongan menggantikan nota',
        },
      ],
    },
  ),
  CREDITED_WITH_APPROVAL: conflict(
    {
      en: 'A cut of what was paid waits for its approval, which credits it',
      id: 'Potongan dari yang sudah dibayar menunggu persetujuan, yang mencatat nota kreditnya',
    },
    {
      allowed: [
        APPROVE,
        {
          en: 'besideCuts: true, where the note is of something else',
          id: 'besideCuts: true, bila nota untuk hal lain',
        },
      ],
    },
  ),
  CREDIT_TOO_LARGE: conflict(({ paidIdr }: { paidIdr: Rupiah }) => ({
    en: `No more can be credited than was paid of it and is not owed back: ${paidIdr} rupiah`,
    id: `Nota kredit tidak lebih dari yang dibayar dan belum harus dikembalikan: ${paidIdr} rupiah`,
  })),
  NOTHING_TO_RECOVER: conflict(
    {
      en: 'Nobody else bears what BPJS has paid',
      id: 'Tidak ada pihak lain yang menanggung yang sudah dibayar BPJS',
    },
    { allowed: [OTHER_PAYER] },
  ),
});
