import {
  asList,
  member,
  specOf,
  targetRefsOf,
  valueAt,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { RULE_SECTIONS } from '../../routing/index.ts';
import type { Path } from '../../yaml/index.ts';
import { disconnect } from '../disconnect.ts';
import type { Draft } from '../draft.ts';
import { removeField } from '../edit-field.ts';
import { lastFirst, wayOf, type Naming } from './namings.ts';

/** Deletes what is left without meaning, with all that names it. */
type DeleteWhole = (id: ResourceId) => void;

/**
 * Takes away what names something: destinations, mirrors, gateways, delegates, and with the last of its ways the rule, with
 * the last rule the VirtualService. A DestinationRule for a host goes whole, and so does a policy with its last target: without
 * one it would be for the whole namespace. `spec.hosts` of a VirtualService stays: it
 * says what callers ask for, whoever answers.
 */
export function unname(draft: Draft, namings: readonly Naming[], deleteWhole: DeleteWhole): void {
  for (const naming of lastFirst(namings)) {
    if (!draft.mesh.byId.has(naming.from) || isClaim(naming)) continue;
    const resource = draft.resource(naming.from);
    if (naming.kind === 'scope') dropScope(draft, naming);
    else if (naming.kind === 'target') {
      if (targetRefsOf(resource).length > 1) removeField(draft, naming.from, wayOf(naming));
      else deleteWhole(naming.from);
    } else if (resource.type === 'DestinationRule') deleteWhole(naming.from);
    else if (naming.path.includes('match')) dropFromMatch(draft, naming.from, naming.path);
    else disconnect(draft, naming.from, wayOf(naming));
    if (hasNoRule(draft.mesh.byId.get(naming.from))) deleteWhole(naming.from);
  }
}

/** Whether a VirtualService names the host as one that it is for, not as one that it sends to. */
export const isClaim = ({ path }: Pick<Naming, 'path'>): boolean => path[1] === 'hosts';

/** A VirtualService without any rule routes nothing, and Istio refuses it. */
const hasNoRule = (left: Resource | undefined): left is Resource =>
  left?.type === 'VirtualService' &&
  RULE_SECTIONS.every((section) => asList(member(specOf(left), section)).length === 0);

/** `http[0].match[1].gateways[2]`: without its only gateway a match could be met by any, so it goes; and with its last match the rule. */
function dropFromMatch(draft: Draft, id: ResourceId, path: Path): void {
  const { value } = draft.resource(id);
  const matchAt = path.lastIndexOf('match');
  const gateways = path.slice(0, -1);
  const match = path.slice(0, matchAt + 2);
  const matches = path.slice(0, matchAt + 1);
  const rule = path.slice(0, matchAt);
  const rules = rule.slice(0, -1);
  const levels = [
    [gateways, path],
    [matches, match],
    [rules, rule],
  ] as const;
  const found = levels.find(([list]) => asList(valueAt(value, list)).length > 1);
  removeField(draft, id, found ? found[1] : rules);
}

/** A list of hosts in a Sidecar without any entry would mean another thing, so its last entry stays. */
function dropScope(draft: Draft, { from, path }: Naming): void {
  const hosts = asList(valueAt(draft.resource(from).value, path.slice(0, -1)));
  if (hosts.length > 1) removeField(draft, from, path);
}
