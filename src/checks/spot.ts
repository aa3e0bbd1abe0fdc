import { member } from '../istio/index.ts';
import type { Path, YamlMap, YamlValue } from '../yaml/index.ts';
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

/**
 * A place inside another. Its path is put together when somebody asks, which few do: most places are only looked at, and
 * there are hundreds a resource (so the fields are only declared: to define each would take a call of its own).
 */
class Inside<V extends YamlValue | undefined> implements Spot<V> {
  declare readonly value: V;
  declare readonly around: Spot;
  declare readonly step: string | number;

  constructor(value: V, around: Spot, step: string | number) {
    this.value = value;
    this.around = around;
    this.step = step;
  }

  get path(): Path {
    return [...this.around.path, this.step];
  }

  get key(): string {
    return typeof this.step === 'string' ? this.step : '';
  }
}

/** What stands further in, by one key after the other. */
export function at(spot: Spot, first: string, second?: string, third?: string): Spot {
  let found: Spot = new Inside(member(spot.value, first), spot, first);
  if (second !== undefined) found = new Inside(member(found.value, second), found, second);
  if (third !== undefined) found = new Inside(member(found.value, third), found, third);
  return found;
}

/** The items of a list; none where something else stands. */
export function items(spot: Spot): readonly Spot<YamlValue>[] {
  if (!Array.isArray(spot.value)) return NONE;
  return spot.value.map((value, index) => new Inside(value, spot, index));
}

/** The members of a map; none where something else stands. */
export function entries(spot: Spot): readonly Entry[] {
  const map = asMap(spot.value);
  if (!map) return NO_ENTRIES;
  return Object.entries(map).map(([key, value]) => new Inside(value, spot, key));
}

/**
 * Everything written at the places a pattern names, in the order of the text: `http[].match[].headers{}` is each header match
 * of each match of each rule. Of several patterns what the first names comes first; give the same list each time, as what
 * was found is known by it. What is absent or null is left out.
 */
export function all(spot: Spot, pattern: string | readonly string[]): readonly Spot<YamlValue>[] {
  const { value } = spot;
  if (typeof value !== 'object' || value === null) return NONE;
  // Most patterns start at the `spec`, several rules ask for the same, and most ask for what no resource has.
  const known = knownOf(spot);
  const before = known?.found.get(pattern);
  if (before) return before;
  if (typeof pattern !== 'string') {
    const found = several(spot, pattern);
    known?.found.set(pattern, found);
    return found;
  }
  const read = readPattern(pattern);
  if (!known) return collected([spot], read.steps);
  if (!mayHave(known.keys, read.steps)) return NONE;
  const found = foundIn(spot, read);
  known.found.set(pattern, found);
  return found;
}

function several(spot: Spot, patterns: readonly string[]): readonly Spot<YamlValue>[] {
  let found = NONE;
  for (const pattern of patterns) {
    const more = all(spot, pattern);
    if (more.length > 0) found = found.length > 0 ? [...found, ...more] : more;
  }
  return found;
}

/** From what the pattern without its last step names, which other rules ask for too. */
function foundIn(spot: Spot, { steps, before }: Pattern): readonly Spot<YamlValue>[] {
  const [around, last] = before === '' ? [[spot], steps] : [all(spot, before), [steps.at(-1) ?? '']];
  return around.length > 0 ? collected(around, last) : NONE;
}

/**
 * Whether one of these keys is written anywhere inside: with none of them, a rule about them has nothing to look at.
 * Cheap for the `spec`, of which every rule asks; a yes may be too much, a no never is.
 */
export function mentions(spot: Spot, ...names: readonly string[]): boolean {
  const known = knownOf(spot);
  return known === undefined || names.some((name) => known.keys.has(name));
}

function mayHave(keys: ReadonlySet<string>, steps: readonly string[]): boolean {
  for (const step of steps) if (step !== '[]' && step !== '{}' && !keys.has(step)) return false;
  return true;
}

const NONE: readonly Spot<YamlValue>[] = [];
const NO_ENTRIES: readonly Entry[] = [];

/** What was asked of the map that was asked last: rules look at one resource after the other. */
interface Known {
  readonly map: YamlMap;
  /** The keys of all maps in it. */
  readonly keys: ReadonlySet<string>;
  readonly found: Map<string | readonly string[], readonly Spot<YamlValue>[]>;
}

let last: Known | undefined;

/** Of what has nothing around it but the resource: the `spec`, for one. Undefined for anything else. */
function knownOf(spot: Spot): Known | undefined {
  if (!(spot instanceof Inside) || spot.around instanceof Inside || spot.around.path.length > 0)
    return undefined;
  if (last && last.map === spot.value) return last;
  const map = asMap(spot.value);
  if (!map) return undefined;
  const keys = new Set<string>();
  addKeys(map, keys);
  return (last = { map, keys, found: new Map() });
}

function addKeys(value: YamlMap | readonly YamlValue[], keys: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) addKeys(item, keys);
    return;
  }
  const map = value as YamlMap;
  for (const key of Object.keys(map)) {
    keys.add(key);
    const child = map[key];
    if (typeof child === 'object' && child !== null) addKeys(child, keys);
  }
}

function collected(spots: readonly Spot[], steps: readonly string[]): readonly Spot<YamlValue>[] {
  const found: Spot<YamlValue>[] = [];
  for (const spot of spots) collect(spot, steps, 0, found);
  return found;
}

/** Adds what stands at the remaining steps. */
function collect(spot: Spot, steps: readonly string[], index: number, found: Spot<YamlValue>[]): void {
  const { value } = spot;
  if (value === undefined || value === null) return;
  const step = steps[index];
  if (step === undefined) found.push(spot as Spot<YamlValue>);
  else if (step === '[]') {
    if (!Array.isArray(value)) return;
    for (let at = 0; at < value.length; at++)
      collect(new Inside(value[at], spot, at), steps, index + 1, found);
  } else if (step === '{}') for (const entry of entries(spot)) collect(entry, steps, index + 1, found);
  else {
    const child = member(value, step);
    if (child !== undefined && child !== null)
      collect(new Inside(child, spot, step), steps, index + 1, found);
  }
}

interface Pattern {
  readonly steps: readonly string[];
  /** The same without its last step; empty where there is one step only. */
  readonly before: string;
}

const patterns = new Map<string, Pattern>();

function readPattern(text: string): Pattern {
  let pattern = patterns.get(text);
  if (!pattern) {
    const steps = text.match(/\[\]|\{\}|[^.[{]+/g) ?? [];
    const before = text.slice(0, text.length - (steps.at(-1)?.length ?? 0)).replace(/\.$/, '');
    patterns.set(text, (pattern = { steps, before }));
  }
  return pattern;
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
