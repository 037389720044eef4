import { type Words, refusals, unprocessable } from '#kernel';
import { IMPORT_COLUMNS } from '../domain/import-row.js';

const asItStands = (text: string): Words => ({ en: text, id: text });

const COLUMNS = IMPORT_COLUMNS.map(asItStands);
const CSV = [{ en: 'CSV in UTF-8', id: 'CSV dalam UTF-8' }];

/** Why a file of workers is refused as a whole. Nothing of the file is repeated. */
export const importFileRefusals = refusals({
  FILE_EMPTY: unprocessable(
    {
      en: 'The file has no header line in UTF-8',
      id: 'Berkas tidak mempunyai baris judul kolom dalam UTF-8',
    },
    { allowed: COLUMNS },
  ),
  FILE_WITHOUT_ROWS: unprocessable(
    { en: 'There is no worker below the header', id: 'Tidak ada pekerja di bawah baris judul kolom' },
    {
      allowed: [
        {
          en: 'one worker a line below the header',
          id: 'satu pekerja per baris di bawah baris judul kolom',
        },
      ],
    },
  ),
  FILE_NOT_CSV: unprocessable(
    {
      en: 'The file is a workbook or an archive: save it as CSV',
      id: 'Berkas ini buku kerja atau arsip: simpanlah sebagai CSV',
    },
    { allowed: CSV },
  ),
  FILE_ENCODING: unprocessable(
    { en: 'The file is UTF-16', id: 'Berkas ini memakai UTF-16' },
    { allowed: CSV },
  ),
  FILE_COLUMNS_MISSING: unprocessable(
    ({ missing, headerFound }: { missing: readonly string[]; headerFound: boolean }) =>
      headerFound
        ? {
            en: `The header lacks ${missing.join(', ')}`,
            id: `Baris judul kolom tidak memuat ${missing.join(', ')}`,
          }
        : {
            en: 'The first line names no column: a header is needed, with commas, semicolons or tabs between',
            id: 'Baris pertama tidak menyebut kolom: perlu baris judul, dipisah koma, titik koma atau tab',
          },
    { allowed: COLUMNS, shown: [{ headerFound: true }, { headerFound: false }] },
  ),
  FILE_COLUMNS_TWICE: unprocessable(
    ({ twice }: { twice: readonly string[] }) => ({
      en: `The header names ${twice.join(', ')} more than once`,
      id: `Baris judul kolom menyebut ${twice.join(', ')} lebih dari sekali`,
    }),
    { allowed: [{ en: 'each column once', id: 'setiap kolom satu kali' }] },
  ),
});
