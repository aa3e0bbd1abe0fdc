import type { Path, YamlValue } from '../yaml/index.ts';
import type { Finding } from './finding.ts';

/**
 * Findings about a value in the order in which their places stand in its text, without looking at the text: members of a
 * map were read in that order. What is not there counts as the thing that it is missing from.
 */
export function inTextOrder(value: YamlValue, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return findings
    .map((finding) => ({ finding, place: placesAlong(value, finding.path) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ finding }) => finding);
}

/** For each step of a path, the how manieth it is among its neighbours; no further than to where something stands. */
function placesAlong(value: YamlValue, path: Path): readonly number[] {
  const places: number[] = [];
  let at: YamlValue | undefined = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break;
    const index: number = Array.isArray(at) ? Number(step) : Object.keys(at).indexOf(String(step));
    const next: YamlValue | undefined = (at as Readonly<Record<string | number, YamlValue>>)[step];
    if (index < 0 || next === undefined) break;
    places.push(index);
    at = next;
  }
  return places;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, place] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (place !== other) return place - other;
  }
  return a.length - b.length;
}
