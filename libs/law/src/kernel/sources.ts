/** Where a rule was seen. Most pages were read as excerpts; the official texts have the last word. */
export interface Source {
  readonly what: string;
  /** Addresses, or where to find it. */
  readonly where: string;
}

const entry = (what: string, where: string): Source => ({ what, where });

/** The sources by the ids that rules cite. */
export const SOURCES: Readonly<Record<string, Source>> = {
  S01: entry('PP 49/2023 Art.5', 'https://pasal.id/peraturan/pp/pp-no-49-tahun-2023/koreksi/5885054'),
  S02: entry(
    'PP 44/2015 text; annex I',
    'https://vdocuments.net/jaminan-kecelakaan-kerja-ln154-20155714pp044-2015-jkk.html ; https://id.scribd.com/doc/289831929/lampiran-PP-No-44-tahun-2015',
  ),
  S03: entry(
    'PP 82/2019 annex III (opening); text',
    'https://id.scribd.com/document/481284436/PP-Nomor-82-Tahun-2019-Lamp-III-pdf ; https://datacenter.ortax.org/ortax/aturan/show/25363',
  ),
  S04: entry('BPJS officer: event date, old and new amounts', 'https://bipol.co/?p=43766'),
  S05: entry(
    'PP 82/2019 Art.26, Art.34 in the news',
    'https://news.harianjogja.com/read/2019/12/23/500/1027736/jaminan-kecelakaan-kerja-diperpanjang-jadi-5-tahun-jaminan-kematian-jadi-rp20-juta',
  ),
  S06: entry(
    'Official poster PP 82/2019, old and new',
    'https://id.scribd.com/document/458074033/Website-Poster-PP82-copy-pdf',
  ),
  S07: entry('BPU under 3 months: Rp10m (branch head, 2025-08-05)', 'https://www.bursakota.co.id/?p=68592'),
  S08: entry(
    'Scholarship rules and documents',
    'https://cinews.id/29/03/2024/anak-peserta-bpjs-ketenagakerjaan-dapat-menikmati-beasiswa-simak-syarat-dan-ketentuannya',
  ),
  S09: entry(
    'Permenaker 1/2025 Art.103(2), (3a)',
    'https://surabaya.finansialinsight.com/amp/142501/pemerintah-tingkatkan-manfaat-beasiswa-bpjs-ketenagakerjaan-hingga-dua-anak-dapat-diuntungkan',
  ),
  S10: entry(
    'Disability percentages (first part), % x 80 x wage, kidal',
    'https://www.seputarpabrik.com/2018/12/mengetahui-besarnya-uang-santunan-cacat.html',
  ),
  S11: entry(
    'STMB 100/75/50',
    'https://kompasiana.com/fery50973/5e06b527d541df54516f0074/manfaat-bp-jamsostek-ditambah-sudah-sepatutnya-para-peserta-gembira',
  ),
  S12: entry(
    'Public simulator code with JKK amounts (base 2m)',
    'code index file 66771516192 (repository name not returned)',
  ),
  S13: entry(
    '2-year limit, PP 44/2015 Art.25-26',
    'http://www.jamsosindonesia.com/opini/batas_kadaluarsa_klaim_jaminan_kecelakaan_kerja_bpjs_ketenagakerjaan',
  ),
  S14: entry('PP 44/2015 Art.37', 'https://pasal.id/en/peraturan/pp/pp-no-44-tahun-2015/koreksi/9064480'),
  S15: entry(
    'Permenaker 1/2025 Art.79; PP 44/2015 Art.40(3)',
    'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439674 ; https://kiaton.kontan.co.id/news/klaim-jaminan-kematian-jkm-bpjs-ketenagakerjaan-2021-ada-dua-cara?page=all',
  ),
  S16: entry(
    'Civil-servant twin text of the formulas (BKN 4/2020 Art.19)',
    'https://pasal.id/peraturan/perban/peraturan-bkn-no-4-tahun-2020/koreksi/8125331',
  ),
  S17: entry('PP 49/2023 Art.25A', 'https://pasal.id/peraturan/pp/pp-no-49-tahun-2023/koreksi/5885057'),
  S18: entry(
    'Public portal: procedures and forms / programs / simulators BPU, PMI, PU-JAKON (names official pages, "draft" by its own label)',
    'GitHub hibahtiar/jaga-pekerja: data/konten.js / data/program.js / simulasi-bpu.html, simulasi-pmi.html, simulasi-pu.html',
  ),
  S19: entry(
    'Public portal: procedures and forms / programs / simulators BPU, PMI, PU-JAKON (names official pages, "draft" by its own label)',
    'GitHub hibahtiar/jaga-pekerja: data/konten.js / data/program.js / simulasi-bpu.html, simulasi-pmi.html, simulasi-pu.html',
  ),
  S20: entry(
    'Public portal: procedures and forms / programs / simulators BPU, PMI, PU-JAKON (names official pages, "draft" by its own label)',
    'GitHub hibahtiar/jaga-pekerja: data/konten.js / data/program.js / simulasi-bpu.html, simulasi-pmi.html, simulasi-pu.html',
  ),
  S21: entry('PP 50/2025', 'https://ur-ban.id/?p=47687'),
  S22: entry(
    'JP cap by date (tests)',
    'code index files 70419818495, 63057516824, 29218040558 (8,512,400), a public payroll config (9,077,600), SubektiBimoWicaksono/Tugas-Praktik-Pemrograman-Web BPJS/JP.php (8,754,600)',
  ),
  S23: entry('Second simulator: JKK classes, JAKON bands, PMI', 'code index file 41246617324'),
  S24: entry(
    'Due dates, 2 % fine',
    'https://keuangan.kontan.co.id/news/siapa-yang-bayar-iuran-jkk-bpjs-ketenagakerjaan-ini-jawabannya?page=3',
  ),
  S25: entry(
    'JKP old and new',
    'https://statusternate.com/2025/02/15/presiden-prabowo-keluarkan-aturan-baru-korban-phk-wajib-terima-60-gaji-selama-6-bulan/ ; https://economy.okezone.com/read/2025/02/17/320/3114365/aturan-terbaru-untuk-korban-phk-dijamin-60-gaji-selama-6-bulan ; https://lampung.tribunnews.com/2025/04/23/ini-cara-klaim-jkp-bpjs-ketenagakerjaan-60-persen-selama-6-bulan-berikut-syaratnya',
  ),
  S26: entry(
    'PP 46/2015 Art.22; development rate',
    'https://pasal.id/en/peraturan/pp/pp-no-46-tahun-2015/koreksi/9065384 ; http://online.flipbuilder.com/plcl/gwar/files/basic-html/page324.html',
  ),
  S26b: entry(
    'PP 46/2015 Art.22; development rate',
    'https://pasal.id/en/peraturan/pp/pp-no-46-tahun-2015/koreksi/9065384 ; http://online.flipbuilder.com/plcl/gwar/files/basic-html/page324.html',
  ),
  S27: entry(
    'Permenaker 4/2022; document lists',
    'http://www.kompas.com/tren/read/2022/04/29/110000765/aturan-baru-ini-cara-dan-syarat-klaim-jht-tanpa-tunggu-56-tahun ; https://news.halonusa.id/berita/80525/isi-aturan-jaminan-hari-tua-jht-permenaker-nomor-2-tahun-2022/halaman/5',
  ),
  S27b: entry(
    'Permenaker 4/2022; document lists',
    'http://www.kompas.com/tren/read/2022/04/29/110000765/aturan-baru-ini-cara-dan-syarat-klaim-jht-tanpa-tunggu-56-tahun ; https://news.halonusa.id/berita/80525/isi-aturan-jaminan-hari-tua-jht-permenaker-nomor-2-tahun-2022/halaman/5',
  ),
  S28: entry(
    'PP 45/2015 Art.15-17; floor/ceiling',
    'http://www.hrd-forum.com/program-jaminan-pensiun-pp-no-45-tahun-2015/ ; https://sleekr.co/blog/program-jaminan-pensiun/',
  ),
  S29: entry(
    'PP 45/2015 Art.15-17; floor/ceiling',
    'http://www.hrd-forum.com/program-jaminan-pensiun-pp-no-45-tahun-2015/ ; https://sleekr.co/blog/program-jaminan-pensiun/',
  ),
  S30: entry(
    'BPU JKK 10,000-207,000',
    'https://radarmukomuko.disway.id/read/666514/berapa-besaran-iuran-bpjs-ketenagakerjaan-begini-perhitungannya-dan-besarannya',
  ),
  S31: entry(
    'PP 7/2025; planned extension',
    'https://radiodms.com/prabowo-pangkas-iuran-jkk-industri-padat-karya-hingga-50-persen ; https://www.pantau.com/ekonomi/276435/pemerintah-revisi-pp-nomor-7-tahun-2025-perpanjang-keringanan-iuran-jkk-bagi-industri-padat-karya',
  ),
  S48: entry(
    'PP 7/2025; planned extension',
    'https://radiodms.com/prabowo-pangkas-iuran-jkk-industri-padat-karya-hingga-50-persen ; https://www.pantau.com/ekonomi/276435/pemerintah-revisi-pp-nomor-7-tahun-2025-perpanjang-keringanan-iuran-jkk-bagi-industri-padat-karya',
  ),
  S32: entry(
    'PP 49/2020',
    'https://wartapembaruan.co.id/2025/02/catatan-pp-no-7-tahun-2025-tentang.html ; https://transkepri.com/news/cetak/4739',
  ),
  S33: entry(
    'PP 49/2023 Art.16A, 18A',
    'https://www.ptgasi.co.id/perubahan-kedua-program-jaminan-kehilangan-pekerjaan-jkp/',
  ),
  S34: entry(
    'Permenaker 1/2025 Art.8, 8A, 48A; registration text',
    'https://pasal.id/en/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439634 ; https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439635 ; https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439659 ; https://ainamulyana.wixsite.com/juknis/post/peraturan-menteri-ketenagakerjaan-permenaker-nomor-1-tahun-2025',
  ),
  S34b: entry(
    'Permenaker 1/2025 Art.8, 8A, 48A; registration text',
    'https://pasal.id/en/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439634 ; https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439635 ; https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439659 ; https://ainamulyana.wixsite.com/juknis/post/peraturan-menteri-ketenagakerjaan-permenaker-nomor-1-tahun-2025',
  ),
  S35: entry('Fields of forms KK1, KK2, KK3 (hospital software)', 'code index file 70397610546'),
  S36: entry(
    'JKK documents, 7 working days; active membership for JKM',
    'https://sippn.menpan.go.id/pelayanan-publik/8277062/pemerintah-kab-mandailing-natal/pelayanan-jaminan-sosial-tenaga-kerja-program-jaminan-kecelakaan-kerja-jkk ; https://sleekr.co/blog/jaminan-kematian-karyawan/',
  ),
  S36b: entry(
    'JKK documents, 7 working days; active membership for JKM',
    'https://sippn.menpan.go.id/pelayanan-publik/8277062/pemerintah-kab-mandailing-natal/pelayanan-jaminan-sosial-tenaga-kerja-program-jaminan-kecelakaan-kerja-jkk ; https://sleekr.co/blog/jaminan-kematian-karyawan/',
  ),
  S37: entry(
    'PLKK guide and BPU slides, Jasa Raharja order',
    'https://id.scribd.com/document/407640858/Buku-Panduan-PLKK ; https://id.scribd.com/presentation/375078722/PLKK-BPU',
  ),
  S38: entry(
    'Accident criteria',
    'https://i-hess.com/2024/02/29/memahami-kecelakaan-kerja-menurut-peraturan-menteri-ketenagakerjaan-no-5-tahun-2021 ; https://id.scribd.com/document/424494631/Pengertian-kecelakaan-kerja-docx',
  ),
  S39: entry(
    'Permenaker 1/2025 overview; Art.2 (who is excluded)',
    'https://economy.okezone.com/read/2025/03/09/320/3120721/aturan-terbaru-jkk-jkm-dan-jht-pegawai-non-asn-wajib-daftar-bpjs-ketenagakerjaan ; https://www.prakata.com/2025/04/bpjs-ketenagakerjaan-bekasi-kota-edukasi-mitra-terkait-aturan-baru-perlindungan-pekerja.html ; https://inforegulasi.com/2025/02/permenaker-nomor-1-tahun-2025-tentang.html',
  ),
  S40: entry(
    'Heirs; PMI Art.57; JP heirs',
    'https://star.grid.id/read/453667749/bpjs-checking-urutan-ahli-waris-yang-bisa-mengajukan-klaim-jht-bpjs-ketenagakerjaan ; https://rbtv.disway.id/amp/72380/sudah-tahu-belum-begini-cara-cek-ahli-waris-bpjs-ketenagakerjaan ; https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656419 ; https://umkmjatim.com/?p=14934',
  ),
  S40b: entry(
    'Heirs; PMI Art.57; JP heirs',
    'https://star.grid.id/read/453667749/bpjs-checking-urutan-ahli-waris-yang-bisa-mengajukan-klaim-jht-bpjs-ketenagakerjaan ; https://rbtv.disway.id/amp/72380/sudah-tahu-belum-begini-cara-cek-ahli-waris-bpjs-ketenagakerjaan ; https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656419 ; https://umkmjatim.com/?p=14934',
  ),
  S41: entry(
    'MLT',
    'https://m.antaranews.com/amp/berita/3483234/bpjamsostek-denpasar-ajak-peserta-manfatkan-fasilitas-kpr-bersubsidi ; https://ekonomi.bisnis.com/read/20200520/47/1243042/bpjamsostek-beri-layanan-pinjaman-renovasi-rumah',
  ),
  S41b: entry(
    'MLT',
    'https://m.antaranews.com/amp/berita/3483234/bpjamsostek-denpasar-ajak-peserta-manfatkan-fasilitas-kpr-bersubsidi ; https://ekonomi.bisnis.com/read/20200520/47/1243042/bpjamsostek-beri-layanan-pinjaman-renovasi-rumah',
  ),
  S42: entry('NIK', 'https://dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik'),
  S43: entry(
    'UU PDP',
    'https://siplawfirm.id/uu-27-tahun-2022-cara-negara-melindungi-data-pribadi-warga-negaranya/?lang=id ; https://nasional.kompas.com/read/2022/09/20/14335911/uu-pdp-atur-protokol-kebocoran-data-begini-langkahnya ; https://www.icoma-tv.online/2025/07/mensesneg-pemerintah-menjamin.html ; https://student-activity.binus.ac.id/isgbinus/2025/07/uu-perlindungan-data-pribadi-uu-pdp ; https://www.datapribadi.id/legal-analysis/bagian-iv---pedoman-singkat-dalam-memahami-data-pribadi--penyelesaian-sengketa-dan-sanksi-pidana.html',
  ),
  S44: entry(
    'BPU age limits',
    'https://media-masa.id/blog/pemkab-ppu-perluas-perlindungan-bpjs-ketenagakerjaan-bagi-pekerja-rentan ; http://m.bisnis.com/finansial/read/20170621/215/665167/bpjs-usul-revisi-batas-usia-peserta-pekerja-informal',
  ),
  S45: entry(
    'Permenaker 29/2015 Art.26',
    'https://www.pasal.id/peraturan/permen/permenaker-no-29-tahun-2015/koreksi/10460148',
  ),
  S46: entry(
    'Permenaker 44/2015 Art.15 (stages, JAKON; replaced by Permenaker 5/2021)',
    'https://pasal.id/en/peraturan/permen/permenakertrans-no-44-tahun-2015/koreksi/7549427',
  ),
  S47: entry(
    'Permenaker 5/2021 and scholarship back payments',
    'https://money.kompas.com/read/2021/04/21/210339326/besaran-dan-kriteria-penerima-beasiswa-anak-peserta-bpjs-ketenagakerjaan ; https://penasultra.id/bpjamsostek-realisasikan-beasiswa-untuk-anak-ahli-waris/2',
  ),
  S47b: entry(
    'Permenaker 5/2021 and scholarship back payments',
    'https://money.kompas.com/read/2021/04/21/210339326/besaran-dan-kriteria-penerima-beasiswa-anak-peserta-bpjs-ketenagakerjaan ; https://penasultra.id/bpjamsostek-realisasikan-beasiswa-untuk-anak-ahli-waris/2',
  ),
  S49: entry(
    'Inactive status; JKP steps',
    'https://www.bpjsketenagakerjaan.go.id/artikel/18884/artikel--status-kepesertaan-bpjs-nonaktif:-apa-artinya-dan-apa-yang-harus-dilakukan ; https://www.bloombergtechnoz.com/detail-news/64131/korban-phk-dapat-tunjangan-gaji-60-gaji-begini-cara-cek-ajukan/2',
  ),
  S49b: entry(
    'Inactive status; JKP steps',
    'https://www.bpjsketenagakerjaan.go.id/artikel/18884/artikel--status-kepesertaan-bpjs-nonaktif:-apa-artinya-dan-apa-yang-harus-dilakukan ; https://www.bloombergtechnoz.com/detail-news/64131/korban-phk-dapat-tunjangan-gaji-60-gaji-begini-cara-cek-ajukan/2',
  ),
};
