/** Stream names of this context. The part before the first `-` is the category. */
export const scholarshipStream = (scholarshipId: string) => `scholarship-${scholarshipId}`;
