import { alike, conflict, refusals, tooLarge, unprocessable } from '#kernel';

/** Why a file is refused as a whole; nothing of it is recorded. */
export const fileRefusals = refusals({
  FILE_EMPTY: unprocessable(
    (_file: { columns: readonly string[] }) => ({
      en: 'The file has no header line in UTF-8',
      id: 'Berkas tidak mempunyai baris judul dalam UTF-8',
    }),
    { allowed: ({ columns }) => columns.map(alike) },
  ),
  FILE_WITHOUT_ROWS: unprocessable(
    { en: 'There is no worker below the header', id: 'Tidak ada pekerja di bawah baris judul' },
    {
      allowed: [
        { en: 'one worker a line below the header', id: 'satu pekerja per baris di bawah baris judul' },
      ],
    },
  ),
  FILE_NOT_CSV: unprocessable(
    {
      en: 'The file is a workbook or an archive: save it as CSV',
      id: 'Berkas berupa buku kerja atau arsip: simpan sebagai CSV',
    },
    { allowed: [{ en: 'CSV in UTF-8', id: 'CSV dalam UTF-8' }] },
  ),
  FILE_NOT_A_WORKBOOK: unprocessable(
    {
      en: 'The file is no Excel workbook (.xlsx) that can be read',
      id: 'Berkas bukan buku kerja Excel (.xlsx) yang dapat dibaca',
    },
    {
      allowed: [
        { en: 'an .xlsx without a password', id: 'berkas .xlsx tanpa kata sandi' },
        { en: 'CSV in UTF-8', id: 'CSV dalam UTF-8' },
      ],
    },
  ),
  FILE_UNPACKS_TOO_LARGE: tooLarge(
    {
      en: 'The workbook unpacks to more than a list of this size holds',
      id: 'Isi buku kerja jauh lebih besar daripada daftar sebesar ini',
    },
    {
      allowed: [
        { en: 'the list alone in the first sheet', id: 'hanya daftar di lembar pertama' },
        { en: 'CSV in UTF-8', id: 'CSV dalam UTF-8' },
      ],
    },
  ),
  FILES_AT_ONCE: conflict(
    {
      en: 'Several workbooks are being read just now',
      id: 'Beberapa buku kerja sedang dibaca',
    },
    { allowed: [{ en: 'the same file in a minute', id: 'berkas yang sama sesudah satu menit' }] },
  ),
  FILE_ENCODING: unprocessable(
    { en: 'The file is UTF-16', id: 'Berkas berformat UTF-16' },
    { allowed: [{ en: 'CSV in UTF-8', id: 'CSV dalam UTF-8' }] },
  ),
  FILE_COLUMNS_MISSING: unprocessable(
    ({ missing, isHeader }: { isHeader: boolean; missing: readonly string[]; columns: readonly string[] }) =>
      isHeader
        ? {
            en: `The header lacks ${missing.join(', ')}`,
            id: `Baris judul tidak memuat ${missing.join(', ')}`,
          }
        : {
            en: 'The first line names no column: a header is needed, with commas, semicolons or tabs between',
            id: 'Baris pertama tidak menyebut kolom: perlu baris judul, dipisahkan koma, titik koma atau tab',
          },
    {
      allowed: ({ columns }) => columns.map(alike),
      shown: [{ isHeader: true }, { isHeader: false }],
    },
  ),
  FILE_TOO_LONG: unprocessable(
    ({ most }: { most: number }) => ({
      en: `The file has more than ${most} workers`,
      id: `Berkas memuat lebih dari ${most} pekerja`,
    }),
    {
      allowed: [
        {
          en: 'several files, each with a receipt of its own',
          id: 'beberapa berkas, masing-masing dengan nomor bukti bayar sendiri',
        },
      ],
    },
  ),
  FILE_TOO_WIDE: unprocessable(
    ({ most }: { most: number }) => ({
      en: `The header is longer than ${most} columns`,
      id: `Baris judul lebih panjang dari ${most} kolom`,
    }),
    { allowed: [{ en: 'only the columns that are asked for', id: 'hanya kolom-kolom yang diminta' }] },
  ),
  FILE_TOO_MANY_FAULTS: unprocessable(
    ({ most, line, fault }: { most: number; line: number; fault: string }) => ({
      en: `More than ${most} lines cannot be read, the first is line ${line} (${fault}): the file was given up, and nothing more of it was recorded`,
      id: `Lebih dari ${most} baris tidak dapat dibaca, yang pertama baris ${line} (${fault}): berkas tidak dilanjutkan, dan tidak ada lagi isinya yang dicatat`,
    }),
    {
      allowed: [
        {
          en: 'the same file with its lines mended',
          id: 'berkas yang sama dengan baris yang sudah diperbaiki',
        },
      ],
      facts: ({ line, fault }) => ({ line, fault }),
    },
  ),
  FILE_COLUMNS_TWICE: unprocessable(
    ({ twice }: { twice: readonly string[] }) => ({
      en: `The header names ${twice.join(', ')} more than once`,
      id: `Baris judul menyebut ${twice.join(', ')} lebih dari sekali`,
    }),
    { allowed: [{ en: 'each column once', id: 'setiap kolom satu kali' }] },
  ),
});
