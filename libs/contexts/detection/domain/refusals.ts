import { conflict, notFound, refusals } from '#kernel';

const TAKE_UP = { en: 'take up the finding', id: 'tindak lanjuti temuannya' };
const CLOSE = { en: 'explain or confirm the finding', id: 'jelaskan atau nyatakan terbukti temuannya' };
const SOMEBODY_ELSE = { en: 'somebody else does it', id: 'orang lain melakukannya' };

/** Why something about a finding is refused. */
export const findingRefusals = refusals({
  FINDING_NOT_FOUND: notFound(
    { en: 'There is no such finding', id: 'Temuan ini tidak ada' },
    { allowed: [{ en: 'the id of one of GET /findings', id: 'id salah satu dari GET /findings' }] },
  ),
  FINDING_OPEN: conflict(
    { en: 'Nobody has taken up the finding', id: 'Temuan ini belum ditindaklanjuti' },
    { allowed: [TAKE_UP] },
  ),
  FINDING_TAKEN_UP: conflict(
    { en: 'Somebody looks into the finding already', id: 'Temuan ini sudah ditindaklanjuti' },
    { allowed: [CLOSE] },
  ),
  FINDING_CLOSED: conflict(
    {
      en: 'The finding is closed: what is found of it anew is a finding of its own',
      id: 'Temuan ini sudah ditutup: yang ditemukan kemudian menjadi temuan tersendiri',
    },
    { allowed: [{ en: 'nothing', id: 'tidak ada' }] },
  ),
  FINDING_ABOUT_YOU: conflict(
    {
      en: 'Nobody works on a finding about themselves',
      id: 'Tidak seorang pun menangani temuan tentang dirinya',
    },
    { allowed: [SOMEBODY_ELSE] },
  ),
  RULE_SET_BY_YOU: conflict(
    {
      en: 'Whoever set the thresholds of a rule does not close what it finds',
      id: 'Yang menetapkan ambang aturan tidak menutup temuannya',
    },
    { allowed: [SOMEBODY_ELSE] },
  ),
});
