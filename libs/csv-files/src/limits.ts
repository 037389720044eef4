/** A large district on one day. Longer lists are handed in in parts, each with a contribution of its own. */
export const MOST_ROWS = 50_000;

/** Blank lines are passed over, but somebody has to look at them. */
export const MOST_LINES = 2 * MOST_ROWS;

export const MOST_COLUMNS = 100;

/** How every xlsx begins: it is a zip. */
export const ZIP_MARK = Buffer.from('PK\x03\x04', 'latin1');

/** In place of a number of which Excel has lost digits. Nobody writes it. */
export const LOST_DIGITS = '#15';
