import type { Mesh } from '../../istio/index.ts';
import type { Goal, ResourcePattern } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';
import { resourcesMeant, sayPattern } from './pattern.ts';

/** Whether there is such a resource. One that can no longer be read counts as neither there nor gone. */
export function resourceFinding(
  mesh: Mesh,
  { resource, exists }: Extract<Goal, { kind: 'resource' }>,
): GoalFinding {
  const found = resourcesMeant(mesh, resource);
  const first = found.find(({ stale }) => !stale);
  const at = first && { resource: first.id, path: [] };
  if (exists && first) return { met: true, missing: '', ...(at && { at }) };
  if (!exists && found.length === 0) return { met: true, missing: '' };
  if (exists) return unmet(found.length ? broken(resource) : nowhere(mesh, resource));
  return unmet(`There is still ${sayPattern(resource)}.`, at && { at });
}

export const broken = (resource: ResourcePattern): string =>
  `The YAML of ${sayPattern(resource)} cannot be read now. Mend it first; the problems say where.`;

/** That a resource is not there, and what is near. */
export function nowhere({ resources, settings }: Mesh, resource: ResourcePattern): string {
  const { name, ...rest } = resource;
  const others =
    name === undefined ? [] : resourcesMeant({ resources, settings }, rest).map((one) => one.name);
  const near = others.length && others.length <= 4 ? ` There is ${others.join(', ')}.` : '';
  return `There is no ${sayPattern(resource).replace(/^(the|an?) /, '')} yet.${near}`;
}
