/** What stands in place of a section whose key was destroyed, or is not in this app's ring. */
export interface Erased {
  readonly erased: true;
}

/** The one value of its type. */
export const ERASED: Erased = Object.freeze({ erased: true as const });

/** A section of an event that only the person's key opens: it may be gone, and the compiler asks what to do then. */
export type Sealed<Section extends object> = Section | Erased;

/** The section; undefined when it was left out or is erased. */
export function opened<Section extends object>(sealed: Sealed<Section> | undefined): Section | undefined {
  return sealed === undefined || isErased(sealed) ? undefined : sealed;
}

/** Whether the person's key was destroyed, and the section with it. */
export function isErased(section: object): section is Erased {
  return 'erased' in section && section.erased === true;
}
