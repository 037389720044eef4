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

/** The value of `NODE_ENV` under which nothing is taken that is for development. */
export const PRODUCTION = 'production';

/** What the tokens of the development issuer say of themselves. */
export const DEVELOPMENT_ISSUER = 'lindung-development-issuer';

/** What a value must be as well in production. */
type ProductionRule = Pick<SettingRule, 'words' | 'fits'>;

/** Fewer different bytes than this are not random: of 32 random ones there are always more. */
const LEAST_DIFFERENT_BYTES = 12;

/** A secret that somebody made, and not the placeholder of an example. */
export const MADE_BY_CHANCE: ProductionRule = {
  words: { en: 'bytes of `openssl rand -base64 32`', id: 'byte dari `openssl rand -base64 32`' },
  fits: (value): value is unknown => Buffer.isBuffer(value) && new Set(value).size >= LEAST_DIFFERENT_BYTES,
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where nobody on the way can put other keys in place of the right ones. */
export const ENCRYPTED_OR_LOOPBACK: ProductionRule = {
  words: { en: 'an https URL, or http on this machine', id: 'URL https, atau http di mesin ini' },
  fits(value): value is unknown {
    const { protocol, hostname } = new URL(String(value));
    return protocol === 'https:' || LOOPBACK.test(hostname);
  },
};

/** Anything but this one value. */
export const notIn = (forDevelopment: unknown, words: SettingRule['words']): ProductionRule => ({
  words,
  fits: (value): value is unknown => value !== forDevelopment,
});

/** An address without the password of `.env.example`. */
export const PASSWORD_OF_ITS_OWN: ProductionRule = {
  words: { en: 'a password of its own', id: 'kata sandi sendiri' },
  fits: (value): value is unknown => !/:change-me@/.test(String(value)),
};
