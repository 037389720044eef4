/** The forms of a name that files and code need. */
export interface Names {
  /** `care-letters` */
  readonly kebab: string;
  /** `careLetters` */
  readonly camel: string;
  /** `CareLetters` */
  readonly pascal: string;
  /** `CARE_LETTERS` */
  readonly upper: string;
  /** `care letters` */
  readonly words: string;
}

/** @throws RangeError when the name is not lower-case words with dashes */
export function namesOf(kebab: string): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) {
    throw new RangeError(`"${kebab}" must be lower-case words with dashes, such as sign-agreement`);
  }
  const pascal = kebab.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return {
    kebab,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    upper: kebab.toUpperCase().replaceAll('-', '_'),
    words: kebab.replaceAll('-', ' '),
  };
}

/** One of many: `agencies` → `agency`, `letters` → `letter`. @throws RangeError when the name is no plural */
export function singularOf(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  if (plural.endsWith('s')) return plural.slice(0, -1);
  throw new RangeError(`"${plural}" must be a plural, as folders of contexts are: letters, agencies`);
}
