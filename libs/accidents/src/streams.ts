/** Stream name of this context. The part before the first `-` is the category. */
export const accidentStream = (accidentId: string) => `accident-${accidentId}`;
