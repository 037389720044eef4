const NEWLINE = 0x0a;

/** The bytes of base64 text; undefined when it is not written the one way that RFC 4648 (section 4) has for them. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** The text of bytes that are UTF-8 and hold no control character but the newline; undefined when they are not. */
export function plainText(bytes: Uint8Array): string | undefined {
  for (const byte of bytes) if (byte < 0x20 && byte !== NEWLINE) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A number of the tree's, in decimal without leading zeroes; undefined when it is none. */
export function decimal(text: string): number | undefined {
  const number = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
