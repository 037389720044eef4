import type { Words } from '#kernel';
import { asItStands, problem, unavailable } from './problem-table.js';

const JSON_TYPE = 'application/json';

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

/** What is said of the body of a request. */
export const BODY_LINES = {
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
};
