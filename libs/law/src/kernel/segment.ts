/** PU wage earner, BPU self-employed, JAKON construction project, PMI migrant worker. */
export const SEGMENTS = ['PU', 'BPU', 'JAKON', 'PMI'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Segments in which an employer pays and reports; elsewhere nobody can be fined or made to pay first. */
export const HAS_EMPLOYER: readonly Segment[] = ['PU', 'JAKON'];
