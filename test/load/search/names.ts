import type { Random } from '../../system/random.js';

/** Invented people have common words and rare ones in their names, as everybody has: few words have most of the people. */
const WOMEN =
  `SITI SRI NUR DEWI RINA YULIANTI AISYAH FATIMAH RAHMAWATI WULANDARI LESTARI INDAH RATNA KARTINI ENDANG WAHYUNI
  PUSPITA MARYAM HASANAH KHADIJAH AMINAH ROHANI SUHARTI PARTINI LILIS NENENG EUIS IMAS TETI YANTI LINA ANI IDA EVI RINI DIAN FITRI
  NOVITA MEGAWATI PERMATASARI ANGGRAINI HANDAYANI SUSANTI MULYANI KURNIASIH JUARIAH SALAMAH ZULAIKHA NURHAYATI SUMIYATI`.split(
    /\s+/,
  );
const MEN =
  `MUHAMMAD AHMAD ABDUL AGUS BUDI EKO JOKO SLAMET SUPRIYADI HIDAYAT SETIAWAN PURNOMO SANTOSO WIBOWO NUGROHO KURNIAWAN
  RAHMAN HAKIM FAUZI YUSUF IBRAHIM ISMAIL SULAIMAN HASAN HUSEIN ALI UMAR USMAN DEDI ASEP UJANG ENDANG DADANG CECEP SURYANA
  SUTRISNO WAHYUDI SUHARJO SUDIRMAN GUNAWAN HERMAWAN SAPUTRA PRATAMA RAMADHAN FIRMANSYAH PERMANA MAULANA SAEFULLAH KOSASIH
  SUPARMAN SUNARTO MULYADI TARYONO WARSITO`.split(/\s+/);
const SYLLABLES =
  `BA BI BU DA DI DU GA GU HA HE HI JA JO KA KI KU LA LE LI LU MA ME MI MU NA NI NU PA PU RA RI RO RU SA SE SI SU TA TI
  TO TU WA WI YA YO YU NING SIH TRI WAR SUR MAN TON DAR`.split(/\s+/);

/** Rare words are so many; each of them has the fewer people the further back it stands. */
const RARE = 60_000;

function rare(random: Random): string {
  const rank = Math.floor(RARE * random.next() ** 2);
  // A number that has nothing to do with its neighbours, so that words alike are no more frequent than others.
  let number = Math.imul(rank + 1, 0x9e3779b1) >>> 0;
  let word = '';
  for (let left = 2 + (rank % 3); left > 0; left--) {
    word += SYLLABLES[number % SYLLABLES.length];
    number = Math.floor(number / SYLLABLES.length);
  }
  return word;
}

/** The first of them most often: of all people one in forty or so. */
function common(random: Random, words: readonly string[]): string {
  return words[Math.floor(words.length * random.next() ** 1.5)]!;
}

const capital = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

/** Of one word to four. */
export function inventedName(random: Random, sex: 'FEMALE' | 'MALE'): string {
  const chance = random.next();
  const words = chance < 0.08 ? 1 : chance < 0.58 ? 2 : chance < 0.92 ? 3 : 4;
  const known = sex === 'FEMALE' ? WOMEN : MEN;
  return Array.from({ length: words }, (_, place) =>
    capital(random.chance(place === 0 ? 0.7 : 0.35) ? common(random, known) : rare(random)),
  ).join(' ');
}
