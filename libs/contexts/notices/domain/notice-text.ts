import type { Words } from '#kernel';
import type { NoticeSubject } from './notice.events.js';

const WHAT: Readonly<Record<NoticeSubject, Words>> = {
  PAPERS_REQUEST: { id: 'permintaan kelengkapan berkas', en: 'a request for papers' },
  HOLD: { id: 'pemberitahuan penangguhan', en: 'a notice that your claim waits' },
  APPROVAL: { id: 'surat keputusan', en: 'a decision' },
  DIFFERENCE: { id: 'surat keputusan', en: 'a decision' },
  INTERIM: { id: 'surat keputusan santunan sementara', en: 'a decision on an interim payment' },
  DENIAL: { id: 'surat keputusan', en: 'a decision' },
  OBJECTION_ANSWER: { id: 'jawaban atas keberatan', en: 'an answer to your objection' },
  COMPLAINT_RECEIPT: { id: 'tanda terima', en: 'a receipt' },
  COMPLAINT_ANSWER: { id: 'jawaban', en: 'an answer' },
  COMPLAINT_ESCALATED: { id: 'pemberitahuan', en: 'a notice' },
  MEDIATION_INVITATION: { id: 'undangan mediasi', en: 'an invitation to a mediation' },
  MEDIATION_RECORD: { id: 'berita acara mediasi', en: 'the record of a mediation' },
};

/** Whether a letter is about a complaint, and not about a claim. */
const isOfComplaint = (subject: NoticeSubject): boolean => /^(COMPLAINT|MEDIATION)_/.test(subject);

/** What somebody is told: that there is a letter, by the first part of its code. No name, no amount, nothing of health. */
export function noticeText(
  subject: NoticeSubject,
  letterId: string,
): { readonly subject: string; readonly text: string } {
  const { id, en } = WHAT[subject];
  const code = letterId.slice(0, 8).toUpperCase();
  const about = isOfComplaint(subject)
    ? { id: 'pengaduan', en: 'complaint' }
    : { id: 'permohonan', en: 'claim' };
  return {
    subject: 'BPJS Ketenagakerjaan: surat untuk Saudara / a letter for you',
    text: `BPJS Ketenagakerjaan: ada ${id} tentang ${about.id} Saudara, kode ${code}. Ambil di kantor cabang mana pun. / There is ${en} about your ${about.en}, code ${code}. Ask for it at any branch.`,
  };
}
