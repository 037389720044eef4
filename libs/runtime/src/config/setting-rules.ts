import { type Scalar, matching } from '#kernel';

/** What a setting may hold. Most are scalars; these here are what only an environment has. */
export type SettingRule = Pick<Scalar, 'words' | 'fits' | 'fromText'>;

/** Bytes in base64, of so many. */
export function bytes(min: number, max: number): SettingRule {
  const many = (to: string) => (min === max ? `${min}` : `${min} ${to} ${max}`);
  return {
    words: { en: `${many('to')} bytes in base64`, id: `${many('sampai')} byte dalam base64` },
    fromText: (text) => (/^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : text),
    fits: (value): value is unknown => Buffer.isBuffer(value) && value.length >= min && value.length <= max,
  };
}

/** Several, separated by commas. */
export function separatedByCommas({ words, fits }: SettingRule): SettingRule {
  return {
    words: { en: `${words.en}, separated by commas`, id: `${words.id}, dipisahkan koma` },
    fromText: (text) => text.split(',').map((item) => item.trim()),
    fits: (value): value is unknown => Array.isArray(value) && value.length > 0 && value.every(fits),
  };
}

/** A text that another system compares or takes as it is. */
export const exactText = (what: SettingRule['words'], max: number): SettingRule =>
  matching({
    name: 'exactText',
    words: { en: `${what.en}, up to ${max} characters`, id: `${what.id}, paling banyak ${max} karakter` },
    pattern: new RegExp(`^.{1,${max}}$`, 'su'),
  });

/** Where something is served. */
export const WEB_ADDRESS: SettingRule = {
  words: { en: 'an http or https URL', id: 'URL http atau https' },
  fromText: (text) => text,
  fits: (value): value is unknown =>
    typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
};
