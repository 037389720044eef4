/** Stream names of this context. The part before the first `-` is the category. */
export const participantStream = (participantId: string) => `participant-${participantId}`;
export const contributionStream = (participantId: string) => `contribution-${participantId}`;
export const sponsorStream = (sponsorId: string) => `sponsor-${sponsorId}`;
export const importStream = (importId: string) => `import-${importId}`;
