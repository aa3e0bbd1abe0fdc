import {
  asList,
  asText,
  member,
  specOf,
  valueAt,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { destinationRulesInForce } from '../../routing/index.ts';
import { RefusedError, type YamlMap } from '../../yaml/index.ts';
import { addResource } from '../add-resource.ts';
import type { Draft } from '../draft.ts';
import { insertItem, setField } from '../edit-field.ts';
import { nameFor } from '../templates/names.ts';
import { objectOf } from '../templates/object.ts';

/** A subset that callers of a host have to find. */
export interface WantedSubset {
  /** In full. */
  readonly host: string;
  /** The host as a new DestinationRule writes it. */
  readonly written: string;
  /** The effective namespace of what defines the host; null where nothing does. */
  readonly home: string | null;
  /** Where a new DestinationRule stands: its namespace as written, and its file. */
  readonly namespace: string;
  readonly file: string;
  /** As `subsets` holds it. */
  readonly subset: YamlMap;
}

/** What every caller is told the same way: a rule that is looked up for it has the subset. */
export interface EnsuredSubset {
  /** The DestinationRules that have it now. */
  readonly rules: readonly ResourceId[];
  readonly warnings: readonly string[];
}

/** Far more namespaces than ever have a DestinationRule of their own for one host. */
const MOST = 50;

/**
 * Puts a subset into each DestinationRule that counts for some callers of a host: which one that is depends on the caller's
 * namespace, and one without the subset answers 503. Where none counts for callers at large, one is made; where one for a
 * wildcard counts, what it says is copied, since a rule for the very host stands in its place as a whole.
 */
export function ensureSubset(draft: Draft, wanted: WantedSubset): EnsuredSubset {
  const name = asText(wanted.subset['name']) ?? '';
  const rules: ResourceId[] = [];
  const warnings: string[] = [];
  for (let round = 0; round < MOST; round++) {
    const inForce = destinationRulesInForce(draft.mesh, wanted.host, wanted.home);
    const lacking = inForce.find(({ rule }) => !rule.subsets.has(name))?.rule;
    const atLarge = inForce.some(({ clientNamespaces }) => clientNamespaces === null);
    const [base] = lacking?.resources ?? [];
    if (!lacking || !base) {
      if (atLarge) return { rules, warnings };
      // A second one beside one of the same namespace would merge with it, or take its place for some.
      if (hasOneAtHome(draft, rules, wanted))
        return { rules, warnings: [...warnings, hiddenFrom(wanted, name)] };
      rules.push(addRule(draft, wanted, wanted.namespace, {}));
    } else if (lacking.host === wanted.host) {
      addSubset(draft, base.id, wanted.subset);
      rules.push(base.id);
    } else {
      rules.push(addRule(draft, wanted, base.namespace, copied(lacking.resources)));
      warnings.push(
        `The DestinationRule ${base.name} for ${lacking.host} no longer counts for ${wanted.host}: one for the very host takes its place as a whole. What it says is copied; later changes to it have to be made in both.`,
      );
    }
  }
  throw new RefusedError(
    'unsafe',
    `The DestinationRules for ${wanted.host} stand in each other's way, so that no place for the subset ${name} reaches all callers. Join them first.`,
  );
}

const hasOneAtHome = (draft: Draft, rules: readonly ResourceId[], { namespace }: WantedSubset): boolean =>
  rules.some((id) => draft.mesh.byId.get(id)?.namespace === namespace);

const hiddenFrom = ({ host }: WantedSubset, subset: string): string =>
  `No DestinationRule with the subset ${subset} is exported to all namespaces: callers of ${host} in the others that use a rule which names it get 503. Its exportTo says who sees it.`;

function addSubset(draft: Draft, id: ResourceId, subset: YamlMap): void {
  const subsets = member(specOf(draft.resource(id)), 'subsets');
  if (Array.isArray(subsets)) insertItem(draft, id, ['spec', 'subsets'], asList(subsets).length, subset);
  else setField(draft, id, ['spec', 'subsets'], [subset]);
}

function addRule(
  draft: Draft,
  { host, written, file, subset }: WantedSubset,
  namespace: string,
  like: YamlMap,
): ResourceId {
  const name = nameFor(draft.mesh, 'DestinationRule', namespace, host);
  const subsets = [...asList(like['subsets']), subset];
  return addResource(
    draft,
    file,
    objectOf('DestinationRule', namespace, name, { host: written, ...like, subsets }),
  );
}

/** What rules for a wildcard say that one for the host has to say again. */
function copied(resources: readonly Resource[]): YamlMap {
  const first = (key: string) =>
    resources.map((resource) => valueAt(resource.value, ['spec', key])).find((value) => value !== undefined);
  const fields = ['trafficPolicy', 'subsets', 'exportTo', 'workloadSelector'];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = first(field);
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}
