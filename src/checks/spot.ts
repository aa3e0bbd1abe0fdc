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
    return this.around.path.concat(this.step);
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
  if (typeof pattern !== 'string') return several(spot, pattern);
  const way = ways.get(pattern) ?? newWay(pattern);
  if (spot !== followed) {
    if (!isSpec(spot)) return collected(spot, way.steps);
    followed = spot;
    walks++;
    follow(start, spot as Spot<YamlValue>);
  }
  return way.walk === walks ? way.found : NONE;
}

/** Whether something is written at one of these places. */
export const has = (spot: Spot, ...patterns: readonly string[]): boolean =>
  patterns.some((pattern) => all(spot, pattern).length > 0);

const NONE: readonly Spot<YamlValue>[] = [];
const NO_ENTRIES: readonly Entry[] = [];

/** What several patterns together found of the spot that was asked about last. */
interface Found {
  of: Spot | undefined;
  found: readonly Spot<YamlValue>[];
}

const lists = new WeakMap<readonly string[], Found>();

function several(spot: Spot, patterns: readonly string[]): readonly Spot<YamlValue>[] {
  let known = lists.get(patterns);
  if (known?.of === spot) return known.found;
  if (!known) lists.set(patterns, (known = { of: undefined, found: NONE }));
  let found = NONE;
  for (const pattern of patterns) {
    const more = all(spot, pattern);
    if (more.length > 0) found = found.length > 0 ? [...found, ...more] : more;
  }
  known.of = spot;
  return (known.found = found);
}

/** Where a pattern leads, and those that go on from there. */
interface Way {
  /** In which walk this was found: the others lead nowhere in the spec at hand. */
  walk: number;
  found: Spot<YamlValue>[];
  readonly steps: readonly string[];
  readonly keys: Map<string, Way>;
  items: Way | undefined;
  members: Way | undefined;
}

const wayTo = (steps: readonly string[]): Way => ({
  walk: 0,
  found: [],
  steps,
  keys: new Map(),
  items: undefined,
  members: undefined,
});

/**
 * All patterns that anyone has asked for. Rules ask for hundreds of each `spec`, most for what few specs have: one walk finds
 * what there is for all of them.
 */
const start = wayTo([]);
const ways = new Map<string, Way>();
let followed: Spot | undefined;
let walks = 0;

function newWay(pattern: string): Way {
  const steps = pattern.match(/\[\]|\{\}|[^.[{]+/g) ?? [];
  let way = start;
  steps.forEach((step, index) => {
    const known = step === '[]' ? way.items : step === '{}' ? way.members : way.keys.get(step);
    const next = known ?? wayTo(steps.slice(0, index + 1));
    if (step === '[]') way.items = next;
    else if (step === '{}') way.members = next;
    else way.keys.set(step, next);
    way = next;
  });
  ways.set(pattern, way);
  // What has been found so far lacks it.
  followed = undefined;
  return way;
}

/** Only there it pays: other places are asked once or twice. */
const isSpec = (spot: Spot): boolean => spot instanceof Inside && spot.step === 'spec';

/** Notes a spot for the pattern that leads there, and what is inside for those that go on. */
function follow(way: Way, spot: Spot<YamlValue>): void {
  if (way.walk === walks) way.found.push(spot);
  else {
    way.walk = walks;
    way.found = [spot];
  }
  const { value } = spot;
  if (typeof value !== 'object' || value === null) return;
  const { items, keys, members } = way;
  if (Array.isArray(value)) {
    if (!items) return;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (item !== undefined && item !== null) follow(items, new Inside(item, spot, index));
    }
    return;
  }
  if (keys.size === 0 && !members) return;
  for (const key of Object.keys(value)) {
    const next = keys.get(key);
    if (!next && !members) continue;
    const child = value[key];
    if (child === undefined || child === null) continue;
    const inside = new Inside(child, spot, key);
    if (next) follow(next, inside);
    if (members) follow(members, inside);
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
