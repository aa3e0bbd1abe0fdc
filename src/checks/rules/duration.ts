import { parseDuration, type Field } from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Finding } from '../finding.ts';
import type { FieldRule } from '../visit.ts';
import { quote } from '../words.ts';

/** Whether a value is a duration as Istio keeps them, or none that this is about. */
export function isSound(field: Field, value: YamlValue): boolean {
  if (typeof value !== 'string') return true;
  const parsed = parseDuration(value);
  return parsed !== undefined && (field.format === 'duration-any' || isWhole(parsed.nanoseconds));
}

const MILLISECOND = 1_000_000n;

const isWhole = (nanoseconds: bigint): boolean =>
  nanoseconds >= MILLISECOND && nanoseconds % MILLISECOND === 0n;

/** Durations that Go does not read, and those that are shorter or finer than Istio keeps them. */
export const duration: FieldRule = ({ field, value, path }) => {
  if ((field.format !== 'duration' && field.format !== 'duration-any') || typeof value !== 'string')
    return [];
  const parsed = parseDuration(value);
  if (!parsed) return [unreadable(value, path)];
  if (field.format === 'duration-any') return [];
  if (isWhole(parsed.nanoseconds)) return [];
  const what =
    parsed.nanoseconds < MILLISECOND
      ? `${quote(value)} is too short: "${field.name}" must be at least 1ms.`
      : `${quote(value)} is too fine: Istio counts in whole milliseconds.`;
  const hint = parsed.nanoseconds === 0n ? ' Leave the field out if you want no limit of your own.' : '';
  return [
    { code: 'MW0214', message: `${what} Istio refuses the resource as it is.${hint}`, path, at: 'value' },
  ];
};

function unreadable(value: string, path: Finding['path']): Finding {
  const meant = durationMeant(value);
  return {
    code: 'MW0213',
    message:
      `${quote(value)} is not a duration${meant ? `; did you mean ${meant}?` : '.'} ` +
      'Write a number and a unit: ms, s, m or h, as in 500ms or 1m30s. The cluster refuses the resource as it is.',
    path,
    at: 'value',
    mends: meant ? [{ title: `Change to ${meant}`, steps: [{ kind: 'set-field', path, value: meant }] }] : [],
  };
}

/** `5`, `5 sec`, `2 minutes`, `1d` as Go would write them; undefined when that is a guess. */
export function durationMeant(text: string): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-zµ]*)\.?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, number = '', word = ''] = match;
  if (/^(d|days?)$/i.test(word)) return `${String(Number(number) * 24)}h`;
  const unit = words.find(([pattern]) => pattern.test(word))?.[1];
  const meant = unit && `${number}${unit}`;
  return meant && parseDuration(meant) ? meant : undefined;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/^$|^s$|^secs?$|^seconds?$/i, 's'],
  [/^ms$|^msecs?$|^millis?$|^milliseconds?$/i, 'ms'],
  [/^m$|^mins?$|^minutes?$/i, 'm'],
  [/^h$|^hrs?$|^hours?$/i, 'h'],
];
