import 'reflect-metadata';
import type { SettingRule } from './setting-rules.js';

/** What is known of one setting: enough to read it, to check it, to explain it and to print its documentation. */
export interface Setting {
  /** Name of the environment variable. */
  readonly variable: string;
  /** One line for people who run the app. */
  readonly description: string;
  /** What is allowed: in words, as a test, and how it is read from text. */
  readonly holds: SettingRule;
  /** Used when the variable is not set; without one the setting is required, unless `optional`. */
  readonly default?: string;
  readonly optional?: boolean;
  /** What a value must be as well under `NODE_ENV=production`: what is for development is refused there. */
  readonly inProduction?: Pick<SettingRule, 'words' | 'fits'>;
  /** Secret values never appear in errors. */
  readonly secret?: boolean;
}

/** A class whose properties are settings or groups of settings. */
export type ConfigClass<T extends object = object> = new () => T;

const settingsOf = new WeakMap<object, Map<string, Setting>>();
const groupsOf = new WeakMap<object, Map<string, ConfigClass>>();

/** Binds a property of a config class to an environment variable. */
export function FromEnvironment(variable: string, setting: Omit<Setting, 'variable'>): PropertyDecorator {
  return (prototype, property) => {
    const settings = settingsOf.get(prototype) ?? new Map<string, Setting>();
    settings.set(String(property), { ...setting, variable });
    settingsOf.set(prototype, settings);
  };
}

/** Makes another config class part of this one. */
export function Group(): PropertyDecorator {
  return (prototype, property) => {
    const groups = groupsOf.get(prototype) ?? new Map<string, ConfigClass>();
    groups.set(String(property), Reflect.getMetadata('design:type', prototype, property) as ConfigClass);
    groupsOf.set(prototype, groups);
  };
}

/** The settings of a class itself, by property. Those of a parent class count too. */
export function settingsIn(type: ConfigClass): ReadonlyMap<string, Setting> {
  return new Map(prototypesOf(type).flatMap((prototype) => [...(settingsOf.get(prototype) ?? [])]));
}

/** The groups of a class itself, by property. Those of a parent class count too. */
export function groupsIn(type: ConfigClass): ReadonlyMap<string, ConfigClass> {
  return new Map(prototypesOf(type).flatMap((prototype) => [...(groupsOf.get(prototype) ?? [])]));
}

/** Every setting of a class and its groups. */
export function allSettingsIn(type: ConfigClass): Setting[] {
  return [
    ...settingsIn(type).values(),
    ...[...groupsIn(type).values()].flatMap((group) => allSettingsIn(group)),
  ];
}

function prototypesOf(type: ConfigClass): object[] {
  const chain: object[] = [];
  for (
    let prototype = type.prototype as object | null;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  )
    chain.unshift(prototype);
  return chain;
}
