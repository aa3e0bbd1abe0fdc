import { member } from '../istio/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import { asMap } from './visit.ts';

/** A place in a resource, and what stands there; undefined where nothing is written. */
export interface Spot<V extends YamlValue | undefined = YamlValue | undefined> {
  readonly value: V;
  /** From the resource's root. */
  readonly path: Path;
}

/** A member of a map, under its key. */
export interface Entry extends Spot<YamlValue> {
  readonly key: string;
}

/** A place inside another. Its path is put together when somebody asks, which few do: most places are only looked at. */
class Inside<V extends YamlValue | undefined> implements Spot<V> {
  /** Nothing but the resource is around it: the `spec`, for one. */
  readonly isAtTop: boolean;

  constructor(
    readonly value: V,
    private readonly around: Spot,
    readonly key: string,
    private readonly step: string | number = key,
  ) {
    this.isAtTop = !(around instanceof Inside) && around.path.length === 0;
  }

  get path(): Path {
    return [...this.around.path, this.step];
  }
}

/** What stands further in. */
export function at(spot: Spot, ...keys: readonly string[]): Spot {
  let found = spot;
  for (const key of keys) found = new Inside(member(found.value, key), found, key);
  return found;
}

/** The items of a list; none where something else stands. */
export function items(spot: Spot): readonly Spot<YamlValue>[] {
  if (!Array.isArray(spot.value)) return NONE;
  return spot.value.map((value, index) => new Inside(value, spot, '', index));
}

/** The members of a map; none where something else stands. */
export function entries(spot: Spot): readonly Entry[] {
  const map = asMap(spot.value);
  if (!map) return [];
  return Object.entries(map).map(([key, value]) => new Inside(value, spot, key));
}

/**
 * Everything written at the places a pattern names, in the order of the text: `http[].match[].headers{}` is each header match
 * of each match of each rule. What is absent or null is left out.
 */
export function all(spot: Spot, pattern: string): readonly Spot<YamlValue>[] {
  if (typeof spot.value !== 'object' || spot.value === null) return NONE;
  const steps = stepsOf(pattern);
  // Most patterns start at the `spec`, several rules ask for the same, and most ask for what no resource has.
  if (!(spot instanceof Inside && spot.isAtTop) || Array.isArray(spot.value)) return collected(spot, steps);
  const known = knownOf(spot.value);
  let found = known.found.get(pattern);
  if (!found) {
    const isThere = steps.every((step) => step === '[]' || step === '{}' || known.keys.has(step));
    known.found.set(pattern, (found = isThere ? collected(spot, steps) : NONE));
  }
  return found;
}

const NONE: readonly Spot<YamlValue>[] = [];

/** What was asked of the map that was asked last: rules look at one resource after the other. */
interface Known {
  readonly map: object;
  /** The keys of all maps in it. */
  readonly keys: ReadonlySet<string>;
  readonly found: Map<string, readonly Spot<YamlValue>[]>;
}

let last: Known | undefined;

function knownOf(map: object): Known {
  if (last?.map !== map) {
    const keys = new Set<string>();
    addKeys(map as YamlValue, keys);
    last = { map, keys, found: new Map() };
  }
  return last;
}

function addKeys(value: YamlValue, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) addKeys(item, keys);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    keys.add(key);
    addKeys(child, keys);
  }
}

function collected(spot: Spot, steps: readonly string[]): readonly Spot<YamlValue>[] {
  const found: Spot<YamlValue>[] = [];
  collect(spot, steps, 0, found);
  return found;
}

/** Adds what stands at the remaining steps. */
function collect(spot: Spot, steps: readonly string[], index: number, found: Spot<YamlValue>[]): void {
  const { value } = spot;
  if (value === undefined || value === null) return;
  const step = steps[index];
  if (step === undefined) found.push(spot as Spot<YamlValue>);
  else if (step === '[]') for (const item of items(spot)) collect(item, steps, index + 1, found);
  else if (step === '{}') for (const entry of entries(spot)) collect(entry, steps, index + 1, found);
  else {
    const child = member(value, step);
    if (child !== undefined && child !== null)
      collect(new Inside(child, spot, step), steps, index + 1, found);
  }
}

const patterns = new Map<string, readonly string[]>();

function stepsOf(pattern: string): readonly string[] {
  let steps = patterns.get(pattern);
  if (!steps) patterns.set(pattern, (steps = pattern.match(/\[\]|\{\}|[^.[{]+/g) ?? []));
  return steps;
}

/** Something is written, be it empty. For messages of Istio's API that is what counts as set. */
export function isPresent(spot: Spot): spot is Spot<Exclude<YamlValue, null>> {
  return spot.value !== undefined && spot.value !== null;
}

/**
 * Something is written that istiod can tell from nothing: for texts, numbers, booleans, lists and maps of Istio's API the empty
 * value is the same as none.
 */
export function isFilled(spot: Spot): boolean {
  const { value } = spot;
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** The text written there, if it is one. */
export function text(spot: Spot): string | undefined {
  return typeof spot.value === 'string' ? spot.value : undefined;
}

/** The number written there, if it is one. */
export function number(spot: Spot): number | undefined {
  return typeof spot.value === 'number' ? spot.value : undefined;
}

/** The spots that hold texts, with their texts. */
export function texts(spots: readonly Spot[]): readonly Spot<string>[] {
  return spots.filter((spot): spot is Spot<string> => typeof spot.value === 'string');
}
