/** Groups of people who do not exist: each has NIKs of its own, none of a place that there is. */
export const GROUPS = [
  'employees',
  'nonAsn',
  'builders',
  'farmers',
  'chamberMembers',
  'otherSelfEmployed',
  'candidates',
  'deceased',
] as const;

export type Group = (typeof GROUPS)[number];

const IN_A_DISTRICT = 9_999;
/** So many districts of nowhere each group has. */
const DISTRICTS_EACH = 100;

/** Born on 12 May 1990, a woman; no district begins with 00. */
export function nikOf(group: Group, nth: number): string {
  const district = GROUPS.indexOf(group) * DISTRICTS_EACH + Math.floor(nth / IN_A_DISTRICT) + 1;
  return `${String(district).padStart(6, '0')}520590${String((nth % IN_A_DISTRICT) + 1).padStart(4, '0')}`;
}

const nameOf = (nth: number) => `Pekerja ${String.fromCodePoint(65 + (nth % 26))}`;

/** As an HTTP request has a person. */
export const personOf = (group: Group, nth: number, occupation: string) => ({
  nik: nikOf(group, nth),
  name: nameOf(nth),
  birthDate: '1990-05-12',
  sex: 'FEMALE',
  occupation,
  workplace: 'Bekasi',
});

export const CHILD_BORN = { PT: '2005-02-14', SMA: '2008-02-14', SMP: '2011-02-14', SD: '2015-02-14' };

/** The most that one file holds. */
const ROWS_A_FILE = 50_000;

/** The numbers of a group, as many as one file holds at a time. */
export function partsOf(count: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(count / ROWS_A_FILE) }, (_, part) => {
    const first = part * ROWS_A_FILE;
    return Array.from({ length: Math.min(ROWS_A_FILE, count - first) }, (_, nth) => first + nth);
  });
}

/** A file of the self-employed, as a sponsor hands it in. */
export const listOf = (group: Group, part: readonly number[], occupationGroup: string): string =>
  [
    'nik,name,birth_date,sex,occupation,workplace,district,monthly_income,occupation_group',
    ...part.map(
      (nth) =>
        `${nikOf(group, nth)},${nameOf(nth)},1990-05-12,P,pekerja,Bekasi,321605,900000,${occupationGroup}`,
    ),
  ].join('\n');

/** A file of those who join an employer. */
export const membersOf = (group: Group, part: readonly number[], startedOn: string): string =>
  [
    'nik,name,birth_date,sex,occupation,workplace,district,wage,started_on',
    ...part.map(
      (nth) => `${nikOf(group, nth)},${nameOf(nth)},1990-05-12,P,pekerja,Bekasi,321605,5200000,${startedOn}`,
    ),
  ].join('\n');
