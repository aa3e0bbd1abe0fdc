import { asList, asNumber, member, valueAt, type ResourceId } from '../istio/index.ts';
import { RefusedError, type Path } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { setField } from './edit-field.ts';

/** Writes the weights of all destinations of a rule; those that say it already stay as they are written. */
export function setWeights(draft: Draft, id: ResourceId, list: Path, weights: readonly number[]): void {
  const routes = asList(valueAt(draft.resource(id).value, list));
  if (list.at(-1) !== 'route' || routes.length !== weights.length) {
    throw new RefusedError('not-found', 'The destinations of this rule are others by now.');
  }
  if (!weights.every((weight) => Number.isInteger(weight) && weight >= 0)) {
    throw new RefusedError('unsafe', 'Weights are whole numbers from 0 on.');
  }
  weights.forEach((weight, index) => {
    const written = asNumber(member(routes[index], 'weight'));
    if (written !== weight) setField(draft, id, [...list, index, 'weight'], weight);
  });
}
