import type { Invented } from './people.js';

/** A question about somebody, as it is sent. */
export interface Question {
  readonly name: string;
  readonly ask: (somebody: Invented) => { readonly path: string; readonly body?: object };
}

const search = (name: string, body: (somebody: Invented) => object): Question => ({
  name: `search: ${name}`,
  ask: (somebody) => ({ path: '/participants/search', body: body(somebody) }),
});

const list = (name: string, filter: (somebody: Invented) => string): Question => ({
  name: `list: ${name}`,
  ask: (somebody) => ({ path: `/participants?${filter(somebody)}` }),
});

const [firstOf, lastOf] = [0, -1].map((place) => (name: string) => String(name.split(' ').at(place)));

/** Two letters of the longest word in the wrong order. */
function slipped(name: string): string {
  const longest = name.split(' ').reduce((one, other) => (other.length > one.length ? other : one));
  const middle = Math.floor(longest.length / 2);
  const wrong = `${longest.slice(0, middle - 1)}${longest[middle]}${longest[middle - 1]}${longest.slice(middle + 1)}`;
  return name.replace(longest, wrong);
}

/** What people ask for at a counter. */
export const QUESTIONS: readonly Question[] = [
  search('NIK', ({ nik }) => ({ nik })),
  search('phone', ({ phone }) => ({ phone })),
  search('birth date', ({ birthDate }) => ({ birthDate })),
  search('name', ({ name }) => ({ name })),
  search('name with a slip', ({ name }) => ({ name: slipped(name) })),
  search('first word of the name', ({ name }) => ({ name: firstOf!(name) })),
  search('beginning of the last word', ({ name }) => ({
    name: `${firstOf!(name)} ${lastOf!(name).slice(0, 4)}`,
  })),
  search('name with a slip and birth date', ({ name, birthDate }) => ({ name: slipped(name), birthDate })),
  search('name in a district', ({ name, district }) => ({ name, district })),
  search('name with an employer', ({ name, npp = 'NN000000' }) => ({ name, npp })),
  list('everybody', () => ''),
  list('a district', ({ district }) => `district=${district}`),
  list('a regency', ({ district }) => `district=${district.slice(0, 4)}`),
  list('an employer', ({ npp = 'NN000000' }) => `npp=${npp}`),
  list('those in arrears', () => 'coverage=PENDING_ARREARS'),
  list('the newest', () => 'sort=REGISTRATION&direction=desc'),
];
