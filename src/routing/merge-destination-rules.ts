import {
  asList,
  asMap,
  asText,
  asTexts,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  type MeshSettings,
  type Resource,
} from '../istio/index.ts';
import type { Path, YamlMap } from '../yaml/index.ts';
import { writtenExportTo } from './visibility.ts';

/** A value with where it is written. */
export interface Written<T> {
  readonly value: T;
  readonly resource: Resource;
  readonly path: Path;
}

/** A subset that a merged DestinationRule defines. */
export interface Subset extends Written<YamlMap> {
  readonly name: string;
}

/** DestinationRules of one namespace for one host, as istiod makes one of them; the oldest is the base. */
export interface MergedDestinationRule {
  readonly host: string;
  readonly resources: readonly Resource[];
  /** The base's, else that of the first that has one: never put together of two. */
  readonly trafficPolicy: Written<YamlMap> | undefined;
  /** By name; the first definition counts. */
  readonly subsets: ReadonlyMap<string, Subset>;
  readonly exportTo: readonly string[];
  readonly selected: boolean;
}

const known = new WeakMap<
  Resource,
  { readonly host: string; readonly settings: MeshSettings; readonly rule: MergedDestinationRule }
>();

/** A rule by itself; the same object as long as the resource is. */
function single(resource: Resource, host: string, settings: MeshSettings): MergedDestinationRule {
  let found = known.get(resource);
  if (found?.host !== host || found.settings !== settings)
    known.set(resource, (found = { host, settings, rule: alone(resource, host, settings) }));
  return found.rule;
}

function alone(resource: Resource, host: string, settings: MeshSettings): MergedDestinationRule {
  const spec = specOf(resource);
  const policy = asMap(member(spec, 'trafficPolicy'));
  const subsets = new Map<string, Subset>();
  asList(member(spec, 'subsets')).forEach((item, index) => {
    const [value, name] = [asMap(item), asText(member(item, 'name'))];
    if (value && name && !subsets.has(name))
      subsets.set(name, { name, value, resource, path: ['spec', 'subsets', index] });
  });
  const selected = selectorOf(resource) !== undefined;
  return {
    host,
    resources: [resource],
    trafficPolicy: policy && { value: policy, resource, path: ['spec', 'trafficPolicy'] },
    subsets,
    // One with a workloadSelector serves its own namespace only, whatever it says.
    exportTo: selected ? [namespaceOf(resource, settings)] : writtenExportTo(resource, settings),
    selected,
  };
}

const feed = (base: MergedDestinationRule, more: MergedDestinationRule): MergedDestinationRule => ({
  ...base,
  resources: [...base.resources, ...more.resources],
  trafficPolicy: base.trafficPolicy ?? more.trafficPolicy,
  subsets: new Map([...more.subsets, ...base.subsets]),
});

const isSuperset = (of: readonly string[], set: readonly string[]): boolean =>
  set.every((item) => of.includes(item));

const sameSelector = (a: Resource | undefined, b: Resource | undefined): boolean => {
  const [one, other] = [a && selectorOf(a), b && selectorOf(b)];
  if (!one || !other) return !one && !other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => one[key] === other[key]);
};

/** To whom istiod takes a rule to be exported when it merges: the words that stand there, `.` apart from the own name. */
const exportWords = (rule: MergedDestinationRule): readonly string[] => {
  const [resource] = rule.resources;
  return rule.selected || !resource ? ['.'] : asTexts(member(specOf(resource), 'exportTo'));
};

/**
 * Merges the DestinationRules of one namespace for one host, given oldest first. Rules merge when they are exported
 * alike, or the later one more widely than a base that says where; others stay entries of their own, in order. Of several
 * entries the last decides whether what was merged also stays.
 * https://github.com/istio/istio/blob/master/pilot/pkg/model/destination_rule.go (mergeDestinationRule)
 */
export function mergeDestinationRules(
  resources: readonly Resource[],
  host: string,
  settings: MeshSettings,
): readonly MergedDestinationRule[] {
  const rules = resources.map((resource) => single(resource, host, settings));
  const entries: MergedDestinationRule[] = [];
  for (const rule of [...rules.filter((one) => one.selected), ...rules.filter((one) => !one.selected)]) {
    const words = exportWords(rule);
    let stays = true;
    entries.forEach((entry, index) => {
      const base = exportWords(entry);
      const same = sameSelector(entry.resources[0], rule.resources[0]);
      const wider = isSuperset(words, base);
      const equal = wider && isSuperset(base, words);
      const merges = (equal || (base.length > 0 && wider)) && (same || !rule.selected);
      // A rule for all workloads that is exported further than the selected ones it feeds also stays on its own.
      stays = !merges || (!equal && !same);
      if (merges) entries[index] = feed(entry, rule);
    });
    if (stays) entries.push(rule);
  }
  return entries;
}
