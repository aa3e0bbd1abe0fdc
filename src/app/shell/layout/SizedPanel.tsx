import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Panel, type PanelImperativeHandle } from 'react-resizable-panels';
import { BOUNDS, type SizedPane } from './sizes.ts';
import styles from './layout.module.css';

interface SizedPanelProps {
  pane: SizedPane;
  /** What is in it wants another size: one that is too small for that grows, and none shrinks by itself. */
  sizedAs?: SizedPane;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  sizeOf: (pane: SizedPane) => number;
  handleOf: (pane: SizedPane) => (handle: PanelImperativeHandle | null) => void;
  /** What stays of it when closed, in pixels. */
  closedSize?: number;
  children: ReactNode;
}

/**
 * A pane that keeps its size in pixels and can be closed: by a command, or by dragging its divider past the smallest
 * size. Dragging the divider back opens it again.
 */
export function SizedPanel({
  pane,
  sizedAs = pane,
  open,
  onOpenChange,
  sizeOf,
  handleOf,
  closedSize = 0,
  children,
}: SizedPanelProps) {
  const handle = useRef<PanelImperativeHandle | null>(null);
  const { min, max } = BOUNDS[pane];

  // At first `defaultSize` says it all; the panel can be asked only after its group stands.
  const was = useRef(open);
  useLayoutEffect(() => {
    const panel = handle.current;
    if (was.current === open) return;
    was.current = open;
    if (!panel || panel.isCollapsed() !== open) return;
    if (open) panel.resize(sizeOf(sizedAs));
    else panel.collapse();
  }, [open, sizedAs, sizeOf]);

  const wasSizedAs = useRef(sizedAs);
  useLayoutEffect(() => {
    const panel = handle.current;
    if (wasSizedAs.current === sizedAs) return;
    wasSizedAs.current = sizedAs;
    if (!panel || !open || panel.isCollapsed()) return;
    // What stands over it must not jump with each look at another tab.
    if (panel.getSize().inPixels < sizeOf(sizedAs)) panel.resize(sizeOf(sizedAs));
  }, [open, sizedAs, sizeOf]);

  const keep = (panel: PanelImperativeHandle | null) => {
    handle.current = panel;
    handleOf(sizedAs)(panel);
  };

  return (
    <Panel
      id={pane}
      panelRef={keep}
      className={styles.panel}
      groupResizeBehavior="preserve-pixel-size"
      collapsible
      collapsedSize={closedSize}
      defaultSize={open ? sizeOf(sizedAs) : closedSize}
      minSize={min}
      maxSize={max}
      onResize={(size, _id, before) => {
        // The first report tells the size that it was given.
        if (!before) return;
        const nowOpen = size.inPixels > closedSize + 1;
        if (nowOpen !== before.inPixels > closedSize + 1) onOpenChange(nowOpen);
      }}
    >
      {children}
    </Panel>
  );
}
