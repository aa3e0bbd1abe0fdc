import { namespaceOf, valueAt, type Resource, type ResourceId } from '../istio/index.ts';
import { isDelegate } from '../routing/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import { ruleAt } from './destination.ts';
import type { AsWritten } from './as-written.ts';
import type { Draft } from './draft.ts';
import { removeField, setField } from './edit-field.ts';

const OWN_ACTIONS = ['route', 'redirect', 'directResponse'];

/**
 * Has an http rule hand its requests to another VirtualService, which must have no hosts of its own; written as `like`, the
 * same of another rule. Returns the delegate's path.
 */
export function connectDelegate(
  draft: Draft,
  id: ResourceId,
  path: Path,
  delegate: ResourceId,
  like?: AsWritten,
): Path {
  const target = draft.resource(delegate);
  const rule = ruleAt(draft.resource(id), path);
  if (!rule || path[1] !== 'http' || target.type !== 'VirtualService') {
    throw new RefusedError(
      'wrong-parent',
      'Only an http rule that is there can delegate, to a VirtualService.',
    );
  }
  const own = OWN_ACTIONS.find((action) => rule[action] !== undefined && rule[action] !== null);
  if (own) {
    throw new RefusedError(
      'unsafe',
      `This rule says itself what becomes of its requests (${own}), so it cannot also delegate them. Remove ${own} first.`,
    );
  }
  if (!isDelegate(target)) {
    throw new RefusedError(
      'unsafe',
      `${target.name} has hosts of its own. Only a VirtualService without hosts can be delegated to.`,
    );
  }
  if (like) setField(draft, id, [...path, 'delegate'], like.value, like.as);
  putDelegate(draft, id, [...path, 'delegate'], target);
  return [...path, 'delegate'];
}

/** Names a VirtualService at a `delegate`; its namespace only where that is another one. */
export function putDelegate(draft: Draft, id: ResourceId, path: Path, target: Resource): void {
  const resource = draft.resource(id);
  const [mine, its] = [resource, target].map((each) => namespaceOf(each, draft.mesh.settings));
  const namespace = [...path, 'namespace'];
  if (valueAt(resource.value, path) === undefined) {
    setField(
      draft,
      id,
      path,
      mine === its ? { name: target.name } : { name: target.name, namespace: its ?? '' },
    );
    return;
  }
  setField(draft, id, [...path, 'name'], target.name);
  if (mine !== its) setField(draft, id, namespace, its ?? '');
  else if (valueAt(resource.value, namespace) !== undefined) removeField(draft, id, namespace);
}
