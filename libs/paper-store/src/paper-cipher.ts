import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import type { SealedSection, SubjectKeys } from '#event-store';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/** Opens and seals the pieces of one file. */
export interface PaperCipher {
  seal(piece: Buffer, place: PiecePlace): Buffer;
  /** @throws Error when the piece was changed, moved, or is of another file */
  open(sealed: Buffer, place: PiecePlace): Buffer;
}

/** Where a piece stands in its file: a file that was cut short does not open. */
export interface PiecePlace {
  readonly no: number;
  readonly isLast: boolean;
}

/**
 * The cipher of one file, out of keys of its person. Where it takes two, it opens with both alone: whichever is destroyed, it is noise.
 * Every file has a key of its own, so that a nonce may count its pieces.
 * @param sections whose keys it takes
 * @returns undefined when one of them was destroyed
 */
export function paperCipher(
  keys: SubjectKeys,
  sections: readonly SealedSection[],
  fileId: string,
): PaperCipher | undefined {
  const needed = sections.flatMap((section) => keys[section] ?? []);
  if (needed.length === 0 || needed.length < sections.length) return undefined;
  const secret = Buffer.concat(needed.map((one) => one.export()));
  const info = `lindung/paper/${sections.join('+')}`;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, fileId, info, 32)));
  const nonceOf = (no: number) => {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUInt32BE(no, NONCE_BYTES - 4);
    return nonce;
  };
  const whereabouts = ({ no, isLast }: PiecePlace) => Buffer.from(`${no}/${isLast ? 'last' : 'more'}`);
  return {
    seal(piece, place) {
      const cipher = createCipheriv(CIPHER, key, nonceOf(place.no)).setAAD(whereabouts(place));
      const ciphertext = cipher.update(piece);
      cipher.final();
      return Buffer.concat([cipher.getAuthTag(), ciphertext]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv(CIPHER, key, nonceOf(place.no), { authTagLength: TAG_BYTES })
        .setAAD(whereabouts(place))
        .setAuthTag(sealed.subarray(0, TAG_BYTES));
      const piece = decipher.update(sealed.subarray(TAG_BYTES));
      // Throws where something was changed.
      decipher.final();
      return piece;
    },
  };
}
