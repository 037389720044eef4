import { description } from '../kernel/convention.js';

export const PMI_BENEFITS = description(
  'Q-13',
  {
    id: 'Santunan sekaligus bagi pekerja migran (Permenaker 4/2023)?',
    en: 'Lump sums of migrant workers (Permenaker 4/2023)?',
  },
  {
    id: 'Sejak 2023-02-22 JKM dihitung: Rp85.000.000 selama bekerja di luar negeri (pembagian Rp75.000.000 tidak diketahui), manfaat biasa sebelum dan sesudahnya. Dari JKK, kematian di luar negeri, cacat total tetap dan cacat sebagian mengikuti tarif yang terlihat untuk 2017, perawatan di luar negeri dan tiga bantuan mengikuti jumlah yang terlihat; bantuan pemutusan hubungan kerja akibat kecelakaan mengikuti tarif yang lebih lama. Yang belum terlihat ditolak (PMI_AMOUNT_UNKNOWN), tidak pernah ditebak.',
    en: 'From 2023-02-22 JKM is computed: Rp85,000,000 at work abroad (the split of Rp75,000,000 is not known), the ordinary benefits before and after it. Of JKK death abroad, permanent total and partial disability follow the tariff seen for 2017, care abroad and three aids the sums seen; the aid for a dismissal after an accident follows an older tariff. What was not seen is refused (PMI_AMOUNT_UNKNOWN), never guessed.',
  },
);
