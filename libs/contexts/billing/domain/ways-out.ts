/** What is allowed instead, as refusals of invoices say it: each names a command that exists. */

export const SUBMIT = { en: 'submit an invoice', id: 'kirim tagihan' };
export const REVISE = { en: 'revise the invoice', id: 'perbaiki tagihan' };
export const VERIFY = { en: 'verify the invoice', id: 'verifikasi tagihan' };
export const APPROVE = { en: 'approve the invoice', id: 'setujui tagihan' };
export const RETURN = { en: 'return the invoice', id: 'kembalikan tagihan' };
export const READMIT = {
  en: 'let the invoice in again after a meeting, or a determination',
  id: 'terima lagi tagihan sesudah pertemuan atau penetapan',
};
export const PASS_ON = { en: 'pass the invoice on', id: 'alihkan tagihan' };
export const CREDIT = { en: 'credit the invoice', id: 'catat nota kredit' };
export const SHOW_PAYMENT = { en: 'show who paid the invoice', id: 'catat siapa yang membayar tagihan' };
export const CONCLUDE = { en: 'conclude the accident', id: 'simpulkan kecelakaan' };
export const OTHER_PAYER = {
  en: 'name the other payer of the accident',
  id: 'sebutkan penanggung lain kecelakaan',
};
