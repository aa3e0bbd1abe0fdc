import { key, selectorOf, valueAt, type Resource, type ResourceId } from '../../istio/index.ts';
import {
  destinationRulesInForce,
  mergeDestinationRules,
  type MergedDestinationRule,
} from '../../routing/index.ts';
import { RefusedError, type YamlMap } from '../../yaml/index.ts';
import { addBeside } from './add-beside.ts';
import type { Draft } from '../draft.ts';
import { nameFor } from '../templates/names.ts';
import { objectOf } from '../templates/object.ts';

/** A host whose DestinationRules all have to say something. */
export interface GovernedHost {
  /** In full. */
  readonly host: string;
  /** As a new DestinationRule writes it. */
  readonly written: string;
  /** The effective namespace of what defines the host; null where nothing does. */
  readonly home: string | null;
  /** Where a new DestinationRule stands: its namespace as written, and its file. */
  readonly namespace: string;
  readonly file: string;
}

/** What they have to say. */
export interface RuleWish {
  /** In words, for sentences: `the subset v2`. */
  readonly what: string;
  readonly has: (rule: MergedDestinationRule) => boolean;
  /** Where no rule counts for callers at large, that says it too. */
  readonly holdsWithout?: boolean;
  /** Makes one say it that does not; it is a rule for the very host. */
  readonly put: (rule: MergedDestinationRule, base: ResourceId) => void;
}

export interface GovernedRules {
  /** The DestinationRules that were made or changed. */
  readonly rules: readonly ResourceId[];
  readonly warnings: readonly string[];
}

/** Far more namespaces than ever have a DestinationRule of their own for one host. */
const MOST = 50;

/**
 * Has each DestinationRule that counts for some callers of a host say something: which one that is depends on the caller's
 * namespace and labels. Where none counts for callers at large, one is made; where one for a wildcard counts, what it says is
 * copied, since a rule for the very host stands in its place as a whole.
 */
export function inEachRule(draft: Draft, governed: GovernedHost, wish: RuleWish): GovernedRules {
  const { host, home, namespace } = governed;
  const rules: ResourceId[] = [];
  const warnings: string[] = [];
  const isAtHome = (id: ResourceId) => draft.mesh.byId.get(id)?.namespace === namespace;
  for (let round = 0; round < MOST; round++) {
    const inForce = destinationRulesInForce(draft.mesh, host, home);
    const found = [...inForce.map(({ rule }) => rule), ...forSomeWorkloads(draft, host)];
    const lacking = found.find((rule) => !wish.has(rule));
    const [base] = lacking?.resources ?? [];
    if (!lacking || !base) {
      if (wish.holdsWithout || inForce.some(({ clientNamespaces }) => clientNamespaces === null))
        return { rules, warnings };
      // A second one beside one of the same namespace would merge with it, or take its place for some.
      if (rules.some(isAtHome)) return { rules, warnings: [...warnings, hidden(host, wish)] };
      rules.push(addRule(draft, governed, namespace, {}));
    } else if (lacking.host === host) {
      wish.put(lacking, base.id);
      if (!rules.includes(base.id)) rules.push(base.id);
    } else {
      rules.push(addRule(draft, governed, base.namespace, copied(lacking.resources)));
      warnings.push(
        `The DestinationRule ${base.name} for ${lacking.host} no longer counts for ${host}: one for the very host takes its place as a whole. What it says is copied; later changes to it have to be made in both.`,
      );
    }
  }
  throw new RefusedError(
    'unsafe',
    `The DestinationRules for ${host} stand in each other’s way, so that no place for ${wish.what} reaches all callers. Join them first.`,
  );
}

/** Rules that count for the workloads they select, before all others. */
function forSomeWorkloads({ mesh }: Draft, host: string): readonly MergedDestinationRule[] {
  return mesh
    .find(key.host('DestinationRule', host))
    .filter((rule) => selectorOf(rule) !== undefined)
    .flatMap((rule) => mergeDestinationRules([rule], host, mesh.settings));
}

const hidden = (host: string, { what }: RuleWish): string =>
  `No DestinationRule for ${host} is exported to all namespaces, so callers in the others do without ${what}. Its exportTo says who sees it.`;

function addRule(
  draft: Draft,
  { host, written, file }: GovernedHost,
  namespace: string,
  like: YamlMap,
): ResourceId {
  const name = nameFor(draft.mesh, 'DestinationRule', namespace, host);
  return addBeside(draft, file, objectOf('DestinationRule', namespace, name, { host: written, ...like }));
}

/** What rules for a wildcard say that one for the host has to say again. */
function copied(resources: readonly Resource[]): YamlMap {
  const first = (field: string) =>
    resources.map(({ value }) => valueAt(value, ['spec', field])).find((value) => value !== undefined);
  const fields = ['trafficPolicy', 'subsets', 'exportTo', 'workloadSelector'];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = first(field);
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}
