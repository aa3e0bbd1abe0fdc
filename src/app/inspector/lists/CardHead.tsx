import { ArrowDown, ArrowUp, ChevronRight, Copy, X } from 'lucide-react';
import type { DragEvent } from 'react';
import { SeverityIcon } from '../../controls/index.ts';
import { useLocked } from '../form/context.ts';
import { useTally } from '../form/useProblems.ts';
import type { Path } from '../../../yaml/index.ts';
import styles from './items.module.css';

interface CardHeadProps {
  readonly id: string;
  readonly path: Path;
  readonly index: number;
  readonly count: number;
  readonly one: string;
  readonly title: string;
  readonly open: boolean;
  readonly draft: boolean;
  readonly drag: { readonly draggable: boolean; readonly onDragStart: (event: DragEvent) => void };
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** The line of a card: opens and closes it, moves it (also by Alt and arrows, and by dragging), copies and removes it. */
export function CardHead({
  id,
  path,
  index,
  count,
  one,
  title,
  open,
  draft,
  drag,
  onToggle,
  onMove,
  onDuplicate,
  onRemove,
}: CardHeadProps) {
  const locked = useLocked();
  const tally = useTally(path);
  const name = `${one} ${index + 1}`;
  return (
    <div className={styles.head} {...drag}>
      <button
        type="button"
        className={styles.toggle}
        data-handle
        aria-expanded={open}
        aria-controls={open ? `${id}-inside` : undefined}
        aria-keyshortcuts={draft ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        onClick={onToggle}
      >
        <ChevronRight size={13} aria-hidden="true" className={open ? styles.turned : styles.chevron} />
        <span className={draft ? styles.draft : styles.title}>{title}</span>
        {tally && (
          <span className={styles.mark}>
            <SeverityIcon severity={tally.worst} size={12} />
            <span className="visually-hidden">
              , {tally.count} {tally.count === 1 ? 'problem' : 'problems'}
            </span>
          </span>
        )}
      </button>
      {!locked && (
        <span className={styles.tools} data-tools>
          {!draft && count > 1 && (
            <>
              <Tool
                label={`Move ${name} up`}
                disabled={index === 0}
                onClick={() => onMove(index - 1)}
                icon={ArrowUp}
              />
              <Tool
                label={`Move ${name} down`}
                disabled={index === count - 1}
                onClick={() => onMove(index + 1)}
                icon={ArrowDown}
              />
            </>
          )}
          {!draft && <Tool label={`Duplicate ${name}`} onClick={onDuplicate} icon={Copy} />}
          <Tool label={`Remove ${name}`} onClick={onRemove} icon={X} />
        </span>
      )}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof X;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Icon, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={12} aria-hidden="true" />
    </button>
  );
}
