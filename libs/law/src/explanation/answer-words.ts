/** The parts of an answer in words, wherever one is written for people. */
export const ANSWER_WORDS = {
  en: {
    ruleSet: 'Rule set',
    total: 'Total',
    decision: 'Decision',
    ignored: 'Played no part',
    owed: 'Owed by the employer, beside the total',
    reimbursable: 'BPJS pays it back to the employer',
    tax: 'Tax, beside the total',
    net: 'left after tax',
  },
  id: {
    ruleSet: 'Versi aturan',
    total: 'Jumlah',
    decision: 'Keputusan',
    ignored: 'Tidak berperan',
    owed: 'Terutang oleh pemberi kerja, di luar jumlah',
    reimbursable: 'Diganti oleh BPJS kepada pemberi kerja',
    tax: 'Pajak, di luar jumlah',
    net: 'sesudah pajak',
  },
} as const;
