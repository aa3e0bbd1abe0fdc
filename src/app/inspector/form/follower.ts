import type { Resource } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';

export interface Follower {
  /** The resource as it is now. */
  readonly resource: () => Resource;
  /** Follows this one from now on. */
  readonly follow: (resource: Resource) => void;
}

/**
 * Reads a resource as it is now, not as it was drawn last: an edit can follow an edit before anything is drawn.
 * A rename changes the id; the selection follows it.
 */
export function createFollower(session: Session, first: Resource): Follower {
  let last = first;
  return {
    follow: (resource) => {
      last = resource;
    },
    resource: () => {
      const { analysis, selection } = session.getState();
      const { byId } = analysis.mesh;
      const selected = selection && byId.get(selection.resource);
      const { file, document } = last.source;
      const heir =
        selected?.source.file === file && selected.source.document === document ? selected : undefined;
      last = byId.get(last.id) ?? heir ?? last;
      return last;
    },
  };
}
