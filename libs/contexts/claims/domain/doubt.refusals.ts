import { conflict, refusals } from '#kernel';
import { PROPOSE_DENIAL, SETTLE_DOUBT } from './ways-out.js';

/** Why a claim about which something was found is not approved yet. */
export const doubtRefusals = refusals({
  DOUBT_IS_OPEN: conflict(
    ({ findingIds }: { findingIds: readonly string[] }) => ({
      en: `Something was found that concerns this claim, and nobody has said yet what to make of it: ${findingIds.join(', ')}`,
      id: `Ada temuan yang menyangkut klaim ini dan belum dijawab: ${findingIds.join(', ')}`,
    }),
    {
      allowed: [
        { en: 'explain or confirm the finding', id: 'jelaskan atau nyatakan terbukti temuannya' },
        SETTLE_DOUBT,
        PROPOSE_DENIAL,
      ],
    },
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
