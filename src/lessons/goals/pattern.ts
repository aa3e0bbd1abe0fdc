import { hostsOf, namespaceOf, type Mesh, type Resource } from '../../istio/index.ts';
import { isHostNamed } from '../../traffic/index.ts';
import type { ResourcePattern } from './goal.ts';

/** The resources that a pattern means, of what the files write (what is only assumed is nobody's work). */
export const resourcesMeant = (
  { resources, settings }: Pick<Mesh, 'resources' | 'settings'>,
  { kind, name, namespace, host }: ResourcePattern,
): readonly Resource[] =>
  resources.filter(
    (resource) =>
      !resource.assumed &&
      (resource.type === kind || resource.kind === kind) &&
      (name === undefined || resource.name === name) &&
      (namespace === undefined || namespaceOf(resource, settings) === namespace) &&
      (host === undefined || hostsOf(resource, settings).some((one) => isHostNamed(one, host))),
  );

/** `the VirtualService cart`, `a VirtualService for pay.example`. */
export function sayPattern({ kind, name, namespace, host }: ResourcePattern): string {
  const where = namespace === undefined ? '' : ` in ${namespace}`;
  if (name !== undefined) return `the ${kind} ${name}${where}`;
  const one = /^[AEIOU]/.test(kind) ? 'an' : 'a';
  return `${one} ${kind}${host === undefined ? '' : ` for ${host}`}${where}`;
}
