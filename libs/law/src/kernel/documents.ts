import type { Provision } from './provision.js';

/** A text of law (peraturan) that rules cite. Its number alone finds it in any library of law. */
export interface LawDocument {
  /** As rules cite it: `PP 44/2015`. */
  readonly number: string;
  /** As the gazette names it: `Peraturan Pemerintah Nomor 44 Tahun 2015`. */
  readonly name: string;
  /** Where the whole text can be read, where an address is known. */
  readonly address?: string;
  /** Articles and annexes that were found on a page of their own. */
  readonly parts?: Readonly<Record<string, string>>;
}

const KINDS = {
  UU: 'Undang-Undang',
  PP: 'Peraturan Pemerintah',
  Permenaker: 'Peraturan Menteri Ketenagakerjaan',
  Perpres: 'Peraturan Presiden',
  PMK: 'Peraturan Menteri Keuangan',
  Kepmen: 'Keputusan Menteri Tenaga Kerja dan Transmigrasi',
} as const;

const text = (
  kind: keyof typeof KINDS,
  number: number,
  year: number,
  where: Pick<LawDocument, 'address' | 'parts'> = {},
): LawDocument => ({
  number: `${kind} ${number}/${year}`,
  name: `${KINDS[kind]} Nomor ${number} Tahun ${year}`,
  ...where,
});

/**
 * Every document that a rule cites. An address stands here only when a source named it; those of peraturan.bpk.go.id and
 * jdih.kemnaker.go.id are official and were not opened yet, the others are mirrors.
 */
export const DOCUMENTS: readonly LawDocument[] = [
  text('UU', 36, 2008),
  text('UU', 42, 2009),
  text('UU', 7, 2021),
  text('PP', 68, 2009),
  text('PP', 44, 2015, {
    address: 'https://vdocuments.net/jaminan-kecelakaan-kerja-ln154-20155714pp044-2015-jkk.html',
    parts: {
      'Art. 37': 'https://pasal.id/en/peraturan/pp/pp-no-44-tahun-2015/koreksi/9064480',
      'Annex I': 'https://id.scribd.com/doc/289831929/lampiran-PP-No-44-tahun-2015',
      'Annex II':
        'https://peraturan.bpk.go.id/Download/28929/PP%20Nomor%2044%20Tahun%202015%20-%20Lampiran%202.pdf',
    },
  }),
  text('PP', 45, 2015),
  text('PP', 46, 2015, {
    parts: { 'Art. 22': 'https://pasal.id/en/peraturan/pp/pp-no-46-tahun-2015/koreksi/9065384' },
  }),
  text('PP', 60, 2015),
  text('PP', 82, 2019, {
    address: 'https://datacenter.ortax.org/ortax/aturan/show/25363',
    parts: { 'Annex III': 'https://id.scribd.com/document/481284436/PP-Nomor-82-Tahun-2019-Lamp-III-pdf' },
  }),
  text('PP', 49, 2020),
  text('PP', 37, 2021),
  text('PP', 49, 2023, {
    address: 'https://peraturan.bpk.go.id/Download/323386/PP%20Nomor%2049%20Tahun%202023.pdf',
    parts: { 'Art. 25A': 'https://pasal.id/peraturan/pp/pp-no-49-tahun-2023/koreksi/5885057' },
  }),
  text('PP', 6, 2025, {
    address: 'https://peraturan.bpk.go.id/Download/375603/PP%20Nomor%206%20Tahun%202025.pdf',
    parts: {
      'Art. 39': 'https://pasal.id/en/peraturan/pp/pp-no-6-tahun-2025/koreksi/5825018',
      'Art. 39A': 'https://pasal.id/en/peraturan/pp/pp-no-6-tahun-2025/koreksi/5825018',
    },
  }),
  text('PP', 7, 2025),
  text('PP', 36, 2025),
  text('PP', 50, 2025, {
    address: 'https://peraturan.bpk.go.id/Download/402226/PP%20Nomor%2050%20Tahun%202025.pdf',
  }),
  text('Permenaker', 29, 2015, {
    parts: {
      'Art. 26': 'https://www.pasal.id/peraturan/permen/permenaker-no-29-tahun-2015/koreksi/10460148',
    },
  }),
  text('Permenaker', 1, 2016),
  text('Permenaker', 35, 2016),
  text('Permenaker', 21, 2017),
  text('Permenaker', 5, 2021, { address: 'https://jdih.kemnaker.go.id/asset/data_puu/21permenaker005.pdf' }),
  text('Permenaker', 17, 2021),
  text('Permenaker', 4, 2022),
  text('Permenaker', 4, 2023, { address: 'https://jdih.kemnaker.go.id/asset/data_puu/2023pmnaker004.pdf' }),
  text('Permenaker', 1, 2025, {
    address: 'https://jdih.kemnaker.go.id/asset/data_puu/2025pmnaker001.pdf',
    parts: {
      'Art. 8': 'https://pasal.id/en/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439634',
      'Art. 79': 'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439674',
    },
  }),
  text('Perpres', 109, 2013),
  text('Perpres', 7, 2019, { address: 'https://datacenter.ortax.org/ortax/aturan/show/25225' }),
  text('PMK', 36, 2008),
  text('PMK', 15, 2017),
  text('PMK', 16, 2017),
  text('Kepmen', 609, 2012),
];

const BY_NUMBER: ReadonlyMap<string, LawDocument> = new Map(
  DOCUMENTS.map((document) => [document.number, document]),
);

/** The numbers in a citation: `PP 44/2015 jo. PP 82/2019` names two, `PP 7/2025 over PP 44/2015` as well. */
export const numbersIn = (law: string): readonly string[] => law.split(/ jo\. | over |[;,] /);

/**
 * The documents that a rule or a component rests on, as its law is cited.
 * @throws Error for one that is not in the list, which a spec of the catalogue rules out
 */
export function documentsOf({ law }: Pick<Provision, 'law'>): readonly LawDocument[] {
  return numbersIn(law).map((number) => {
    const document = BY_NUMBER.get(number);
    if (!document) throw new Error(`${number} is not in the list of documents`);
    return document;
  });
}

/** An article or annex on a page of its own. */
export interface LawPart {
  readonly document: LawDocument;
  readonly part: string;
  readonly address: string;
}

/** The pages of the very article that is cited, in the newest of the documents that has one. */
export function partOf(provision: Pick<Provision, 'law' | 'article'>): LawPart | undefined {
  const found = documentsOf(provision).flatMap((document) =>
    Object.entries(document.parts ?? {})
      .filter(([part]) => names(provision.article, part))
      .map(([part, address]) => ({ document, part, address })),
  );
  return found.at(-1);
}

/** Whether `Art. 37(2)` speaks of `Art. 37`; `Art. 25A` is another article than `Art. 25`, `Annex III` than `Annex I`. */
function names(article: string, part: string): boolean {
  const at = article.indexOf(part);
  return at >= 0 && !/^[0-9A-Z]/.test(article.slice(at + part.length));
}
