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
  S50: entry(
    'Perpres 7/2019',
    'https://datacenter.ortax.org/ortax/aturan/show/25225 ; https://baroindo.id/regulasi-penyakit-akibat-kerja',
  ),
  S51: entry(
    'PMI before 2023',
    'https://indonews114.blogspot.com/2017/08/apapun-sebab-kematiannya-tki-tetap.html ; https://radarjogja.co/2019/01/30/pmi-meninggal-dapat-santunan',
  ),
  S52: entry(
    'Permenaker 4/2023: day, Art. 27, 34, new benefits',
    'https://online.flipbuilder.com/plcl/dncu/files/basic-html/page27.html ; https://pasal.id/en/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656395 ; https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656444 ; https://jpnn.com/news/gelar-sosialisasi-kemnaker-beber-manfaat-baru-yang-ada-di-permenaker-42023?page=2',
  ),
  S53: entry(
    'Tax on JHT',
    'pages quoting BPJS found by the law check (okezone 3180035, rakcer.id) ; NPWP above 50m or after a partial claim: https://rbtv.disway.id/amp/53613/apa-saja-syarat-mencairkan-dana-bpjs-ketenagakerjaan-pencairan-bisa-via-online/32',
  ),
  S54: entry(
    'Jasa Raharja',
    'https://finansial.bisnis.com/read/20230427/215/1650500/jasa-raharja-bayar-klaim-rp47504-miliar-per-februari-2023-ini-detail-besaran-santunannya ; https://www.suara.com/indotnesia/2022/11/21/032000/prosedur-dan-cara-klaim-asuransi-jasa-raharja-bagi-korban-kecelakaan ; https://www.gaikindo.or.id/jasa-raharja-tumbuh-santunan-korban-meninggal-mencapai-rp-50-juta/ ; https://jateng.antaranews.com/amp/berita/467225/bpjamsostek-jamin-korban-kecelakaan-di-jalan-raya ; https://m.bisnis.com/amp/read/20230918/55/1696140/ (single-vehicle)',
  ),
  S55: entry(
    'PP 36/2025',
    'https://radarlambar.bacakoran.co/amp/34265/prabowo-perpanjang-diskon-50-persen-iuran-jkk-buruh-industri-padat-karya ; https://cuplikandunia.info/prabowo-sah-perpanjang-diskon-iuran-jkk-tapi-terlambat-bayar-denda-2-98710.html ; https://www.wmhg.org/ekonomi/bisnis/prabowo-perpanjang-keringanan-iuran-jkk-bpjs-ketenagakerjaan-hingga-januari-2026-2',
  ),
  S56: entry('Permenaker 1/2025, day of promulgation', 'siplawfirm (law check)'),
  S57: entry(
    'RT/RW, village apparatus',
    'https://joglopos.my.id/rt-rw-bisa-sebagai-peserta-bpjs-ketenagakerjaan ; https://www.idntimes.com/news/indonesia/dini-suciatiningrum/pemprov-dki-jakarta-berikan-bpjs-ketenagakerjaan-untuk-ketua-rt-rw ; https://malang.kompas.com/read/2018/08/02/12124101/ ; https://radarjawatengah.com/berita/jateng/ungaran/2019/12/02/perangkat-188-desa-belum-bayar-iuran',
  ),
  S58: entry(
    'Arrears, branch heads',
    'https://kaltara.tribunnews.com/2024/09/27/ (arrears first) ; https://media.alkhairaat.id/bpjamsostek-rp16-800-bagi-peserta-mandiri-dapat-dua-perlindungan-dan-bebas-denda',
  ),
  S59: entry(
    'PP 6/2025 Art. 39, 39A',
    'https://pasal.id/en/peraturan/pp/pp-no-6-tahun-2025/koreksi/5825018 ; https://economy.okezone.com/read/2025/02/17/320/3114365/aturan-terbaru-untuk-korban-phk-dijamin-60-gaji-selama-6-bulan?page=2',
  ),
  S60: entry(
    'Never registered: PP 44/2015 Art. 27; a determination',
    'http://buruhtoday.com/2019/08/bpjs-tk-ingatkan-perusahaan-untuk.html ; https://jateng.tribunnews.com/2020/05/13/karyawan-pabrik-kayu-di-ungaran-meninggal-perusahaan-disanksi-beri-santunan-rp281-juta',
  ),
  S61: entry('Arrears taken after the death (branch Sidoarjo, 2026-01)', 'kabarbaik.co (practice check R1)'),
  S62: entry(
    'BPU under 3 months',
    'https://bongkar86.com/disnaker-sumenep-peserta-bpjs-ketenagakerjaan-meninggal-sebelum-3-bulan-hanya-terima-santunan-jkm-rp10-juta/ ; realita.co, radarcirebon (law check)',
  ),
  S63: entry('Several employers', 'realita.co 38410 ; babel.antaranews 359439 (law check)'),
  S64: entry(
    'PMI sums',
    'https://jpnn.com/news/ahli-waris-pmi-yang-meninggal-di-korsel-dapat-santunan-rp-85-juta?page=2 ; https://haluanbanten.co.id/2024/10/01/gagal-berangkat-calon-pmi-dapat-santunan-rp-10-juta-dari-bpjs-ketenagakerjaan-serang/ ; https://star.grid.id/read/453650302/ (dismissal, page 2) ; antaranews 547551 (42m after placement, law check)',
  ),
  S65: entry(
    "JP: Art. 12 of Permenaker 29/2015; ministry's opinion; papers of survivors",
    'https://www.pasal.id/peraturan/permen/permenaker-no-29-tahun-2015/koreksi/10460134 ; https://jdih.kemnaker.go.id/berita-bagaimana-mekanisme-pembayaran-manfaat-program-jaminan-pensiun-yang-diatur-dalam-pp-nomor-45-tahun-2015-dan-apakah-terintegrasi-atau-digabung-dengan-penghitungan-program-pensiun-yang-diatur-dalam-uu-nomor-13-tahun-2003-tentang-ketenagakerjan.html ; https://star.grid.id/amp/453655168/',
  ),
  S66: entry(
    'JP floor and ceiling',
    'https://www.krishand.com/support/article/kenaikan-batas-upah-dan-manfaat-jaminan-pensiun-bpjs-tenaga-kerja-209.html ; http://www.krishandsoftware.com/blog/300/batasan-upah-tertinggi-jaminan-pensiun-naik-per-maret-2020/ (caps 2015-2020) ; inflation 2025: https://www.suarasurabaya.net/ekonomibisnis/2026/bps-catat-inflasi-indonesia-capai-292-persen-sepanjang-2025 ; viva 1790208, suaraindonesia 662fb085ccb43 (law check)',
  ),
};
