import { type Role, type Words, rolesApart } from '#kernel';
import { problem, problemsOf } from './problem-table.js';

/** What is written the same in every language: headers, names of roles. */
const asItStands = (text: string): Words => ({ en: text, id: text });

const JSON_TYPE = 'application/json';

/** 503, and when to try again. */
const unavailable = (words: Words, seconds = 1) =>
  problem(503, words, { headers: { 'Retry-After': String(seconds) } });

const TOKEN_FAULTS = {
  MISSING: {
    en: 'Sign in: this needs a bearer token',
    id: 'Masuklah dahulu: ini memerlukan bearer token',
  },
  NOT_A_BEARER: {
    en: 'The Authorization header holds no bearer token',
    id: 'Header Authorization tidak memuat bearer token',
  },
  SUBJECT: {
    en: 'The token has no subject, or none that can be recorded',
    id: 'Token tidak memuat subjek, atau subjeknya tidak dapat dicatat',
  },
  OFFICE: {
    en: 'The token names an office that cannot be recorded',
    id: 'Token menyebut kantor yang tidak dapat dicatat',
  },
  FACILITY: {
    en: 'The token is for a PLKK and names no facility: its claim `facility` must be the id of one',
    id: 'Token ini untuk PLKK tetapi tidak menyebut fasilitas: klaim `facility` harus berupa id fasilitas',
  },
  AUTHORITY: {
    en: 'The claim `authority` of a token is one of 2, 3, 4, 5, and of a supervisor only',
    id: 'Klaim `authority` pada token adalah 2, 3, 4 atau 5, dan hanya untuk supervisor',
  },
  EXPIRED: { en: 'The token has expired', id: 'Token sudah kedaluwarsa' },
  INVALID: { en: 'The token is not valid', id: 'Token tidak sah' },
  NOT_TAKEN: { en: 'This process accepts no tokens', id: 'Proses ini tidak menerima token' },
} as const satisfies Record<string, Words>;

/** What is wrong with a token; `CLAIM` when one of its claims is. */
export interface TokenFault {
  readonly fault: keyof typeof TOKEN_FAULTS | 'CLAIM';
  readonly claim?: string;
}

const tokenWords = ({ fault, claim }: TokenFault): Words =>
  fault === 'CLAIM'
    ? {
        en: `The claim ${claim} of the token is not what is expected`,
        id: `Klaim ${claim} pada token tidak seperti yang diharapkan`,
      }
    : TOKEN_FAULTS[fault];

/** The challenge of RFC 6750 section 3; the bare one for a request without credentials (section 3.1). */
const challenge = (token: TokenFault): Record<string, string> => ({
  'WWW-Authenticate':
    token.fault === 'MISSING'
      ? 'Bearer realm="lindung"'
      : `Bearer realm="lindung", error="invalid_token", error_description="${tokenWords(token).en}"`,
});

/** Why the roles of a token are not enough, or too many. */
type RoleFault =
  | { readonly why: keyof typeof ROLE_FAULTS; readonly roles: readonly Role[] }
  | { readonly why: 'APART'; readonly apart: RolesApart; readonly roles: readonly Role[] };

type RolesApart = NonNullable<ReturnType<typeof rolesApart>>;

function roleWords(fault: RoleFault): Words {
  if (fault.why !== 'APART') return ROLE_FAULTS[fault.why];
  const { roles, why } = fault.apart;
  const both = roles.join(' + ');
  return {
    en: `Nobody may hold ${both} together: ${why.en}`,
    id: `Tidak seorang pun boleh memegang ${both} sekaligus: ${why.id}`,
  };
}

const ROLE_FAULTS = {
  NOT_ALLOWED: { en: 'Your role may not do this', id: 'Peran Anda tidak boleh melakukan ini' },
  NO_PERSONS: {
    en: 'Your role sees no persons, so it cannot ask for one',
    id: 'Peran Anda tidak melihat orang per orang, sehingga tidak dapat menanyakannya',
  },
  NONE: { en: 'The token names no role of Lindung', id: 'Token tidak menyebut peran di Lindung' },
} as const satisfies Record<string, Words>;

const MALFORMED = {
  REQUEST: { en: 'The request cannot be read', id: 'Permintaan tidak dapat dibaca' },
  HTTP: { en: 'The request cannot be read as HTTP', id: 'Permintaan tidak dapat dibaca sebagai HTTP' },
} as const satisfies Record<string, Words>;

/** Where a JSON text breaks off, when that is known. */
interface BrokenJson {
  readonly fault: 'BROKEN' | 'FORBIDDEN_FIELD' | 'TOO_DEEP';
  readonly place?: { readonly line: string; readonly column: string };
}

