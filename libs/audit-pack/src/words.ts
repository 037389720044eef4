import type { Words } from '#kernel';
import { PACK_FAULTS, type PackFinding } from './faults.js';
import type { PackReport } from './verify-pack.js';

const words = (id: string, en: string): Words => ({ id, en });

/** The first line: whether everything holds. */
export const verdictOf = ({ holds, findings }: PackReport): Words =>
  holds
    ? words(
        'Berkas audit ini utuh: semuanya sesuai dengan yang tercatat.',
        'This audit pack holds: everything is as it was recorded.',
      )
    : words(
        `Berkas audit ini TIDAK dapat dipercaya: ${findings.length} hal tidak sesuai.`,
        `This audit pack does NOT hold: ${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} not what they say they are.`,
      );

/** One thing that is wrong: its name, where, and what that means. */
export function findingIn({ fault, where }: PackFinding): Words {
  const { id, en } = PACK_FAULTS[fault];
  return words(`${fault}: ${where}: ${id}`, `${fault}: ${where}: ${en}`);
}

/** What was looked at, and what that proves; of a pack that does not hold, what it says of itself. */
export function saidIn(report: PackReport): readonly Words[] {
  const { claimId, checkpoint, seenBy, events, streams, opened, isOwnPolicy } = report;
  return [
    ...(claimId === undefined ? [] : [words(`Klaim ${claimId}`, `Claim ${claimId}`)]),
    words(
      `${events} peristiwa dari ${streams.length} aliran, masing-masing dari yang pertama tanpa celah`,
      `${events} events of ${streams.length} streams, each from its first without a gap`,
    ),
    ...ofEachKind(streams),
    ...(checkpoint
      ? [
          words(
            `Pohon ${checkpoint.origin} dengan ${checkpoint.size} daun`,
            `The tree ${checkpoint.origin} of ${checkpoint.size} leaves`,
          ),
        ]
      : []),
    ...seenBy.map(({ witness, seconds }) => {
      const at = new Date(seconds * 1000).toISOString();
      return words(`Dilihat oleh saksi ${witness}, ${at}`, `Seen by the witness ${witness}, ${at}`);
    }),
    ...ofLists(report),
    ...notProven(opened, isOwnPolicy),
  ];
}

/** How many papers and calculations the pack lists, and of how many of these it gives no rules. */
const ofLists = ({ papers, calculations, withoutRules }: PackReport): readonly Words[] => [
  words(
    `${papers} dokumen dengan hash yang tercatat, ${calculations} perhitungan klaim dengan aturan yang berlaku`,
    `${papers} papers by the hash that was recorded, ${calculations} calculations of the claim with the rules in force`,
  ),
  ...(withoutRules > 0
    ? [
        words(
          `Untuk ${withoutRules} perhitungan aturannya tidak disertakan: versi yang disebut peristiwa bukan versi pada hari kejadian`,
          `No rules are given for ${withoutRules} calculations: the version that their event names is not that of the day of the event`,
        ),
      ]
    : []),
];

/** What streams are of, by the first word of their names; others are told by that. */
const KINDS: Readonly<Record<string, Words>> = {
  accident: words('kecelakaan', 'accidents'),
  billing: words('tagihan', 'bills'),
  claim: words('klaim', 'claims'),
  complaint: words('pengaduan', 'complaints'),
  contribution: words('iuran peserta', 'contributions'),
  death: words('kematian', 'deaths'),
  docket: words('antrean persetujuan', 'dockets'),
  dues: words('iuran pemberi kerja', 'dues of employers'),
  employer: words('pemberi kerja', 'employers'),
  employment: words('hubungan kerja', 'employments'),
  facility: words('fasilitas', 'facilities'),
  likeness: words('kesamaan klaim', 'likenesses of claims'),
  membership: words('kepesertaan', 'memberships'),
  notice: words('pemberitahuan', 'notices'),
  paper: words('dokumen', 'papers'),
  participant: words('peserta', 'participants'),
  payout: words('pembayaran', 'payments'),
  receivable: words('piutang', 'receivables'),
  review: words('peninjauan', 'reviews'),
  scholarship: words('beasiswa', 'scholarships'),
  wages: words('upah', 'wages'),
};

/** How many streams of each kind there are; nothing of a pack without any. */
function ofEachKind(streams: PackReport['streams']): readonly Words[] {
  const counted = new Map<string, number>();
  for (const { streamId } of streams) {
    const kind = streamId.slice(0, streamId.indexOf('-'));
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  if (counted.size === 0) return [];
  const told = (language: keyof Words) =>
    [...counted].map(([kind, count]) => `${KINDS[kind]?.[language] ?? kind} ${count}`).join(', ');
  return [words(`Di antaranya: ${told('id')}`, `Of these: ${told('en')}`)];
}

/** What no proof says: whoever reads the pack has to know that. */
function notProven(opened: number, isOwnPolicy: boolean): readonly Words[] {
  return [
    ...(opened > 0
      ? [
          words(
            `Bagian yang dibuka dari ${opened} peristiwa adalah keterangan pembuat berkas ini; log hanya membuktikan bentuk tersegelnya`,
            `What was opened of ${opened} events is said by whoever made this pack; the log proves the sealed form only`,
          ),
        ]
      : []),
    words(
      'Teks aturan adalah keterangan pembuat berkas ini; versinya tercatat dalam peristiwa',
      'The text of the rules is said by whoever made this pack; their version stands in the events',
    ),
    words(
      'Apakah masih ada yang lain, yang terjadi sesudahnya atau tidak disebut di sini, hanya log yang tahu',
      'Whether there is more, since then or named by nothing here, only the log can tell',
    ),
    ...(isOwnPolicy
      ? []
      : [
          words(
            'Kunci diambil dari berkas ini sendiri: bandingkan dengan yang diterbitkan pemiliknya, atau berikan kebijakan Anda',
            'The keys are those of this pack itself: compare them with those that their owners publish, or give a policy of your own',
          ),
        ]),
  ];
}
