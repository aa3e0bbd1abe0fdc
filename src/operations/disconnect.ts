import { asList, asNumber, member, valueAt, type ResourceId } from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { removeField, setField } from './edit-field.ts';
import { weightsOf, without } from './weights.ts';

/**
 * Takes away one way that traffic goes: `…route[1]`, `…mirror`, `…mirrors[0]`, `spec.gateways[0]`, `…delegate`. With `comments`
 * those right above it go too.
 */
export function disconnect(draft: Draft, id: ResourceId, path: Path, comments = false): void {
  const { value } = draft.resource(id);
  if (valueAt(value, path) === undefined)
    throw new RefusedError('not-found', 'There is no such way any more.');
  const list = path.slice(0, -1);
  const index = path.at(-1);
  const key = list.at(-1);
  if (path.at(-1) === 'mirror') {
    for (const percentage of ['mirrorPercentage', 'mirrorPercent', 'mirror_percent']) {
      if (valueAt(value, [...list, percentage]) !== undefined)
        removeField(draft, id, [...list, percentage], comments);
    }
    removeField(draft, id, path, comments);
  } else if (index === 'delegate') {
    removeField(draft, id, path, comments);
    removeIdleRule(draft, id, list);
  } else if (typeof index !== 'number') removeField(draft, id, path);
  else if (key === 'route') removeDestination(draft, id, list, index, comments);
  else if (asList(valueAt(value, list)).length > 1) removeField(draft, id, path, comments);
  else removeField(draft, id, list);
}

function removeDestination(draft: Draft, id: ResourceId, list: Path, index: number, comments: boolean): void {
  const routes = asList(valueAt(draft.resource(id).value, list));
  const rule = list.slice(0, -1);
  if (routes.length === 1) return removeRule(draft, id, rule);
  const weights = without(weightsOf(routes), index);
  removeField(draft, id, [...list, index], comments);
  const left = asList(valueAt(draft.resource(id).value, list));
  weights.forEach((weight, at) => {
    const written = asNumber(member(left[at], 'weight'));
    // One alone takes everything; what is written there may stay if it says so.
    if (written !== undefined && written !== weight) setField(draft, id, [...list, at, 'weight'], weight);
  });
}

const ACTIONS = ['route', 'redirect', 'directResponse', 'delegate'];

/** A rule that does nothing is none to Istio, which refuses it. */
function removeIdleRule(draft: Draft, id: ResourceId, rule: Path): void {
  const left = valueAt(draft.resource(id).value, rule);
  if (ACTIONS.every((action) => member(left, action) === undefined)) removeRule(draft, id, rule);
}

function removeRule(draft: Draft, id: ResourceId, rule: Path): void {
  const rules = rule.slice(0, -1);
  const last = asList(valueAt(draft.resource(id).value, rules)).length === 1;
  removeField(draft, id, last ? rules : rule);
}
