import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { OutlineLine } from './outlineTree.ts';
import { outlineStep } from './outlineStep.ts';
import styles from './Outline.module.css';

const ROW_HEIGHT = 28;

interface OutlineRowsProps {
  lines: readonly OutlineLine[];
  isSelected: (line: OutlineLine) => boolean;
  onChoose: (line: OutlineLine) => void;
  /** Opens what is closed, closes what is open. */
  onTurn: (line: OutlineLine) => void;
  /** Keys that are none of the tree's own. */
  onKey: (event: KeyboardEvent, line: OutlineLine) => void;
  draw: (line: OutlineLine) => ReactNode;
}

/** A tree with one tab stop, of which only the lines in view are in the document. */
export function OutlineRows({ lines, isSelected, onChoose, onTurn, onKey, draw }: OutlineRowsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 240, height: 600 },
  });
  const known = lines.findIndex((line) => line.id === active);
  const selected = lines.findIndex(isSelected);
  const current = known >= 0 ? known : Math.max(0, selected);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    if (!row) return;
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
    setActive(to.id);
    virtualizer.scrollToIndex(step.to);
  };

  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="tree"
        aria-label="Lanes, nodes, rows, and where they lead"
        className={styles.tree}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={line.id}
              role="treeitem"
              data-index={index}
              tabIndex={index === current ? 0 : -1}
              aria-level={line.level}
              aria-posinset={line.position}
              aria-setsize={line.siblings}
              aria-expanded={line.open ?? undefined}
              aria-selected={isSelected(line)}
              className={styles.line}
              style={{ transform: `translateY(${start}px)`, paddingLeft: 4 + (line.level - 1) * 16 }}
              onFocus={() => setActive(line.id)}
              onClick={() => onChoose(line)}
            >
              <span
                className={styles.chevron}
                data-open={line.open ?? undefined}
                onClick={(event) => {
                  if (line.open === null) return;
                  event.stopPropagation();
                  onTurn(line);
                }}
              >
                {line.open !== null && <ChevronRight size={12} aria-hidden />}
              </span>
              {draw(line)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
