import { type LocalDate, conflict, refusals } from '#kernel';
import type { Claimant, DocumentKind } from './handed-in.events.js';
import { ADD_DOCUMENTS, CALCULATE, REFUSE_DOCUMENT, ASK_FURTHER } from './ways-out.js';

/** Who claims, in words. */
export const CLAIMANT = {
  PARTICIPANT: { en: 'participant', id: 'peserta' },
  HEIR: { en: 'heir', id: 'ahli waris' },
} as const satisfies Record<Claimant, { en: string; id: string }>;

/** Why what is handed in is not taken, and why a claim is not denied for what is missing. */
export const handedInRefusals = refusals({
  DOCUMENT_IS_THERE: conflict(
    ({ kinds }: { kinds: readonly DocumentKind[] }) => ({
      en: `The claim has these documents already: ${kinds.join(', ')}`,
      id: `Dokumen ini sudah ada pada klaim: ${kinds.join(', ')}`,
    }),
    { allowed: [REFUSE_DOCUMENT] },
  ),
  DOCUMENT_NOT_THERE: conflict(
    ({ kind }: { kind: DocumentKind }) => ({
      en: `The claim has no ${kind} that counts`,
      id: `Klaim tidak mempunyai ${kind} yang berlaku`,
    }),
    { allowed: [ADD_DOCUMENTS, ASK_FURTHER] },
  ),
  DOCUMENT_NOT_MISSING: conflict(
    ({ missing }: { missing: readonly DocumentKind[] }) => ({
      en: `This document is not missing; missing are: ${missing.join(', ')}`,
      id: `Dokumen ini tidak kurang; yang kurang: ${missing.join(', ')}`,
    }),
    { allowed: [ADD_DOCUMENTS] },
  ),
  PAPERS_MAY_STILL_COME: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `The documents may still be handed in until ${until}: before that the claim is not denied for them`,
      id: `Dokumen masih dapat diserahkan sampai ${until}: sebelum itu klaim tidak ditolak karenanya`,
    }),
    { allowed: [ADD_DOCUMENTS] },
  ),
  NO_PAPERS_MISSING: conflict(
    { en: 'No documents are missing', id: 'Tidak ada dokumen yang kurang' },
    { allowed: [CALCULATE] },
  ),
  NO_FALSE_PAPER: conflict(
    {
      en: 'No document of the claim was refused as not genuine',
      id: 'Tidak ada dokumen klaim yang ditolak sebagai tidak asli',
    },
    { allowed: [REFUSE_DOCUMENT] },
  ),
  CLAIM_ALREADY_SUBMITTED: conflict<{ claimId: string }>(
    { en: 'This event has been claimed already', id: 'Kejadian ini sudah pernah diajukan klaimnya' },
    {
      allowed: [
        { en: 'add documents to the existing claim', id: 'lengkapi dokumen klaim yang sudah ada' },
        {
          en: 'a supervisor reopens it where it is closed',
          id: 'supervisor membukanya kembali bila sudah ditutup',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
  NOT_ENTITLED_TO_CLAIM: conflict(({ entitled }: { entitled: Claimant }) => ({
    en: `This claim belongs to the ${CLAIMANT[entitled].en}`,
    id: `Klaim ini hak ${CLAIMANT[entitled].id}`,
  })),
  CLAIMANT_THE_SAME: conflict(({ claimant }: { claimant: Claimant }) => ({
    en: `The ${CLAIMANT[claimant].en} claims already`,
    id: `Klaim ini sudah diajukan oleh ${CLAIMANT[claimant].id}`,
  })),
  HEIR_DOCUMENTS_MISSING: conflict(
    ({ missing }: { missing: readonly DocumentKind[] }) => ({
      en: `Papers that show the death and the heir are missing: ${missing.join(', ')}`,
      id: `Dokumen bukti kematian dan ahli waris belum ada: ${missing.join(', ')}`,
    }),
    {
      allowed: [{ en: 'hand them in with the same request', id: 'serahkan bersama permintaan yang sama' }],
    },
  ),
});