function brokenJson({ fault, place }: BrokenJson): Words {
  if (fault === 'FORBIDDEN_FIELD') {
    return {
      en: 'The body has a field that is not allowed',
      id: 'Isi permintaan memuat isian yang terlarang',
    };
  }
  if (fault === 'TOO_DEEP') {
    return {
      en: 'The body has more levels within each other than any request',
      id: 'Isi permintaan bertingkat lebih dalam daripada permintaan mana pun',
    };
  }
  return {
    en: `The body is not valid JSON${place ? ` (line ${place.line}, column ${place.column})` : ''}`,
    id: `Isi permintaan bukan JSON yang sah${place ? ` (baris ${place.line}, kolom ${place.column})` : ''}`,
  };
}

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
  UNAUTHORIZED: problem<TokenFault>(401, tokenWords, {
    allowed: [asItStands('Authorization: Bearer <token>')],
    headers: challenge,
    shown: [...(Object.keys(TOKEN_FAULTS) as TokenFault['fault'][]), 'CLAIM' as const].map((fault) => ({
      fault,
    })),
  }),
  FORBIDDEN: problem<RoleFault>(403, roleWords, {
    allowed: ({ roles }) => roles.map(asItStands),
    headers: { 'WWW-Authenticate': 'Bearer realm="lindung", error="insufficient_scope"' },
    shown: [
      { why: 'NOT_ALLOWED' },
      { why: 'NONE' },
      { why: 'NO_PERSONS' },
      { why: 'APART', apart: rolesApart(['plkk', 'auditor']) },
    ],
  }),
  TOO_MANY_QUESTIONS: problem<{ seconds: number }>(
    429,
    {
      en: 'This facility has asked more often than it may in an hour',
      id: 'Fasilitas ini sudah bertanya lebih sering daripada yang diperbolehkan dalam satu jam',
    },
    { headers: ({ seconds }) => ({ 'Retry-After': String(seconds) }) },
  ),
  PROGRAM_NOT_ALLOWED: problem<{ programs: readonly string[] }>(
    403,
    { en: 'The token of this program may not do this', id: 'Token program ini tidak boleh melakukan ini' },
    {
      allowed: ({ programs }) => programs.map(asItStands),
      shown: [{ programs: ['reader', 'writer', 'eraser'] }],
    },
  ),
  ISSUER_UNREACHABLE: unavailable(
    {
      en: 'The keys of the token issuer cannot be fetched now',
      id: 'Kunci penerbit token sedang tidak dapat diambil',
    },
    5,
  ),

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

  UNSUPPORTED_MEDIA_TYPE: problem<{ mediaTypes: readonly string[]; fault: 'OTHER' | 'NOT_JSON' }>(
    415,
    ({ mediaTypes, fault }) =>
      fault === 'NOT_JSON'
        ? { en: 'The body must be JSON in UTF-8', id: 'Isi permintaan harus berupa JSON dalam UTF-8' }
        : {
            en: `The body must be ${mediaTypes.join(' or ')}`,
            id: `Isi permintaan harus berupa ${mediaTypes.join(' atau ')}`,
          },
    {
      allowed: ({ mediaTypes }) => mediaTypes.map((one) => asItStands(`Content-Type: ${one}`)),
      headers: ({ mediaTypes }) => ({ Accept: mediaTypes.join(', ') }),
      shown: [{ fault: 'OTHER' }, { fault: 'NOT_JSON', mediaTypes: [JSON_TYPE] }],
    },
  ),
  UNSUPPORTED_CHARSET: problem(
    415,
    { en: 'JSON must be written in UTF-8', id: 'JSON harus ditulis dalam UTF-8' },
    { allowed: [asItStands('Content-Type: application/json; charset=utf-8')] },
  ),
  UNSUPPORTED_ENCODING: problem(
    415,
    {
      en: 'The body must come as it is, without a Content-Encoding',
      id: 'Isi permintaan harus dikirim apa adanya, tanpa Content-Encoding',
    },
    {
      allowed: [asItStands('Content-Encoding: identity')],
      headers: () => ({ 'Accept-Encoding': 'identity' }),
    },
  ),
  BODY_MISSING: problem(400, {
    en: 'The body is empty',
    id: 'Isi permintaan kosong',
  }),
  BODY_INCOMPLETE: problem(400, {
    en: 'The body is not as long as Content-Length says',
    id: 'Panjang isi permintaan tidak sama dengan Content-Length',
  }),
  BODY_TOO_LARGE: problem(413, {
    en: 'The request body is larger than this service accepts',
    id: 'Isi permintaan lebih besar daripada yang diterima layanan ini',
  }),
  BODIES_AT_ONCE: unavailable(
    {
      en: 'As many files and requests as fit in are being worked on; send it again in a moment',
      id: 'Berkas dan permintaan yang sedang dikerjakan sudah sebanyak yang dapat ditampung; kirim lagi sebentar lagi',
    },
    5,
  ),
  BODY_NOT_UTF8: problem(400, {
    en: 'The body has bytes that are not UTF-8',
    id: 'Isi permintaan memuat byte yang bukan UTF-8',
  }),
  JSON_MALFORMED: problem<BrokenJson>(400, brokenJson, {
    shown: [{ fault: 'BROKEN' }, { fault: 'FORBIDDEN_FIELD' }, { fault: 'TOO_DEEP' }],
  }),
  JSON_NAME_TWICE: problem<{ field: string }>(400, ({ field }) => ({
    en: `The body says ${field} twice: say it once`,
    id: `Isi permintaan menyebut ${field} dua kali: sebutkan sekali saja`,
  })),
  JSON_NOT_AN_OBJECT: problem(400, {
    en: 'The body must be a JSON object: { … }',
    id: 'Isi permintaan harus berupa objek JSON: { … }',
  }),
  VALIDATION_FAILED: problem(400, {
    en: 'Some fields are missing or wrong',
    id: 'Beberapa isian kosong atau salah',
  }),

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
