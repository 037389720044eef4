/** PU wage earner, BPU self-employed, JAKON construction project, PMI migrant worker. */
export const SEGMENTS = ['PU', 'BPU', 'JAKON', 'PMI'] as const;
export type Segment = (typeof SEGMENTS)[number];
