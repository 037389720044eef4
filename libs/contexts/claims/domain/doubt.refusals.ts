import { type Words, conflict, refusals } from '#kernel';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { AlikeClaim } from './doubt.events.js';
import type { Likeness } from './likeness.events.js';
import { PROPOSE_DENIAL, SETTLE_DOUBT } from './ways-out.js';

interface OpenDoubt {
  readonly findingId: string;
  readonly alike?: AlikeClaim;
  readonly ground?: OpenedAgainBy;
}

const ALIKE: Readonly<Record<Likeness, Words>> = {
  DEATH_CERTIFICATE: { en: 'the certificate of death of claim', id: 'akta kematian klaim' },
  ACCOUNT: { en: 'the account of claim', id: 'rekening klaim' },
  CONTACT: { en: 'the phone or e-mail of claim', id: 'telepon atau surel klaim' },
};

/** What people say of a claim that is open. */
const SAID: Partial<Readonly<Record<OpenedAgainBy, Words>>> = {
  AGREEMENT: { en: 'what was agreed about complaint', id: 'kesepakatan atas pengaduan' },
  ERROR_OF_OFFICE: {
    en: 'an error in an earlier decision, found in sample',
    id: 'kekeliruan keputusan sebelumnya, menurut sampel',
  },
};

/** What is alike and what people say by its name, what a rule found by its id. */
const told = (open: readonly OpenDoubt[], language: keyof Words): string =>
  open
    .map(({ findingId, alike, ground }) => {
      if (alike) return `${ALIKE[alike.of][language]} ${alike.claimId} (${findingId})`;
      const said = ground && SAID[ground];
      return said ? `${said[language]} ${findingId}` : findingId;
    })
    .join(', ');

/** Why a claim about which something was found is not decided yet. */
export const doubtRefusals = refusals({
  DOUBT_IS_OPEN: conflict(
    ({ open }: { open: readonly OpenDoubt[] }) => ({
      en: `Something was found that concerns this claim, and nobody has said yet what to make of it: ${told(open, 'en')}`,
      id: `Ada temuan yang menyangkut klaim ini dan belum dijawab: ${told(open, 'id')}`,
    }),
    {
      allowed: [
        { en: 'explain or confirm the finding', id: 'jelaskan atau nyatakan terbukti temuannya' },
        SETTLE_DOUBT,
        PROPOSE_DENIAL,
      ],
    },
  ),
  SAID_IS_OPEN: conflict(
    ({ open }: { open: readonly OpenDoubt[] }) => ({
      en: `Something was said of this claim while it was open, and nobody has answered it yet: ${told(open, 'en')}`,
      id: `Ada pernyataan tentang klaim ini selagi terbuka dan belum dijawab: ${told(open, 'id')}`,
    }),
    { allowed: [SETTLE_DOUBT] },
  ),
  DOUBT_NOT_OPEN: conflict(
    {
      en: 'Nothing like this was found of the claim, or it is answered already',
      id: 'Tidak ada temuan seperti ini atas klaim, atau sudah dijawab',
    },
    { allowed: [{ en: 'the id of one of GET /findings', id: 'id salah satu dari GET /findings' }] },
  ),
  SETTLER_CANNOT_APPROVE: conflict({
    en: 'Whoever said that a claim goes on whatever was found cannot also approve it: ask a second person',
    id: 'Yang menyatakan klaim dapat dilanjutkan tidak boleh menyetujuinya: mintalah orang kedua',
  }),
});
