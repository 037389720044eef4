/** Stream name of this context. The part before the first `-` is the category. */
export const facilityStream = (facilityId: string) => `facility-${facilityId}`;
