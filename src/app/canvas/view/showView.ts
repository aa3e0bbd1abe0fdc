import type { Session } from '../../../session/index.ts';
import type { ViewOptions } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { canvasStore } from '../state/canvasState.ts';
import { heirOf } from './anchor.ts';

/**
 * Draws another part of the mesh. People keep their bearings: what they are at (or `at`) stays where it is on the screen,
 * and the keyboard's place goes to what stands for it now. With `fit` it is brought into view from its beginning, all of it where that can be read.
 */
export function showView(
  session: Session,
  view: Partial<ViewOptions>,
  how: { readonly fit?: boolean; readonly at?: string } = {},
): void {
  const before = session.getState().analysis;
  session.dispatch({ type: 'view', view });
  const after = session.getState().analysis;
  const { cursor } = canvasStore.get();
  const stood = before.placed.nodes.find(({ node }) => node.id === cursor?.node);
  const heir = stood && heirOf(stood, after);
  if (stood && heir?.node.id !== stood.node.id) {
    canvasStore.set({ cursor: heir ? { node: heir.node.id, row: null } : null });
  }
  if (how.fit) panes.canvas?.overlook();
  else panes.canvas?.hold(before, how.at ?? cursor?.node ?? null);
}
