import { type Role, type Words, rolesApart } from '#kernel';
import { asItStands, problem, unavailable } from './problem-table.js';

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

/** What is said of whoever asks: who they are, and whether they may. */
export const SIGN_IN_LINES = {
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
};
