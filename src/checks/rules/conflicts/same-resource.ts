import { namespaceOf, type MeshView, type Resource } from '../../../istio/index.ts';

/** Whether the cluster takes both for one resource, so that they do not meet there: of that another rule tells. */
export const isSameResource = (a: Resource, b: Resource, { settings }: MeshView): boolean =>
  a.type === b.type && a.name === b.name && namespaceOf(a, settings) === namespaceOf(b, settings);
