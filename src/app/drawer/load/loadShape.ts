import { asList, asNumber, asText, member } from '../../../istio/index.ts';
import type { YamlMap, YamlValue } from '../../../yaml/index.ts';

export type Shape = 'constant' | 'ramp' | 'spike' | 'own';

/** How the rate goes over time, by its phases. */
export function shapeOf(load: YamlValue | undefined): Shape {
  const phases = asList(member(load, 'phases'));
  const [first, second, ...others] = phases;
  if (!first) return 'constant';
  const ramped = (phase: YamlValue): boolean => member(phase, 'ramp') !== undefined;
  if (!second && ramped(first)) return 'ramp';
  const back = second !== undefined && asNumber(member(second, 'rate')) === asNumber(member(load, 'rate'));
  return back && !others.length && !ramped(first) && !ramped(second) ? 'spike' : 'own';
}

/** Phases of a shape, for a rate and a length of the run (milliseconds). */
export function phasesOf(shape: Shape, rate: number, duration: number): readonly YamlMap[] | undefined {
  const much = Math.max(1, rate * 5);
  if (shape === 'ramp') return [{ at: timeWord(duration / 6), rate: much, ramp: timeWord(duration / 2) }];
  if (shape === 'spike')
    return [
      { at: timeWord(duration / 3), rate: much },
      { at: timeWord(duration / 2), rate },
    ];
  return undefined;
}

/** A time as a scenario writes it: `20s`, `1500ms`. */
export function timeWord(length: number): string {
  const whole = Math.round(length / 100) * 100;
  return whole % 1000 ? `${whole}ms` : `${whole / 1000}s`;
}

/** The rate that a load begins with. */
export const rateOf = (load: YamlValue | undefined): number => {
  const rate = member(load, 'rate');
  return asNumber(rate) ?? Number(asText(rate) ?? 100);
};
