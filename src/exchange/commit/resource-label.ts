import type { Resource } from '../../istio/index.ts';
import type { ResourceChange } from '../changes/resource-changes.ts';

/** The resource of a change as it is now, or as it was. */
export const resourceIn = ({ before, after }: ResourceChange): Resource | undefined => after ?? before;

/** `VirtualService cart`; what has no name is called by its kind. */
export const label = ({ kind, name, patch }: Resource): string =>
  `${patch ? 'patch of ' : ''}${name ? `${kind} ${name}` : kind}`;
