/** What is allowed instead, as refusals of claims say it: each names a command that exists. */

export const SUBMIT = { en: 'submit a claim', id: 'ajukan klaim' };
export const ADD_DOCUMENTS = { en: 'add documents', id: 'lengkapi dokumen' };
export const CALCULATE = { en: 'calculate the benefit', id: 'hitung manfaat' };
export const CALCULATE_AGAIN = { en: 'calculate the benefit again', id: 'hitung ulang manfaat' };
export const CALCULATE_ONCE_PAID_UP = {
  en: 'calculate the benefit again once the arrears are settled',
  id: 'hitung ulang manfaat setelah tunggakan iuran dilunasi',
};
export const PAY_ARREARS = {
  en: 'record their contributions with settlesEventOn, the day of the event',
  id: 'catat iurannya dengan settlesEventOn, yaitu tanggal kejadian',
};
export const SET_OFF = {
  en: 'record the consent of whoever is paid to have them deducted from the benefit',
  id: 'catat persetujuan penerima untuk memotongnya dari manfaat',
};
export const DENY_AFTER_NOTICE = {
  en: 'deny it once the time of the notice is over',
  id: 'tolak setelah batas waktu pemberitahuan lewat',
};
export const DECIDE = [{ en: 'approve', id: 'setujui' }, { en: 'deny', id: 'tolak' }, CALCULATE_AGAIN];
/** The way out of a claim that nobody can decide any more. */
export const CANCEL = { en: 'a supervisor cancels the claim', id: 'supervisor membatalkan klaim' };
export const DROP_INTERIM = {
  en: 'do not approve the interim payment',
  id: 'jangan setujui pembayaran berkalanya',
};
export const REASSESS = {
  en: 'calculate what is due beside what was approved',
  id: 'hitung kekurangan atas yang sudah disetujui',
};
export const APPROVE_DIFFERENCE = { en: 'approve the difference', id: 'setujui kekurangannya' };
export const REOPEN = { en: 'a supervisor reopens the claim', id: 'supervisor membuka kembali klaim' };
export const REFUSE_DOCUMENT = { en: 'refuse the document', id: 'tolak dokumennya' };
export const ASK_FURTHER = { en: 'ask for a further document', id: 'minta dokumen tambahan' };
export const PROPOSE_DENIAL = { en: 'propose a denial', id: 'usulkan penolakan' };
export const END_WAIT = { en: 'record the answer', id: 'catat jawabannya' };
export const GIVE_WAIT_UP = {
  en: 'give the wait up once its time is over',
  id: 'hentikan penantian setelah waktunya lewat',
};
export const DETERMINE = { en: 'say what is due, with a ground', id: 'tetapkan manfaatnya dengan dasar' };
export const NOTHING = { en: 'nothing: the claim is decided', id: 'tidak ada: klaim sudah diputus' };
export const RAISE_OBJECTION = { en: 'record an objection', id: 'catat keberatan' };
export const ANSWER_OBJECTION = { en: 'answer the objection', id: 'jawab keberatannya' };
export const REOPEN_FOR_GROUND = {
  en: 'a supervisor opens the claim again for a new fact or an error of the office',
  id: 'supervisor membuka kembali klaim karena fakta baru atau kekeliruan kantor',
};
export const MEDIATE = {
  en: 'record a complaint about the claim, which can be mediated',
  id: 'catat pengaduan tentang klaim, yang dapat dimediasi',
};
export const END_DISPUTE = { en: 'record how the dispute ended', id: 'catat akhir sengketanya' };
export const SETTLE_DOUBT = {
  en: 'a supervisor says of the claim why it goes on',
  id: 'supervisor menyatakan mengapa klaim dapat dilanjutkan',
};
export const REPORT_DISPUTE = {
  en: 'record that heirs disagree about what was approved',
  id: 'catat sengketa ahli waris atas yang disetujui',
};
export const REPORT_HEIR_DEATH = {
  en: 'record which of the heirs has died',
  id: 'catat ahli waris mana yang meninggal',
};
export const REVOKE_HEIR_DEATH = {
  en: 'take back that the heir has died',
  id: 'batalkan laporan kematian ahli waris itu',
};
export const ESTABLISH_HEIRS = { en: 'establish the heirs', id: 'tetapkan ahli waris' };
