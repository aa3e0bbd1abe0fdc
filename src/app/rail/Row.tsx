import { Ellipsis } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { DropMenu, IconButton, type Stop } from '../controls/index.ts';
import styles from './Row.module.css';

interface RowProps {
  stop: Stop;
  /** What stands before the name, as decoration. */
  sign: ReactNode;
  name: string;
  /** What the name begins with and is not seen, since it stands above. */
  above?: string;
  /** What the row is, for those who do not see the sign. */
  kind: string;
  /** The sign says too little: what the row is stands behind its name. */
  kindShown?: boolean;
  title: string;
  detail?: string | undefined;
  faded?: boolean;
  current: boolean;
  mark: ReactNode;
  menu: ReactNode;
  onPress: () => void;
}

/** A line of the rail: a button, its marks, and a menu at its end (also by right click, or the menu key). */
export function Row({
  stop,
  sign,
  name,
  above = '',
  kind,
  kindShown = false,
  title,
  detail,
  faded,
  current,
  mark,
  menu,
  onPress,
}: RowProps) {
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={row}
      className={[styles.row, current && styles.current, open && styles.open].filter(Boolean).join(' ')}
      onContextMenu={(event) => {
        event.preventDefault();
        setOpen(true);
      }}
    >
      <button
        type="button"
        {...stop}
        className={styles.main}
        aria-current={current ? 'true' : undefined}
        title={title}
        onClick={onPress}
      >
        {sign}
        <span className={faded ? `${styles.name} ${styles.faded}` : styles.name}>
          <span className="visually-hidden">{kind} </span>
          {above && <span className={styles.above}>{above}</span>}
          {name.slice(above.length)}
          {kindShown && (
            <span className={styles.detail} aria-hidden="true">
              {' '}
              {kind}
            </span>
          )}
          {detail && <span className={styles.detail}> {detail}</span>}
        </span>
        {mark}
      </button>
      <DropMenu
        label={`More for ${name}`}
        align="start"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton label={`More for ${name}`} className={styles.more} tabIndex={stop.tabIndex}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
      >
        {menu}
      </DropMenu>
    </div>
  );
}
