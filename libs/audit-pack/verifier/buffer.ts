/** The proofs are written with Node's `Buffer`. */
export { Buffer } from 'buffer';
