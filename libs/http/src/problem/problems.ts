import type { Words } from '#kernel';
import { asItStands, problem, problemsOf, unavailable } from './problem-table.js';
import { SIGN_IN_LINES } from './sign-in.problems.js';
import { BODY_LINES } from './body.problems.js';

const MALFORMED = {
  REQUEST: { en: 'The request cannot be read', id: 'Permintaan tidak dapat dibaca' },
  HTTP: { en: 'The request cannot be read as HTTP', id: 'Permintaan tidak dapat dibaca sebagai HTTP' },
} as const satisfies Record<string, Words>;

/** From when to when the log tells. */
interface KnownBounds {
  readonly from: { readonly position: string; readonly recordedAt: string };
  readonly to: { readonly position: string; readonly recordedAt: string };
}

const boundsOf = (bounds: KnownBounds | undefined): Words[] =>
  bounds
    ? [
        {
          en: `position ${bounds.from.position} to ${bounds.to.position}`,
          id: `posisi ${bounds.from.position} sampai ${bounds.to.position}`,
        },
        {
          en: `${bounds.from.recordedAt} until now`,
          id: `${bounds.from.recordedAt} sampai sekarang`,
        },
      ]
    : [];

/** Everything that the edge answers by itself, before or instead of a context. */
export const problems = problemsOf({
  ...SIGN_IN_LINES,

  ROUTE_NOT_FOUND: problem(404, {
    en: 'Nothing answers this method at this address; see /docs for what there is',
    id: 'Tidak ada yang menjawab metode ini di alamat ini; lihat /docs untuk yang tersedia',
  }),
  NOT_IN_TREE: problem(404, {
    en: 'No event that stands there in the log is in the signed tree; a new one is within ten seconds',
    id: 'Tidak ada peristiwa di posisi itu dalam pohon yang ditandatangani; yang baru masuk dalam sepuluh detik',
  }),
  TREE_NOT_OPEN: unavailable({
    en: 'The transparency log is not open now; see /health/ready',
    id: 'Log transparansi sedang tidak terbuka; lihat /health/ready',
  }),
  METHOD_NOT_ALLOWED: problem(405, {
    en: 'This address does not answer this method',
    id: 'Alamat ini tidak menjawab metode ini',
  }),
  ADDRESS_MALFORMED: problem(400, {
    en: 'The address cannot be read',
    id: 'Alamat tidak dapat dibaca',
  }),
  ADDRESS_TOO_LONG: problem(414, {
    en: 'The address is longer than this service accepts',
    id: 'Alamat lebih panjang daripada yang diterima layanan ini',
  }),
  HEADERS_TOO_LARGE: problem(431, {
    en: 'The address and the headers together are larger than this service accepts',
    id: 'Alamat dan header bersama-sama lebih besar daripada yang diterima layanan ini',
  }),
  REQUEST_MALFORMED: problem<{ as: keyof typeof MALFORMED }>(400, ({ as }) => MALFORMED[as], {
    shown: [{ as: 'REQUEST' }, { as: 'HTTP' }],
  }),
  HOST_NOT_LOCAL: problem(
    421,
    {
      en: 'The development issuer answers only under the names of this machine',
      id: 'Penerbit token pengembangan hanya menjawab dengan nama mesin ini sendiri',
    },
    { allowed: [asItStands('Host: 127.0.0.1'), asItStands('Host: localhost'), asItStands('Host: [::1]')] },
  ),
  EXPECTATION_FAILED: problem(
    417,
    {
      en: 'This service cannot do what the header Expect asks for',
      id: 'Layanan ini tidak dapat memenuhi permintaan header Expect',
    },
    { allowed: [asItStands('Expect: 100-continue')] },
  ),
  REQUEST_TIMEOUT: problem(408, {
    en: 'The request did not arrive in time',
    id: 'Permintaan tidak tiba pada waktunya',
  }),
  REQUEST_REFUSED: problem<{ status: number }>(({ status }) => status, {
    en: 'The request was refused',
    id: 'Permintaan ditolak',
  }),

  ...BODY_LINES,

  IDEMPOTENCY_KEY_INVALID: problem(
    400,
    {
      en: 'The Idempotency-Key must be a UUID of your own making',
      id: 'Idempotency-Key harus berupa UUID yang Anda buat sendiri',
    },
    {
      allowed: [
        {
          en: 'Idempotency-Key: <a new UUID for each command, the same one when sent again>',
          id: 'Idempotency-Key: <UUID baru untuk setiap perintah, yang sama bila dikirim ulang>',
        },
      ],
    },
  ),
  IF_MATCH_REQUIRED: problem(
    428,
    {
      en: 'Say which revision you saw: send its ETag as If-Match',
      id: 'Sebutkan revisi yang Anda lihat: kirimkan ETag-nya sebagai If-Match',
    },
    { allowed: [asItStands('If-Match: "<revision>"')] },
  ),
  IF_MATCH_INVALID: problem(
    400,
    {
      en: 'If-Match must be the ETag of one answer, quotes included',
      id: 'If-Match harus berupa ETag dari satu jawaban, termasuk tanda kutipnya',
    },
    { allowed: [asItStands('If-Match: "<revision>"')] },
  ),
  STALE_REVISION: problem<{ revision: bigint | null }>(
    412,
    {
      en: 'What you saw has changed since. Look at it again, then decide',
      id: 'Yang Anda lihat sudah berubah. Lihat kembali, lalu putuskan',
    },
    {
      allowed: ({ revision }) => [
        revision === null
          ? { en: 'no If-Match', id: 'tanpa If-Match' }
          : asItStands(`If-Match: "${revision}"`),
      ],
      headers: ({ revision }): Record<string, string> => (revision === null ? {} : { ETag: `"${revision}"` }),
      shown: [{}, { revision: null }],
    },
  ),
  CLOCK_HEADER_REFUSED: problem(
    400,
    {
      en: 'This process does not let requests set the time',
      id: 'Proses ini tidak mengizinkan permintaan menentukan waktu',
    },
    { allowed: [{ en: 'no X-Lindung-Clock header', id: 'tanpa header X-Lindung-Clock' }] },
  ),
  CLOCK_HEADER_INVALID: problem(
    400,
    {
      en: 'X-Lindung-Clock must be a moment with an offset',
      id: 'X-Lindung-Clock harus berupa saat dengan selisih zona waktu',
    },
    { allowed: [asItStands('X-Lindung-Clock: 2026-03-02T09:30:00+07:00')] },
  ),

  APPEND_UNANSWERED: unavailable({
    en: 'It is not known whether this was recorded: the event log did not confirm it. Send the same request with the same Idempotency-Key again: then it is known, and nothing is recorded twice',
    id: 'Belum diketahui apakah ini sudah dicatat: log peristiwa tidak memberi kepastian. Kirim ulang permintaan yang sama dengan Idempotency-Key yang sama: dengan begitu diketahui, dan tidak ada yang dicatat dua kali',
  }),
  FEED_FULL: unavailable(
    {
      en: 'As many listen to the feed as it has places for: ask for pages, or subscribe to Kafka',
      id: 'Semua tempat pendengar feed sudah terisi: mintalah per halaman, atau berlangganan Kafka',
    },
    60,
  ),
  STREAM_BUSY: unavailable({
    en: 'Too many others wrote to the same stream at the same time',
    id: 'Terlalu banyak yang menulis ke stream yang sama pada saat yang sama',
  }),
  EVENT_LOG_UNAVAILABLE: unavailable({
    en: 'The event log does not answer now; nothing more was recorded, send the same request again',
    id: 'Log peristiwa sedang tidak menjawab; tidak ada lagi yang dicatat, kirim ulang permintaan yang sama',
  }),
  READ_STORE_UNAVAILABLE: unavailable({
    en: 'The database does not answer now',
    id: 'Basis data sedang tidak menjawab',
  }),
  KEY_STORE_UNAVAILABLE: unavailable({
    en: 'The keys of persons cannot be asked for now; nothing was recorded, send the same request again',
    id: 'Kunci data pribadi sedang tidak dapat diminta; tidak ada yang dicatat, kirim ulang permintaan yang sama',
  }),
  READ_MODEL_BEHIND: unavailable({
    en: 'The read model has not reached the position of ?after= yet',
    id: 'Model baca belum sampai pada posisi ?after=',
  }),
  READ_MODEL_NOT_BUILT: unavailable({
    en: 'The read model is being built for the first time',
    id: 'Model baca sedang dibangun untuk pertama kali',
  }),
  KNOWN_AT_AHEAD: problem<KnownBounds | undefined>(
    400,
    {
      en: 'Nobody knows yet what will be known then: ?knownAt= lies behind the end of the log, or in the future',
      id: 'Apa yang akan diketahui saat itu belum diketahui: ?knownAt= berada setelah akhir log, atau di masa depan',
    },
    { allowed: boundsOf },
  ),
  KNOWN_AT_BEFORE_LOG: problem<KnownBounds | undefined>(
    400,
    {
      en: 'Nothing was recorded by then: ?knownAt= lies before the first event of the log',
      id: 'Belum ada yang tercatat saat itu: ?knownAt= mendahului peristiwa pertama dalam log',
    },
    { allowed: boundsOf },
  ),
  NOTHING_RECORDED_OF_IT: problem(
    404,
    {
      en: 'Nothing with this id has events of its own',
      id: 'Tidak ada yang ber-id ini dan mempunyai peristiwa sendiri',
    },
    {
      allowed: [
        {
          en: '?scope=ALL: what the events of others say of it, as of an invoice those of its accident',
          id: '?scope=ALL: yang dikatakan peristiwa lain tentangnya, seperti tentang tagihan dalam kecelakaannya',
        },
      ],
    },
  ),
  EVENT_NOT_FOUND: problem(404, {
    en: 'The log holds no event with this id',
    id: 'Log tidak memuat peristiwa dengan id ini',
  }),
  TOO_MUCH_HISTORY: problem<{ most: number }>(
    422,
    ({ most }) => ({
      en: `More than ${most} streams name it: ask for its own events (?scope=OWN), or for the history of what names it`,
      id: `Lebih dari ${most} aliran menyebutnya: mintalah peristiwanya sendiri (?scope=OWN), atau riwayat yang menyebutnya`,
    }),
    { shown: [{ most: 100_000 }] },
  ),
  ANOTHER_IS_TRIED: unavailable(
    {
      en: 'Other thresholds are being tried at this moment: one after the other',
      id: 'Ambang lain sedang dicoba saat ini: satu per satu',
    },
    30,
  ),
  NOBODY_LISTENS: problem(408, {
    en: 'Whoever asked has gone before the answer was complete',
    id: 'Penanya sudah pergi sebelum jawaban lengkap',
  }),
  COPY_BEING_BUILT: problem<{ percent: number; seconds: number; position: string }>(
    503,
    ({ percent, seconds, position }) => ({
      en: `The list of that time is being built: ${percent} %, about ${seconds} s left; ask again with ?knownAt=${position}`,
      id: `Daftar pada waktu itu sedang disusun: ${percent} %, kira-kira ${seconds} detik lagi; tanyakan kembali dengan ?knownAt=${position}`,
    }),
    {
      headers: ({ seconds, position }) => ({
        'Retry-After': String(seconds),
        'Lindung-As-Of': `position=${position}`,
      }),
      shown: [{ percent: 40, seconds: 12, position: '2331' }],
    },
  ),
  INTERNAL_ERROR: problem(500, {
    en: 'Something went wrong here. Nothing more was done; report the correlationId',
    id: 'Terjadi kesalahan di sini. Tidak ada lagi yang dilakukan; laporkan correlationId-nya',
  }),
});
