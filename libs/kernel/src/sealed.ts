/** What stands in place of a section that cannot be read: its key was destroyed, or is not in this app's ring. */
export interface Erased {
  readonly erased: true;
  /** It is only not opened here: whether its key was destroyed nobody here knows. */
  readonly sealed?: true;
}

/** In place of a section whose key was destroyed. */
export const ERASED: Erased = Object.freeze({ erased: true as const });

/** In place of a section that an app without keys reads. */
export const SEALED: Erased = Object.freeze({ erased: true as const, sealed: true as const });

/** A section of an event that only the person's key opens: it may be gone, and the compiler asks what to do then. */
export type Sealed<Section extends object> = Section | Erased;

/** The section; undefined when it was left out or is erased. */
export function opened<Section extends object>(sealed: Sealed<Section> | undefined): Section | undefined {
  return sealed === undefined || isErased(sealed) ? undefined : sealed;
}

/** Whether nothing of the section can be read. What follows from erasure alone is asked of `keyWasDestroyed`. */
export function isErased(section: object): section is Erased {
  return 'erased' in section && section.erased === true;
}

/** Whether the person's key was destroyed, and the section with it for good: not of one that is only sealed here. */
export function keyWasDestroyed(section: object): boolean {
  return isErased(section) && section.sealed !== true;
}
