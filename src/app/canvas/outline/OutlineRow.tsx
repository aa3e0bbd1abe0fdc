import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { KindGlyph } from '../../controls/index.ts';
import type { OutlineLine } from './outlineTree.ts';
import styles from './Outline.module.css';

interface OutlineRowProps {
  line: OutlineLine;
  index: number;
  /** Its distance from the tree's top, in CSS pixels. */
  top: number;
  /** The one that Tab comes to. */
  current: boolean;
  selected: boolean;
  onGo: () => void;
  onTurn: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A line of the outline: its arrow opens or closes it, the rest of it chooses it. */
export function OutlineRow({
  line,
  index,
  top,
  current,
  selected,
  onGo,
  onTurn,
  onFocus,
  onKeyDown,
}: OutlineRowProps) {
  const press = (event: MouseEvent) => {
    const onArrow = event.target instanceof Element && event.target.closest('[data-arrow]') !== null;
    if (!onArrow) onGo();
    if ((onArrow || line.level === 1) && line.open !== null) onTurn();
  };
  return (
    <div
      role="treeitem"
      data-index={index}
      data-edge={line.edge?.id}
      tabIndex={current ? 0 : -1}
      aria-label={line.words}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.open ?? undefined}
      aria-selected={selected}
      className={styles.line}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 4 + (line.level - 1) * 16 }}
      onClick={press}
      onContextMenu={onGo}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={styles.chevron} data-arrow="" data-open={line.open ?? undefined}>
        {line.open !== null && <ChevronRight size={12} aria-hidden />}
      </span>
      {line.kind !== null && <KindGlyph kind={line.kind} size={14} />}
      <span className={styles.words} data-lane={line.level === 1 || undefined} title={line.words}>
        {line.label}
      </span>
      {line.mark && (
        <span className={styles.mark} data-severity={line.mark.severity} aria-hidden="true">
          ▲{line.mark.count > 1 && ` ${line.mark.count}`}
        </span>
      )}
    </div>
  );
}
