import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts } from '../../spot.ts';
import { quote } from '../../words.ts';
import { resolutionOf } from './resolution.ts';

/** Ranges of addresses, which go with callers that know the address already, or with fixed endpoints. */
export const ranges: SpecRule = ({ spec }) => {
  const resolution = resolutionOf(spec);
  if (resolution === undefined || resolution === 'NONE' || resolution === 'STATIC') return [];
  const range = texts(all(spec, 'addresses[]')).find(({ value }) => value.includes('/'));
  if (!range) return [];
  const what = `A range such as ${quote(range.value)} goes with the resolution NONE or STATIC only, not with ${resolution}.`;
  const mends = /\/(?:32|128)$/.test(range.value)
    ? [setting(range.path, range.value.replace(/\/.*$/, ''))]
    : [setting(['spec', 'resolution'], 'NONE', 'Set resolution to NONE')];
  return [refuse('MW0601', range, what, { mends })];
};
