import type { YamlMap } from '../yaml/index.ts';
import type { MeshSettings } from './settings.ts';
import type { Resource } from './types.ts';

type Said = Pick<Resource, 'value'>;

/**
 * A question about what a resource says, worked out once for each: many stages and checks ask the same. Resources never
 * change; by the value and not by the resource, whose object is another when it only slides down its file. So the answer
 * must not hold the resource itself, nor follow from where it stands.
 */
export function onceEach<T, R extends Said = Resource>(work: (resource: R) => T): (resource: R) => T {
  const known = new WeakMap<YamlMap, { readonly answer: T }>();
  return (resource) => {
    let found = known.get(resource.value);
    if (!found) known.set(resource.value, (found = { answer: work(resource) }));
    return found.answer;
  };
}

/** The same for questions that follow from the settings too, which nearly always are the same as the last time. */
export function onceEachIn<T, R extends Said = Resource>(
  work: (resource: R, settings: MeshSettings) => T,
): (resource: R, settings: MeshSettings) => T {
  const known = new WeakMap<YamlMap, { readonly settings: MeshSettings; readonly answer: T }>();
  return (resource, settings) => {
    let found = known.get(resource.value);
    if (found?.settings !== settings)
      known.set(resource.value, (found = { settings, answer: work(resource, settings) }));
    return found.answer;
  };
}
