import { useCallback, useRef } from 'react';
import type { LayoutChangedMeta, PanelImperativeHandle } from 'react-resizable-panels';
import { useSession } from '../../session.tsx';
import { usualSize, type SizedPane } from './sizes.ts';

/**
 * The sizes of a group's panes, in pixels, as a person last dragged them. Pixels, not shares: a form that was 348 wide
 * should be so on another screen too.
 */
export function useRememberedSizes(group: string) {
  const session = useSession();
  const handles = useRef(new Map<SizedPane, PanelImperativeHandle>());

  /** Reads once: after mounting, the panel library holds the truth. */
  const sizeOf = useCallback(
    (pane: SizedPane) =>
      session.getState().preferences.layouts[group]?.[pane] ??
      usualSize(pane, { width: window.innerWidth, height: window.innerHeight }),
    [session, group],
  );

  const handleOf = useCallback(
    (pane: SizedPane) => (handle: PanelImperativeHandle | null) => {
      if (handle) handles.current.set(pane, handle);
      else handles.current.delete(pane);
    },
    [],
  );

  const remember = useCallback(
    (_layout: unknown, meta: LayoutChangedMeta) => {
      if (!meta.isUserInteraction) return;
      // The panels tell their new sizes only once these are drawn.
      requestAnimationFrame(() => {
        const { layouts } = session.getState().preferences;
        const sizes: Record<string, number> = { ...layouts[group] };
        for (const [pane, handle] of handles.current) {
          if (!handle.isCollapsed()) sizes[pane] = Math.round(handle.getSize().inPixels);
        }
        session.dispatch({ type: 'prefer', preferences: { layouts: { ...layouts, [group]: sizes } } });
      });
    },
    [session, group],
  );

  return { sizeOf, handleOf, remember };
}
