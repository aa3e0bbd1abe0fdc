import type { Resource } from '../../istio/index.ts';
import type { ResourceChange } from '../changes/resource-changes.ts';

/** The resource of a change as it is now, or as it was. */
export const resourceIn = ({ before, after }: ResourceChange): Resource | undefined => after ?? before;

/** `VirtualService cart`; a kustomization and the like, which have no name, are called by their kind. */
export const label = ({ kind, name }: Resource): string => (name ? `${kind} ${name}` : kind);

/** Kustomize's own files: no cluster has them, and nothing of them is traffic. */
export const isForKustomize = ({ group }: Resource): boolean => group === 'kustomize.config.k8s.io';
