import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { workIn, worksIn } from '../state/focus.ts';
import type { OutlineLine } from './outlineTree.ts';
import { OutlineRow } from './OutlineRow.tsx';
import { outlineStep } from './outlineStep.ts';
import styles from './Outline.module.css';

const ROW_HEIGHT = 28;

interface OutlineRowsProps {
  lines: readonly OutlineLine[];
  isSelected: (line: OutlineLine) => boolean;
  /** Makes a line the place that commands are about. */
  onGo: (line: OutlineLine) => void;
  /** Opens what is closed, closes what is open. */
  onTurn: (line: OutlineLine) => void;
  /** Keys that are none of the tree's own. */
  onKey: (event: KeyboardEvent, line: OutlineLine) => void;
}

/** A tree with one tab stop, of which only the lines in view are in the document. */
export default function OutlineRows({ lines, isSelected, onGo, onTurn, onKey }: OutlineRowsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<{ id: string; index: number } | null>(null);
  /** The focus is to go to the current line, once that is drawn. */
  const wantsFocus = useRef(worksIn('outline'));
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 240, height: 600 },
  });
  const known = lines.findIndex((line) => line.id === active?.id);
  const selected = lines.findIndex(isSelected);
  const vanished = known < 0 && active !== null;
  const beside = vanished ? Math.min(active.index, lines.length - 1) : 0;
  const current = known >= 0 ? known : selected >= 0 ? selected : Math.max(0, beside);

  useLayoutEffect(() => {
    // With the line that had the focus the focus has gone too: it goes to what stands there now.
    if (vanished && document.activeElement === document.body) wantsFocus.current = true;
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    if (!row) return virtualizer.scrollToIndex(current);
    wantsFocus.current = false;
    row.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[current];
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = outlineStep(lines, current, event.key);
    if (!step) return onKey(event, line);
    event.preventDefault();
    if (step.turn) onTurn(line);
    const to = lines[step.to];
    if (!to || step.to === current) return;
    wantsFocus.current = true;
    setActive({ id: to.id, index: step.to });
    virtualizer.scrollToIndex(step.to);
    onGo(to);
  };

  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label="Lanes, nodes, rows, and where they lead"
        className={styles.tree}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <OutlineRow
              key={line.id}
              line={line}
              index={index}
              top={start}
              current={index === current}
              selected={isSelected(line)}
              onGo={() => onGo(line)}
              onTurn={() => onTurn(line)}
              onFocus={() => {
                workIn('outline');
                setActive({ id: line.id, index });
              }}
              onKeyDown={onKeyDown}
            />
          );
        })}
      </div>
    </div>
  );
}
